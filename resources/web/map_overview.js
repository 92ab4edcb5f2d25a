// The whole house in a corner while the picture shows a part of it, with a frame around that part; a press there leads there.
// Only a help for the eye and the pointer: keys and screen readers have the sections.
import { element } from './elements.js';

const longest = 132; // pixels of its longer side, on a broad map
const part = 0.3; // of the map's shorter side it may take

export class MapOverview {
  constructor(parent, viewport, plan, painter) {
    Object.assign(this, { viewport, plan, painter });
    this.canvas = element('canvas', { class: 'map-overview', 'aria-hidden': 'true', hidden: '' });
    const lead = (event) => {
      const { box } = plan;
      viewport.centre(box.x0 + event.offsetX / this.scale, box.y0 + event.offsetY / this.scale);
    };
    this.canvas.addEventListener('pointerdown', (event) => {
      this.canvas.setPointerCapture(event.pointerId);
      lead(event);
    });
    this.canvas.addEventListener('pointermove', (event) => { if (event.buttons === 1) lead(event); });
    parent.append(this.canvas);
  }

  // With every frame of the map.
  update(colours) {
    this.canvas.hidden = this.viewport.isFit;
    if (this.canvas.hidden) return;
    this.#fit();
    const c = this.canvas.getContext('2d', { alpha: false });
    if (this.colours !== colours) this.house = null;
    this.colours = colours;
    this.house ??= this.#paintHouse();
    c.setTransform(1, 0, 0, 1, 0, 0);
    c.drawImage(this.house, 0, 0);
    this.#paintFrame(c);
  }

  #fit() {
    const { box } = this.plan;
    const [width, height] = [box.x1 - box.x0, box.y1 - box.y0];
    const most = Math.min(longest, part * Math.min(this.viewport.width, this.viewport.height) * Math.max(width, height) / Math.min(width, height));
    const scale = most / Math.max(width, height);
    if (scale === this.scale) return;
    this.scale = scale;
    this.ratio = Math.min(window.devicePixelRatio || 1, 3);
    Object.assign(this.canvas, { width: Math.round(width * scale * this.ratio), height: Math.round(height * scale * this.ratio) });
    Object.assign(this.canvas.style, { width: `${width * scale}px`, height: `${height * scale}px` });
    this.house = null;
  }

  #inMetres(c) {
    const k = this.scale * this.ratio;
    c.setTransform(k, 0, 0, k, -this.plan.box.x0 * k, -this.plan.box.y0 * k);
  }

  #paintHouse() {
    const house = element('canvas', {});
    Object.assign(house, { width: this.canvas.width, height: this.canvas.height });
    const c = house.getContext('2d', { alpha: false });
    c.fillStyle = this.colours.surface;
    c.fillRect(0, 0, house.width, house.height);
    this.#inMetres(c);
    this.painter.paintSurroundings(c);
    c.lineCap = 'square';
    this.plan.sections.forEach((section, index) => {
      if (section.count === 0) return;
      c.strokeStyle = this.colours.of(section.area).outline;
      const { path, width } = this.painter.shapes[index];
      c.lineWidth = width;
      c.stroke(path);
    });
    return house;
  }

  #paintFrame(c) {
    const { x0, y0, x1, y1 } = this.viewport.visible();
    this.#inMetres(c);
    for (const [style, width] of [[this.colours.surface, 5], [this.colours.text, 2.5]]) {
      c.strokeStyle = style;
      c.lineWidth = width / this.scale;
      c.strokeRect(x0, y0, x1 - x0, y1 - y0);
    }
  }
}
