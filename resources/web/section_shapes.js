// Blocks as seen from afar: the rows of a section as bands so broad that they touch. Made once, in metres.
const aisle = 8; // pitches; a wider gap in a row is not bridged
const knots = 8; // seats between two points of a band: curved rows stay curved, straight ones stay cheap

function rowDistance(plan, section) {
  const gaps = [];
  for (let r = section.firstRow; r + 1 < section.firstRow + section.rowCount; r += 1) {
    const [row, next] = [plan.rows[r], plan.rows[r + 1]];
    const middle = row.first + Math.floor(row.count / 2);
    let nearest = 4 * plan.pitch;
    for (let seat = next.first; seat < next.first + next.count; seat += 1)
      nearest = Math.min(nearest, Math.hypot(plan.x[seat] - plan.x[middle], plan.y[seat] - plan.y[middle]));
    gaps.push(nearest);
  }
  gaps.sort((a, b) => a - b);
  return Math.max(gaps[Math.floor(gaps.length / 2)] ?? plan.pitch, plan.pitch);
}

function addRow(path, plan, row) {
  let begun = row.first;
  const end = row.first + row.count;
  for (let seat = row.first; seat < end; seat += 1) {
    const isLast = seat + 1 === end;
    if (!isLast && Math.hypot(plan.x[seat + 1] - plan.x[seat], plan.y[seat + 1] - plan.y[seat]) < aisle * plan.pitch) continue;
    path.moveTo(plan.x[begun], plan.y[begun]);
    for (let knot = begun + knots; knot < seat; knot += knots) path.lineTo(plan.x[knot], plan.y[knot]);
    path.lineTo(plan.x[seat] + (seat === begun ? 0.01 : 0), plan.y[seat]); // a line of no length has no band
    begun = seat + 1;
  }
}

// The middle of all its seats.
function middleOf(plan, section) {
  let [x, y] = [0, 0];
  for (let seat = section.first; seat < section.first + section.count; seat += 1) {
    x += plan.x[seat] / section.count;
    y += plan.y[seat] / section.count;
  }
  return { x, y };
}

// [{path, width, reach, x, y, box}] by section; x, y: where its name stands; reach: how far from a seat is still inside.
export function sectionShapes(plan) {
  return plan.sections.map((section) => {
    const path = new Path2D();
    for (const row of plan.rows.slice(section.firstRow, section.firstRow + section.rowCount)) if (row.count > 0) addRow(path, plan, row);
    const distance = rowDistance(plan, section);
    return { path, width: 1.2 * distance, reach: 0.8 * distance, ...middleOf(plan, section), box: section.box };
  });
}
