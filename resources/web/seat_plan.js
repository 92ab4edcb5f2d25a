// The seating plan as flat arrays by seat index: 34,000 seats are six arrays, not 34,000 objects.
const attributeBits = { wheelchair: 1, companion: 2, restricted_view: 4 };
export const Wheelchair = 1;
export const Companion = 2;
export const RestrictedView = 4;

export class SeatPlan {
  // `areaNames`: names of the price areas in the order of the venue, so that colours agree with every other page.
  constructor(json, areaNames) {
    let count = 0;
    for (const section of json.sections) for (const row of section.rows) count += row.seats.length;
    this.count = count;
    this.x = new Float32Array(count);
    this.y = new Float32Array(count);
    this.rowOf = new Uint32Array(count);
    this.areaOf = new Uint16Array(count);
    this.attributes = new Uint8Array(count);
    this.numbers = new Array(count);
    this.areas = [...areaNames];
    this.rows = []; // {name, section, first, count}
    this.sections = []; // {name, first, count, firstRow, rowCount, area, box}
    this.standing = json.standing;
    this.decorations = json.decorations;
    this.focal = json.focal;
    this.#read(json);
    this.pitch = this.#medianStep();
    this.box = this.#extent(json);
  }

  #read(json) {
    const areaIndex = new Map(this.areas.map((name, index) => [name, index]));
    let seat = 0;
    for (const section of json.sections) {
      const here = { name: section.name, first: seat, count: 0, firstRow: this.rows.length, rowCount: section.rows.length };
      for (const row of section.rows) {
        this.rows.push({ name: row.name, section: this.sections.length, first: seat, count: row.seats.length });
        for (const one of row.seats) {
          this.x[seat] = one.x;
          this.y[seat] = one.y;
          this.rowOf[seat] = this.rows.length - 1;
          if (!areaIndex.has(one.area)) areaIndex.set(one.area, this.areas.push(one.area) - 1);
          this.areaOf[seat] = areaIndex.get(one.area);
          this.attributes[seat] = (one.attributes ?? []).reduce((bits, name) => bits | (attributeBits[name] ?? 0), 0);
          this.numbers[seat] = one.number;
          seat += 1;
        }
      }
      here.count = seat - here.first;
      here.box = boxOf(this, here.first, here.count);
      here.area = mainArea(this, here);
      this.sections.push(here);
    }
  }

  sectionIndexOf(seat) { return this.rows[this.rowOf[seat]].section; }
  label(seat) {
    const row = this.rows[this.rowOf[seat]];
    return `${this.sections[row.section].name}/${row.name}/${this.numbers[seat]}`;
  }
  // -1: no such seat. The index of labels is made when first asked for.
  seatOf(label) {
    if (!this.labels) {
      this.labels = new Map();
      for (let seat = 0; seat < this.count; seat += 1) this.labels.set(this.label(seat), seat);
    }
    return this.labels.get(label) ?? -1;
  }

  // The usual distance of neighbours in metres.
  #medianStep() {
    const steps = [];
    for (const row of this.rows)
      for (let seat = row.first; seat + 1 < row.first + row.count && steps.length < 4000; seat += 1)
        steps.push(Math.hypot(this.x[seat + 1] - this.x[seat], this.y[seat + 1] - this.y[seat]));
    steps.sort((a, b) => a - b);
    return Math.max(steps[Math.floor(steps.length / 2)] ?? 0.5, 0.05);
  }

  #extent(json) {
    const box = boxOf(this, 0, this.count);
    for (const thing of [...json.standing, ...json.decorations])
      for (const [x, y] of outlinePoints(thing.outline)) grow(box, x, y);
    const margin = 1.5 * this.pitch;
    return { x0: box.x0 - margin, y0: box.y0 - margin, x1: box.x1 + margin, y1: box.y1 + margin };
  }
}

function grow(box, x, y) {
  box.x0 = Math.min(box.x0, x);
  box.y0 = Math.min(box.y0, y);
  box.x1 = Math.max(box.x1, x);
  box.y1 = Math.max(box.y1, y);
}

function boxOf(plan, first, count) {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (let seat = first; seat < first + count; seat += 1) grow(box, plan.x[seat], plan.y[seat]);
  return box;
}

function mainArea(plan, section) {
  const seats = new Map();
  for (let seat = section.first; seat < section.first + section.count; seat += 1)
    seats.set(plan.areaOf[seat], (seats.get(plan.areaOf[seat]) ?? 0) + 1);
  return [...seats].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

// An outline as points: an ellipse is its centre and its half axes.
export function outlinePoints(outline) {
  if (outline.kind !== 'ellipse') return outline.points;
  const [[cx, cy], [rx, ry]] = outline.points;
  return Array.from({ length: 48 }, (_, i) => [cx + rx * Math.cos((i * Math.PI) / 24), cy + ry * Math.sin((i * Math.PI) / 24)]);
}

export async function loadPlan(url, areaNames) {
  const response = await fetch(url, { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`plan: ${response.status}`);
  return new SeatPlan(await response.json(), areaNames);
}
