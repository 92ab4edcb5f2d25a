// The map itself: canvas, zoom buttons, line of status; a frame is painted only after something has changed.
import { element } from './elements.js';
import { mapColours } from './map_colours.js';
import { MapFocus } from './map_focus.js';
import { listenToKeys } from './map_keys.js';
import { MapOverview } from './map_overview.js';
import { MapPainter } from './map_painter.js';
import { MapPointer } from './map_pointer.js';
import { Viewport } from './viewport.js';
import { words } from './words.js';

const touchPitch = 24; // pixels from seat to seat a finger can hit; a press on smaller ones zooms in
const mousePitch = 12;

export class MapStage {
  // act: {choose(seat), list(seat), proposal(number) → false when none, press(px, py, seat) → true when taken, colours(colours)}
  constructor(parent, scene, seatWords, act) {
    Object.assign(this, { scene, seatWords, act });
    this.canvas = element('canvas', { 'aria-hidden': 'true' });
    this.stage = element('div', { class: 'map-stage', id: 'seat-map-stage', role: 'application', tabindex: '0', 'aria-label': words.mapName, 'aria-roledescription': words.roleName }, this.canvas);
    const { box } = scene.plan;
    this.stage.style.setProperty('--shape', (box.y1 - box.y0) / (box.x1 - box.x0));
    this.hint = matchMedia('(pointer: coarse)').matches ? words.touchHelp : words.help;
    this.status = element('p', { class: 'map-status' }, this.hint);
    const zoom = (sign, label, press) => element('button', { type: 'button', class: 'quiet', 'aria-label': label, title: label, click: press }, sign);
    const buttons = element('div', { class: 'map-zoom' }, zoom('+', words.zoomIn, () => this.zoom(1.6)), zoom('−', words.zoomOut, () => this.zoom(1 / 1.6)), zoom('⤢', words.zoomFit, () => this.viewport.fit()));
    const frame = element('div', { class: 'map-frame' }, this.stage, buttons);
    parent.append(frame, this.status);
    this.viewport = new Viewport(scene.plan.box, scene.plan.pitch, () => this.invalidate());
    this.painter = new MapPainter(this.canvas, this.viewport, scene);
    this.overview = new MapOverview(frame, this.viewport, scene.plan, this.painter);
    this.focus = new MapFocus(this.stage, scene, this.viewport, this.painter, seatWords);
    this.focus.onMove = (seat) => this.say(seatWords.whole(seat));
    this.#listen();
  }

  #listen() {
    listenToKeys(this.stage, {
      step: (direction) => this.focus.step(direction),
      section: (by) => this.focus.section(by),
      toggle: () => { if (this.focus.seat !== -1) this.act.choose(this.focus.seat); },
      zoom: (factor) => this.zoom(factor),
      fit: () => this.viewport.fit(),
      list: () => this.act.list(this.focus.seat),
      proposal: (number) => this.act.proposal(number),
    });
    new MapPointer(this.stage, this.viewport, {
      click: (x, y, isTouch) => this.#click(x, y, isTouch),
      hover: (x, y) => this.#hover(x, y),
      leave: () => this.say(this.focus.seat === -1 ? this.hint : this.seatWords.whole(this.focus.seat)),
    });
    new ResizeObserver(([{ contentRect }]) => {
      if (contentRect.width > 0) this.viewport.resize(contentRect.width, contentRect.height);
    }).observe(this.stage);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.recolour());
  }

  recolour() {
    this.colours = mapColours(this.stage);
    this.act.colours(this.colours);
    this.invalidate();
  }

  invalidate() {
    if (this.viewport.width === 0) return;
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.colours ??= mapColours(this.stage);
      const before = performance.now();
      this.painter.paint(this.colours);
      this.overview.update(this.colours);
      if ((this.frames = (this.frames ?? 0) + 1) <= 500) performance.measure('seat map: frame', { start: before });
      this.focus.update();
      const { scale, x, y } = this.viewport;
      this.stage.dataset.view = [scale, x, y].map((number) => number.toFixed(3)).join(' '); // pixel = metre · scale + offset
      this.stage.style.touchAction = this.viewport.isFit ? 'pan-y' : 'none'; // a map shown whole lets the page scroll
    });
  }

  zoom(factor) {
    const { plan } = this.scene;
    const [x, y] = this.focus.seat === -1 ? [this.viewport.width / 2, this.viewport.height / 2] : this.viewport.toPixels(plan.x[this.focus.seat], plan.y[this.focus.seat]);
    this.viewport.zoomAt(x, y, factor, true);
  }

  look(seats) {
    const { x, y } = this.scene.plan;
    const [xs, ys] = [seats.map((seat) => x[seat]), seats.map((seat) => y[seat])];
    this.viewport.show({ x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }, 6 * this.scene.plan.pitch);
  }

  say(text) { this.status.textContent = text; }

  #seatAt(px, py) { return this.scene.grid.nearest(...this.viewport.toMetres(px, py), Math.max(0.6 * this.scene.plan.pitch, 12 / this.viewport.scale)); }

  #click(px, py, isTouch) {
    const seat = this.#seatAt(px, py);
    if (this.act.press(px, py, seat)) return;
    const pitch = this.scene.plan.pitch * this.viewport.scale;
    if (this.painter.showsSeats && pitch >= (isTouch ? touchPitch : mousePitch)) {
      if (seat === -1) return;
      this.focus.moveTo(seat, false);
      this.act.choose(seat);
      return;
    }
    this.#zoomInto(px, py);
  }

  // From afar into the block; from near so far that single seats can be hit.
  #zoomInto(px, py) {
    const { plan } = this.scene;
    const section = this.#sectionAt(px, py);
    const [x, y] = this.viewport.toMetres(px, py);
    if (!this.painter.showsSeats && section !== -1) this.viewport.show(plan.sections[section].box, 3 * plan.pitch);
    if (this.painter.showsSeats || section === -1) this.viewport.centre(x, y, Math.max(this.viewport.scale * 1.6, (touchPitch + 4) / plan.pitch));
  }

  #sectionAt(px, py) {
    const { plan, grid } = this.scene;
    const seat = grid.nearest(...this.viewport.toMetres(px, py), Math.max(3 * plan.pitch, 14 / this.viewport.scale));
    return seat === -1 ? -1 : plan.sectionIndexOf(seat);
  }

  #hover(px, py) {
    if (this.painter.showsSeats) {
      const seat = this.#seatAt(px, py);
      this.stage.style.cursor = seat === -1 ? 'grab' : 'pointer';
      if (seat !== -1) this.say(this.seatWords.whole(seat));
      return;
    }
    const section = this.#sectionAt(px, py);
    this.stage.style.cursor = section === -1 ? 'grab' : 'zoom-in';
    const { plan, states } = this.scene;
    if (section !== -1) this.say(words.sectionFree(plan.sections[section].name, states.freeIn[section], plan.sections[section].count));
  }
}
