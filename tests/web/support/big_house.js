// A made-up stadium of 34,000 seats as a pretix plan, written to a file: tiers of curved blocks around a stage.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const bigHouseSeats = 34000;
const pitch = 26; // the plan's pixels; 52 cm
const rowGap = 42;
const tiers = [{ radius: 900, rows: 20 }, { radius: 1900, rows: 25 }, { radius: 3150, rows: 30 }];

export function bigHousePlan() {
  const categories = Array.from({ length: 5 }, (_, i) => ({ name: `Category ${i + 1}`, color: '#888888' }));
  const zones = [];
  const [cx, cy] = [4600, 4600];
  let left = bigHouseSeats;
  tiers.forEach(({ radius, rows }, tier) => {
    const blocks = 20 + 8 * tier;
    const wide = (2 * Math.PI * 0.85) / blocks; // the stage takes a part of the circle
    for (let block = 0; block < blocks && left > 0; block += 1) {
      const name = `${tier + 1}${String(block + 1).padStart(2, '0')}`;
      const from = Math.PI * (0.5 + 0.15) + block * wide;
      const zone = { name: `Block ${name}`, position: { x: 0, y: 0 }, rows: [] };
      for (let row = 0; row < rows && left > 0; row += 1) {
        const r = radius + row * rowGap;
        const count = Math.min(left, Math.floor(((wide - 60 / r) * r) / pitch));
        const seats = Array.from({ length: count }, (_, seat) => {
          const angle = from + (30 + seat * pitch) / r;
          return { seat_guid: `${name}-${row + 1}-${seat + 1}`, seat_number: String(seat + 1), position: { x: Math.round(cx + r * Math.sin(angle)), y: Math.round(cy - r * Math.cos(angle)) }, category: `Category ${Math.min(5, tier * 2 + (row > rows / 2 ? 2 : 1))}` };
        });
        left -= count;
        zone.rows.push({ row_number: String(row + 1), row_number_position: 'both', position: { x: 0, y: 0 }, seats });
      }
      zones.push(zone);
    }
  });
  if (left > 0) throw new Error(`${left} seats found no place`);
  return { name: 'Great Stadium', size: { width: 9200, height: 9200 }, categories, zones };
}

export function bigHouseFile() {
  const file = join(mkdtempSync(join(tmpdir(), 'parterre-plan-')), 'stadium.json');
  writeFileSync(file, JSON.stringify(bigHousePlan()));
  return file;
}
