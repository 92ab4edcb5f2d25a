// What the hand means: drag moves, wheel and two fingers zoom to where they are, a press without a move is a click.
const slop = 6; // pixels a press may wander and still be a click

export class MapPointer {
  // act: {click(x, y, isTouch), hover(x, y), leave()}; x, y in pixels of the element.
  constructor(element, viewport, act) {
    Object.assign(this, { element, viewport, act });
    this.down = new Map(); // pointer → place
    element.addEventListener('pointerdown', (event) => this.#press(event));
    element.addEventListener('pointermove', (event) => this.#move(event));
    element.addEventListener('pointerup', (event) => this.#release(event, true));
    element.addEventListener('pointercancel', (event) => this.#release(event, false));
    element.addEventListener('pointerleave', () => act.leave());
    element.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
  }

  #at(event) {
    const box = this.element.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  #press(event) {
    if (event.button !== 0) return;
    this.element.setPointerCapture(event.pointerId);
    this.down.set(event.pointerId, this.#at(event));
    this.start = this.down.size === 1 ? this.#at(event) : null; // a second finger makes it no click
  }

  #move(event) {
    const at = this.#at(event);
    const before = this.down.get(event.pointerId);
    if (!before) return this.act.hover(...at);
    if (this.start && Math.hypot(at[0] - this.start[0], at[1] - this.start[1]) > slop) this.start = null;
    if (this.start) return undefined;
    if (this.down.size === 1) this.viewport.panBy(at[0] - before[0], at[1] - before[1]);
    else if (this.down.size === 2) this.#pinch(event.pointerId, before, at);
    this.down.set(event.pointerId, at);
    return undefined;
  }

  // The other finger is the still point; the picture follows the one that moves.
  #pinch(pointer, before, at) {
    const [, other] = [...this.down].find(([id]) => id !== pointer);
    const distance = (place) => Math.max(8, Math.hypot(place[0] - other[0], place[1] - other[1]));
    this.viewport.zoomAt((at[0] + other[0]) / 2, (at[1] + other[1]) / 2, distance(at) / distance(before));
    this.viewport.panBy((at[0] - before[0]) / 2, (at[1] - before[1]) / 2);
  }

  #release(event, isClick) {
    const known = this.down.delete(event.pointerId);
    if (known && isClick && this.start && this.down.size === 0) this.act.click(...this.#at(event), event.pointerType === 'touch');
    if (this.down.size === 0) this.start = null;
  }

  // At either end of the zoom the page scrolls on.
  #wheel(event) {
    const lines = event.deltaMode === 1 ? 16 : 1;
    const factor = Math.exp(-Math.max(-120, Math.min(120, event.deltaY * lines)) / (event.ctrlKey ? 60 : 300));
    if (this.viewport.zoomAt(...this.#at(event), factor) || event.ctrlKey) event.preventDefault();
  }
}
