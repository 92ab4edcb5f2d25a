// Where the keyboard is. The map is one tab stop, an "application" that takes the arrows itself; the seat it stands on is
// a real check box laid over the painted one and named by aria-activedescendant. A screen reader then speaks of it as of
// any check box ("Stalls, row C, seat 12, €45, free, check box, not checked") and stops speaking when the next arrow
// comes, which a live region would not; a magnifier follows it; its outline is the visible focus. Two boxes take turns,
// because a reader speaks when the element changes. A grid would need 34,000 cells in the page to be one.
import { element } from './elements.js';
import { Free } from './seat_states.js';
import { seatBeside, seatInSection, firstSeat } from './seat_steps.js';
import { words } from './words.js';

const readablePitch = 22; // pixels from seat to seat the keyboard zooms in to

export class MapFocus {
  constructor(stage, scene, viewport, painter, seatWords) {
    Object.assign(this, { stage, scene, viewport, painter, seatWords });
    this.seat = -1;
    this.boxes = ['a', 'b'].map((name) => element('div', { id: `seat-map-here-${name}`, class: 'map-here', role: 'checkbox', hidden: true, 'aria-checked': 'false', 'aria-label': words.seat }));
    stage.append(...this.boxes);
    stage.addEventListener('focus', () => { if (this.seat === -1) this.moveTo(firstSeat(scene.plan), false); });
  }

  step(direction) { this.moveTo(seatBeside(this.scene.plan, this.scene.grid, this.#here(), direction)); }
  section(by) { this.moveTo(seatInSection(this.scene.plan, this.#here(), by)); }
  #here() { return this.seat === -1 ? firstSeat(this.scene.plan) : this.seat; }

  // reveal: bring it into the picture, near enough to be seen.
  moveTo(seat, reveal = true) {
    if (seat !== this.seat) this.boxes.reverse();
    this.seat = seat;
    const [box, other] = this.boxes;
    other.hidden = true;
    box.hidden = false;
    this.stage.setAttribute('aria-activedescendant', box.id);
    const { plan } = this.scene;
    if (reveal && plan.pitch * this.viewport.scale < readablePitch / 2) this.viewport.centre(plan.x[seat], plan.y[seat], readablePitch / plan.pitch);
    else if (reveal) this.viewport.reveal(plan.x[seat], plan.y[seat], 40);
    this.update();
    this.onMove?.(seat);
  }

  // After the picture or a state has changed.
  update() {
    if (this.seat === -1) return;
    const [box] = this.boxes;
    const { choice, states } = this.scene;
    const open = choice.has(this.seat) || (states.of[this.seat] === Free && this.seatWords.priceOf(this.seat) !== null);
    const set = (name, value) => { if (box.getAttribute(name) !== value) box.setAttribute(name, value); };
    set('aria-label', this.seatWords.whole(this.seat));
    set('aria-checked', String(choice.has(this.seat)));
    set('aria-disabled', String(!open));
    const size = Math.max(24, 2 * this.painter.radius + 6);
    const [x, y] = this.viewport.toPixels(this.scene.plan.x[this.seat], this.scene.plan.y[this.seat]);
    box.style.width = `${size}px`;
    box.style.height = `${size}px`;
    box.style.transform = `translate(${Math.round(x - size / 2)}px, ${Math.round(y - size / 2)}px)`;
  }
}
