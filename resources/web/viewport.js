// Metres ↔ pixels, and how the picture moves: fits the house, zooms to a point, never loses it from sight.
const step = 150; // ms of a movement; none when less motion is asked for
const largestPitch = 44; // pixels from seat to seat at the nearest

export class Viewport {
  // box and pitch in metres; onMove: the picture must be painted anew.
  constructor(box, pitch, onMove) {
    Object.assign(this, { box, pitch, onMove });
    this.width = 0;
    this.height = 0;
    this.scale = 1; // pixels a metre
    this.x = 0; // pixel of metre 0
    this.y = 0;
    this.stillness = matchMedia('(prefers-reduced-motion: reduce)');
  }

  get fitScale() {
    return Math.min(this.width / (this.box.x1 - this.box.x0), this.height / (this.box.y1 - this.box.y0));
  }
  get isFit() { return this.scale <= this.fitScale * 1.001; }
  toPixels(x, y) { return [x * this.scale + this.x, y * this.scale + this.y]; }
  toMetres(px, py) { return [(px - this.x) / this.scale, (py - this.y) / this.scale]; }
  visible() {
    const [x0, y0] = this.toMetres(0, 0);
    const [x1, y1] = this.toMetres(this.width, this.height);
    return { x0, y0, x1, y1 };
  }

  // A new size keeps the middle where it was; the first one shows the whole house.
  resize(width, height) {
    const wasFit = this.width === 0 || this.isFit;
    const middle = this.toMetres(this.width / 2, this.height / 2);
    this.width = width;
    this.height = height;
    if (wasFit) this.#set(this.#fitted());
    else this.#set(this.#around(...middle, this.scale));
  }

  fit() { this.#glide(this.#fitted()); }
  panBy(dx, dy) { this.#set({ scale: this.scale, x: this.x + dx, y: this.y + dy }); }
  // Keeps what is under the pixel there. False: nothing changed, already as near or far as it goes.
  zoomAt(px, py, factor, smooth = false) {
    const scale = this.#bounded(this.scale * factor);
    if (scale === this.scale) return false;
    const [x, y] = this.toMetres(px, py);
    const place = { scale, x: px - x * scale, y: py - y * scale };
    if (smooth) this.#glide(place);
    else this.#set(place);
    return true;
  }
  centre(x, y, scale = this.scale) { this.#glide(this.#around(x, y, this.#bounded(scale))); }
  show(box, margin) {
    const scale = Math.min(this.width / (box.x1 - box.x0 + 2 * margin), this.height / (box.y1 - box.y0 + 2 * margin));
    this.centre((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, Math.min(scale, 28 / this.pitch));
  }
  // Moves no more than needed to have the point well inside.
  reveal(x, y, margin) {
    const [px, py] = this.toPixels(x, y);
    const into = (at, size) => (at < margin ? margin - at : at > size - margin ? size - margin - at : 0);
    const [dx, dy] = [into(px, this.width), into(py, this.height)];
    if (dx !== 0 || dy !== 0) this.#glide({ scale: this.scale, x: this.x + dx, y: this.y + dy });
  }

  #bounded(scale) {
    const nearest = Math.max(this.fitScale, largestPitch / this.pitch);
    return Math.min(nearest, Math.max(this.fitScale, scale));
  }
  #around(x, y, scale) { return { scale, x: this.width / 2 - x * scale, y: this.height / 2 - y * scale }; }
  #fitted() { return this.#around((this.box.x0 + this.box.x1) / 2, (this.box.y0 + this.box.y1) / 2, this.fitScale); }

  // The house stays in the picture: whole while it is smaller than the frame, without a gap at the edge while it is larger.
  #held({ scale, x, y }) {
    if (scale <= this.fitScale) return this.#fitted();
    const within = (at, low, high, size) => {
      const ends = [-low * scale, size - high * scale];
      return Math.min(Math.max(...ends), Math.max(Math.min(...ends), at));
    };
    return { scale, x: within(x, this.box.x0, this.box.x1, this.width), y: within(y, this.box.y0, this.box.y1, this.height) };
  }

  #set(place) {
    cancelAnimationFrame(this.frame);
    Object.assign(this, this.#held(place));
    this.onMove();
  }

  #glide(place) {
    if (this.stillness.matches) return this.#set(place);
    cancelAnimationFrame(this.frame);
    const from = { scale: this.scale, x: this.x, y: this.y };
    const to = this.#held(place);
    const start = performance.now();
    const move = (now) => {
      const part = Math.min(1, Math.max(0, (now - start) / step));
      const eased = 1 - (1 - part) ** 2;
      for (const name of ['scale', 'x', 'y']) this[name] = part === 1 ? to[name] : from[name] + (to[name] - from[name]) * eased;
      if (part < 1) this.frame = requestAnimationFrame(move);
      this.onMove();
    };
    this.frame = requestAnimationFrame(move);
  }
}
