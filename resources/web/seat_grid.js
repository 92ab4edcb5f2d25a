// Which seats are in this rectangle, which is nearest to this point: a grid over the plan, seats sorted by cell.
export class SeatGrid {
  constructor(plan) {
    this.plan = plan;
    this.cell = 4 * plan.pitch;
    this.columns = Math.max(1, Math.ceil((plan.box.x1 - plan.box.x0) / this.cell));
    this.lines = Math.max(1, Math.ceil((plan.box.y1 - plan.box.y0) / this.cell));
    const cellOf = new Uint32Array(plan.count);
    this.start = new Uint32Array(this.columns * this.lines + 1);
    for (let seat = 0; seat < plan.count; seat += 1) {
      cellOf[seat] = this.#column(plan.x[seat]) + this.#line(plan.y[seat]) * this.columns;
      this.start[cellOf[seat] + 1] += 1;
    }
    for (let i = 1; i < this.start.length; i += 1) this.start[i] += this.start[i - 1];
    const next = this.start.slice();
    this.seats = new Uint32Array(plan.count);
    for (let seat = 0; seat < plan.count; seat += 1) this.seats[next[cellOf[seat]]++] = seat;
  }

  #column(x) { return Math.min(this.columns - 1, Math.max(0, Math.floor((x - this.plan.box.x0) / this.cell))); }
  #line(y) { return Math.min(this.lines - 1, Math.max(0, Math.floor((y - this.plan.box.y0) / this.cell))); }

  // Seats of every cell the box touches; a few lie outside of it.
  visit(box, see) {
    const [left, right] = [this.#column(box.x0), this.#column(box.x1)];
    for (let line = this.#line(box.y0); line <= this.#line(box.y1); line += 1) {
      const end = this.start[line * this.columns + right + 1];
      for (let i = this.start[line * this.columns + left]; i < end; i += 1) see(this.seats[i]);
    }
  }

  // -1: none within reach (metres).
  nearest(x, y, reach) {
    let best = -1;
    let bestDistance = reach;
    this.visit({ x0: x - reach, y0: y - reach, x1: x + reach, y1: y + reach }, (seat) => {
      const distance = Math.hypot(this.plan.x[seat] - x, this.plan.y[seat] - y);
      if (distance > bestDistance) return;
      best = seat;
      bestDistance = distance;
    });
    return best;
  }
}
