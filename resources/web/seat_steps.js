// Keyboard movement by position on the screen, so that curved rows and blocks beside the stage behave as they look.
const ways = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

// How far `to` lies in that direction and beside it.
function measure(plan, from, to, [wx, wy]) {
  const [dx, dy] = [plan.x[to] - plan.x[from], plan.y[to] - plan.y[from]];
  return { along: dx * wx + dy * wy, across: Math.abs(dx * wy - dy * wx) };
}

function alongRow(plan, from, way) {
  const row = plan.rows[plan.rowOf[from]];
  for (const to of [from + 1, from - 1]) {
    if (to < row.first || to >= row.first + row.count) continue;
    const { along, across } = measure(plan, from, to, way);
    if (along > 0 && along >= across) return to;
  }
  return -1;
}

// Straying sideways costs double, so the next row wins over a seat straight ahead two rows on.
function acrossRows(plan, grid, from, way) {
  const farthest = 2 * (plan.box.x1 - plan.box.x0 + plan.box.y1 - plan.box.y0);
  for (let reach = 3 * plan.pitch; reach < 2 * farthest; reach *= 2) {
    let best = -1;
    let bestCost = reach;
    const [x, y] = [plan.x[from], plan.y[from]];
    grid.visit({ x0: x - reach, y0: y - reach, x1: x + reach, y1: y + reach }, (to) => {
      const { along, across } = measure(plan, from, to, way);
      if (plan.rowOf[to] === plan.rowOf[from] || along < plan.pitch * 0.2 || across > 2 * along) return;
      const cost = along + 2 * across;
      if (cost > bestCost || (cost === bestCost && best !== -1 && best < to)) return;
      best = to;
      bestCost = cost;
    });
    if (best !== -1) return best;
  }
  return -1;
}

// direction: left, right, up, down. The same seat when there is none.
export function seatBeside(plan, grid, from, direction) {
  const way = ways[direction];
  const inRow = alongRow(plan, from, way);
  if (inRow !== -1) return inRow;
  const beyond = acrossRows(plan, grid, from, way);
  return beyond === -1 ? from : beyond;
}

// by: 1 or -1. The middle of the first row of the next section that has seats.
export function seatInSection(plan, from, by) {
  const count = plan.sections.length;
  let section = plan.sectionIndexOf(from);
  for (let tried = 0; tried < count; tried += 1) {
    section = (section + by + count) % count;
    if (plan.sections[section].count > 0) return middleOf(plan, plan.sections[section]);
  }
  return from;
}

function middleOf(plan, section) {
  const row = plan.rows.slice(section.firstRow, section.firstRow + section.rowCount).find((one) => one.count > 0);
  return row.first + Math.floor(row.count / 2);
}

// Nearest to what the audience looks at.
export function firstSeat(plan) {
  let best = 0;
  const distance = (seat) => Math.hypot(plan.x[seat] - plan.focal[0], plan.y[seat] - plan.focal[1]);
  for (let seat = 1; seat < plan.count; seat += 1) if (distance(seat) < distance(best)) best = seat;
  return best;
}
