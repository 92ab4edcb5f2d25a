// Each look of a seat is drawn once a size and then copied: thousands of seats a frame are thousands of copies.
import { drawSeat } from './seat_glyphs.js';

export class SeatSprites {
  constructor() {
    this.made = new Map();
    this.size = '';
  }

  // Call before a frame. radius in CSS pixels; ratio: device pixels a CSS pixel.
  prepare(radius, ratio, colours) {
    const quantised = Math.max(1, Math.round(radius * ratio * 2) / 2); // in device pixels
    const size = `${quantised} ${ratio}`;
    if (size === this.size && colours === this.colours) return;
    this.made.clear();
    Object.assign(this, { size, colours, ratio, radius: quantised / ratio });
    this.half = Math.ceil(quantised * 1.15) + 2; // badges and outlines reach a little beyond the seat
  }

  get(state, area, attributes) {
    const key = `${state} ${state === 'free' ? area % 8 : ''} ${attributes}`;
    let sprite = this.made.get(key);
    if (sprite) return sprite;
    sprite = document.createElement('canvas');
    sprite.width = 2 * this.half;
    sprite.height = 2 * this.half;
    const c = sprite.getContext('2d');
    c.translate(this.half, this.half);
    c.scale(this.ratio, this.ratio);
    drawSeat(c, this.radius, { state, attributes, area: this.colours.of(area), colours: this.colours });
    this.made.set(key, sprite);
    return sprite;
  }

  // x, y: device pixels of the middle.
  draw(c, sprite, x, y) {
    c.drawImage(sprite, Math.round(x - this.half), Math.round(y - this.half));
  }
}
