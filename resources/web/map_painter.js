// Paints a frame: only what is visible; blocks from afar, seats from near. Knows colours and pixels, changes nothing.
import { drawShare } from './seat_glyphs.js';
import { outlinePoints } from './seat_plan.js';
import { SeatSprites } from './seat_sprites.js';
import { Free, Held } from './seat_states.js';
import { sectionShapes } from './section_shapes.js';
import { words } from './words.js';

const seatsFrom = 3; // radius in pixels from which single seats are shown
const numbersFrom = 9;
const rowNamesFrom = 5;
const dim = 0.16;
const aisle = 1.8; // pitches from seat to seat past which a row is broken

// The first seat of every unbroken stretch of a row that has at least two.
function runsOf(plan) {
  const runs = [];
  for (const row of plan.rows) {
    const end = row.first + row.count;
    for (let seat = row.first; seat + 1 < end; seat += 1) {
      const gap = (other) => Math.hypot(plan.x[seat] - plan.x[other], plan.y[seat] - plan.y[other]);
      if ((seat === row.first || gap(seat - 1) > aisle * plan.pitch) && gap(seat + 1) <= aisle * plan.pitch) runs.push(seat);
    }
  }
  return runs;
}

export class MapPainter {
  // scene: {plan, grid, states, choice, priced: Set of areas, shown: Set of areas or null, groups: [[seat, …], …], lost: Set}
  constructor(canvas, viewport, scene) {
    Object.assign(this, { canvas, viewport, scene });
    this.sprites = new SeatSprites();
    this.shapes = sectionShapes(scene.plan);
    this.runs = runsOf(scene.plan);
  }

  get radius() { return 0.43 * this.scene.plan.pitch * this.viewport.scale; }
  get showsSeats() { return this.radius >= seatsFrom; }

  paint(colours) {
    const { canvas, viewport } = this;
    this.ratio = Math.min(window.devicePixelRatio || 1, 3);
    this.colours = colours;
    const [width, height] = [viewport.width, viewport.height].map((size) => Math.round(size * this.ratio));
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const c = canvas.getContext('2d', { alpha: false });
    c.setTransform(1, 0, 0, 1, 0, 0);
    c.fillStyle = colours.surface;
    c.fillRect(0, 0, width, height);
    this.inMetres(c, () => this.paintSurroundings(c));
    if (this.showsSeats) this.paintSeats(c);
    else this.paintBlocks(c);
    this.inPixels(c, () => {
      this.paintNames(c);
      this.paintGroups(c);
    });
  }

  inMetres(c, draw) {
    const k = this.viewport.scale * this.ratio;
    c.setTransform(k, 0, 0, k, this.viewport.x * this.ratio, this.viewport.y * this.ratio);
    draw();
  }
  inPixels(c, draw) {
    c.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    draw();
  }

  // Stage, walls, standing areas.
  paintSurroundings(c) {
    const { plan } = this.scene;
    const draw = (outline, fill) => {
      c.beginPath();
      for (const [x, y] of outlinePoints(outline)) c.lineTo(x, y);
      c.closePath();
      c.fillStyle = fill;
      c.fill();
    };
    for (const thing of plan.decorations) draw(thing.outline, this.colours.neutral);
    for (const area of plan.standing) draw(area.outline, this.colours.of(Math.max(0, plan.areas.indexOf(area.area))).washes[1]);
  }

  stateOf(seat) {
    const { choice, states, priced, plan } = this.scene;
    if (choice.has(seat)) return 'chosen';
    if (!priced.has(plan.areaOf[seat])) return 'unpriced';
    return { [Free]: 'free', [Held]: 'held' }[states.of[seat]] ?? 'gone';
  }

  isDimmed(area) { return this.scene.shown !== null && !this.scene.shown.has(area); }

  paintSeats(c) {
    const { plan, grid } = this.scene;
    const { viewport, ratio, sprites } = this;
    sprites.prepare(this.radius, ratio, this.colours);
    c.setTransform(1, 0, 0, 1, 0, 0);
    const [k, ox, oy] = [viewport.scale * ratio, viewport.x * ratio, viewport.y * ratio];
    const numbered = this.radius >= numbersFrom ? [] : null;
    let isDim = false;
    grid.visit(viewport.visible(), (seat) => {
      const area = plan.areaOf[seat];
      const state = this.stateOf(seat);
      if ((this.isDimmed(area) && state !== 'chosen') !== isDim) {
        isDim = !isDim;
        c.globalAlpha = isDim ? dim : 1;
      }
      sprites.draw(c, sprites.get(state, area, plan.attributes[seat]), plan.x[seat] * k + ox, plan.y[seat] * k + oy);
      if (numbered && state === 'free' && !isDim && !(plan.attributes[seat] & 1)) numbered.push(seat);
    });
    c.globalAlpha = 1;
    this.inPixels(c, () => {
      if (numbered) this.paintNumbers(c, numbered);
      if (this.radius >= rowNamesFrom) this.paintRowNames(c);
      this.paintLost(c);
    });
  }

  paintNumbers(c, seats) {
    const { plan } = this.scene;
    this.font(c, Math.min(14, this.radius * 0.95));
    for (const seat of seats) {
      c.fillStyle = this.colours.of(plan.areaOf[seat]).ink;
      c.fillText(plan.numbers[seat], ...this.viewport.toPixels(plan.x[seat], plan.y[seat]));
    }
  }

  // Before the first seat of every run of seats, on the side away from the second.
  paintRowNames(c) {
    const { plan } = this.scene;
    const { viewport } = this;
    this.font(c, Math.min(13, Math.max(10, this.radius)));
    c.fillStyle = this.colours.muted;
    for (const seat of this.runs) {
      const [x, y] = viewport.toPixels(plan.x[seat], plan.y[seat]);
      if (x < -20 || y < -20 || x > viewport.width + 20 || y > viewport.height + 20) continue;
      const [nx, ny] = viewport.toPixels(plan.x[seat + 1], plan.y[seat + 1]);
      const length = Math.hypot(nx - x, ny - y) || 1;
      const away = this.radius + 9;
      c.fillText(plan.rows[plan.rowOf[seat]].name, x - ((nx - x) / length) * away, y - ((ny - y) / length) * away);
    }
  }

  // Seats that were lost: ringed, so that the eye finds where the proposals are near to.
  paintLost(c) {
    c.strokeStyle = this.colours.danger;
    c.lineWidth = 2;
    for (const seat of this.scene.lost) {
      const [x, y] = this.viewport.toPixels(this.scene.plan.x[seat], this.scene.plan.y[seat]);
      c.beginPath();
      c.arc(x, y, this.radius + 2, 0, 2 * Math.PI);
      c.stroke();
    }
  }

  shareFree(index) {
    const { states, plan } = this.scene;
    return states.freeIn[index] / Math.max(1, plan.sections[index].count);
  }

  paintBlocks(c) {
    const { plan, choice } = this.scene;
    c.lineCap = 'square';
    c.lineJoin = 'round';
    this.inMetres(c, () => {
      plan.sections.forEach((section, index) => {
        if (section.count === 0) return;
        const { path, width } = this.shapes[index];
        const share = this.shareFree(index);
        const area = this.colours.of(section.area);
        c.globalAlpha = this.isDimmed(section.area) ? dim : 1;
        c.strokeStyle = share > 0 ? area.outline : this.colours.muted;
        c.lineWidth = width + 3 / this.viewport.scale;
        c.stroke(path);
        c.strokeStyle = share > 0 ? area.washes[share > 0.4 ? 0 : share > 0.1 ? 1 : 2] : this.colours.neutral;
        c.lineWidth = width;
        c.stroke(path);
      });
    });
    c.globalAlpha = 1;
    const ratio = this.ratio;
    this.sprites.prepare(5, ratio, this.colours);
    c.setTransform(1, 0, 0, 1, 0, 0);
    for (const seat of choice.seats) {
      const [x, y] = this.viewport.toPixels(plan.x[seat], plan.y[seat]);
      this.sprites.draw(c, this.sprites.get('chosen', 0, 0), x * ratio, y * ratio);
    }
  }

  // Names of stage and standing areas; from afar those of the blocks and how much of them is free.
  paintNames(c) {
    const { plan } = this.scene;
    for (const thing of [...plan.decorations, ...plan.standing]) {
      const points = outlinePoints(thing.outline);
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
      const box = { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
      this.name(c, [thing.text ?? thing.name], (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, box, this.colours.text);
    }
    if (this.showsSeats) return;
    plan.sections.forEach((section, index) => {
      if (section.count > 0 && !this.isDimmed(section.area)) this.paintBlockName(c, section, index);
    });
  }

  // As much as the block has room for: name and count, name, number; else how much of it is free, where that is not all.
  paintBlockName(c, section, index) {
    const free = this.scene.states.freeIn[index];
    const { x, y, box, reach } = this.shapes[index];
    const number = /\d/.test(section.name.split(' ').at(-1)) ? section.name.split(' ').at(-1) : section.name;
    const count = free > 0 ? words.freeCount(free) : words.soldOut;
    const isInside = (mx, my) => {
      const seat = this.scene.grid.nearest(mx, my, reach);
      return seat >= section.first && seat < section.first + section.count;
    };
    for (const lines of [[section.name, count], [number, count], [section.name], [number]])
      if (this.name(c, lines, x, y, box, this.colours.text, isInside)) return;
    const share = this.shareFree(index);
    const room = this.viewport.scale * Math.min(box.x1 - box.x0, box.y1 - box.y0);
    if (room < 8 || share === 1) return;
    c.save();
    c.translate(...this.viewport.toPixels(x, y));
    drawShare(c, Math.min(6, Math.max(4, room / 4)), share, this.colours);
    c.restore();
  }

  // False when it does not fit the box, or a corner of it is not inside.
  name(c, lines, x, y, box, colour, isInside = () => true) {
    const { scale } = this.viewport;
    this.font(c, 12);
    const width = Math.max(...lines.map((line) => c.measureText(line).width)) + 4;
    const height = 15 * lines.length;
    if (width > (box.x1 - box.x0) * scale || height > (box.y1 - box.y0) * scale) return false;
    const [w, h] = [width / scale / 2, height / scale / 2];
    for (const [dx, dy] of [[-w, -h], [w, -h], [w, h], [-w, h]]) if (!isInside(x + dx, y + dy)) return false;
    const [px, py] = this.viewport.toPixels(x, y);
    c.fillStyle = colour;
    lines.forEach((line, i) => c.fillText(line, px, py + (i - (lines.length - 1) / 2) * 15));
    return true;
  }

  font(c, size) {
    c.font = `600 ${size}px system-ui, sans-serif`;
    c.textAlign = 'center';
    c.textBaseline = 'middle';
  }

  // Proposals: each seat ringed, the number beside the first.
  paintGroups(c) {
    const { plan, groups } = this.scene;
    groups.forEach((seats, index) => {
      c.strokeStyle = this.colours.accent;
      c.lineWidth = 3;
      for (const seat of seats) {
        c.beginPath();
        c.arc(...this.viewport.toPixels(plan.x[seat], plan.y[seat]), Math.max(4, this.radius) + 2.5, 0, 2 * Math.PI);
        c.stroke();
      }
      const [x, y] = this.badgeAt(seats);
      c.beginPath();
      c.arc(x, y, 11, 0, 2 * Math.PI);
      c.fillStyle = this.colours.accent;
      c.fill();
      this.font(c, 14);
      c.fillStyle = this.colours.surface;
      c.fillText(String(index + 1), x, y);
    });
  }

  badgeAt(seats) {
    const [x, y] = this.viewport.toPixels(this.scene.plan.x[seats[0]], this.scene.plan.y[seats[0]]);
    return [x, y - Math.max(4, this.radius) - 14];
  }
}
