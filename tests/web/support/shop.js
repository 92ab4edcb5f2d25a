// What a fan does on the pages, step by step; the only file that knows how the pages are made.
import assert from 'node:assert/strict';

export const mail = 'fan@example.org';

export async function openSeats(page, event, section = 0) {
  await page.goto(`/events/${event}/seats?section=${section}`);
}

// The map has loaded and painted.
export async function mapReady(page) {
  await page.locator('#seat-map[data-ready]').waitFor();
  await page.locator('#seat-map-stage[data-view]').waitFor();
}

export const stage = (page) => page.locator('#seat-map-stage');
export const chosen = (page) => page.locator('.map-chosen li');
export const holdButton = (page) => page.locator('.map-hold');

const plans = new Map(); // event → plan, which never changes

// Where a seat is on the screen. The map says how metres become pixels; movements last 150 ms at most.
export async function seatPlace(page, event, label) {
  if (!plans.has(event)) plans.set(event, await (await page.request.get(`/api/v1/events/${event}/plan`)).json());
  const seat = plans.get(event).sections.flatMap((section) => section.rows.flatMap((row) => row.seats)).find((one) => one.label === label);
  assert.ok(seat, `no seat ${label}`);
  let before = '';
  for (let same = 0; same < 3;) { // still for three looks
    const now = await stage(page).getAttribute('data-view');
    same = now === before ? same + 1 : 0;
    before = now;
    await page.waitForTimeout(40);
  }
  const [scale, x, y] = before.split(' ').map(Number);
  const box = await stage(page).boundingBox();
  return { x: box.x + seat.x * scale + x, y: box.y + seat.y * scale + y, scale };
}

// Presses on the seat; where seats are too small to hit, the first press zooms in.
export async function pressSeat(page, event, label, press = (x, y) => page.mouse.click(x, y)) {
  await stage(page).scrollIntoViewIfNeeded();
  const count = await chosen(page).count();
  for (let tries = 0; tries < 4; tries += 1) {
    const { x, y } = await seatPlace(page, event, label);
    const view = await stage(page).getAttribute('data-view');
    await press(x, y);
    await page.waitForFunction(([was, before]) => document.querySelectorAll('.map-chosen li').length !== was || document.querySelector('#seat-map-stage').dataset.view !== before || !document.querySelector('.map-notice').hidden, [count, view]);
    if ((await chosen(page).count()) !== count) return;
    if (await page.locator('.map-notice[role=alert]').isVisible()) return;
  }
  assert.fail(`${label} was not chosen after four presses`);
}

// Holds these seats by the list, with or without scripts; for tests of what comes after.
export async function holdSeats(page, event, labels) {
  await openSeats(page, event);
  for (const label of labels) await page.locator(`#choice input[value="${label}"]`).check();
  await page.locator('#choice button').last().click();
  await onHoldPage(page);
}

export async function onHoldPage(page) {
  await page.waitForURL(/\/holds\/[0-9a-f]+/);
}

export const checkout = (page) => page.locator('form[action$="/checkout"]');
// The one that pays; a page may have others that only work prices out anew.
export const payButton = (page) => checkout(page).locator('button:not([formaction])').last();

export async function fillCheckout(page, email = mail) {
  await checkout(page).locator('input[name=email]').fill(email);
}

// Through the test bank's page, where the payment goes there, to the order with its tickets.
export async function onOrderPage(page) {
  await page.waitForURL(/\/(orders|pay)\//);
  if (page.url().includes('/pay/')) await page.locator('button[value=pay]').press('Enter');
  await page.waitForURL(/\/orders\/[0-9a-f]+/);
  await page.locator('.tickets').waitFor(); // the bank's notice may be a moment behind
}

// The availability string of the event, one character a seat.
export async function states(page, event) {
  return (await (await page.request.get(`/api/v1/events/${event}/seats`)).json()).states;
}
export const countOf = (text, character) => text.split(character).length - 1;
