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

// [{path, width, x, y, box}] by section; x, y: where its name stands.
export function sectionShapes(plan) {
  return plan.sections.map((section) => {
    const path = new Path2D();
    const rows = plan.rows.slice(section.firstRow, section.firstRow + section.rowCount);
    for (const row of rows) if (row.count > 0) addRow(path, plan, row);
    const width = 1.2 * rowDistance(plan, section);
    const middle = rows[Math.floor(rows.length / 2)];
    const seat = middle ? middle.first + Math.floor(middle.count / 2) : 0;
    return { path, width, x: plan.x[seat], y: plan.y[seat], box: section.box };
  });
}
