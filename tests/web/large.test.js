// 34,000 seats, on a desk and on a phone whose processor is four times slower: it works, and the figures are printed. They
// are not asserted: what else the machine does decides as much as the code.
import assert from 'node:assert/strict';
import { bigHouseFile, bigHouseSeats } from './support/big_house.js';
import { shopTest } from './support/shop_test.js';
import { chosen, mapReady, openSeats, seatPlace, stage } from './support/shop.js';

const title = 'An evening at Great Stadium';
const server = { plan: bigHouseFile() };

// Moves the picture a little so many times, a frame each; the map measures its own frames.
async function frames(page, count) {
  await page.evaluate(async (wanted) => {
    const map = document.getElementById('seat-map-stage');
    const box = map.getBoundingClientRect();
    for (let i = 0; i < wanted; i += 1) {
      map.dispatchEvent(new WheelEvent('wheel', { deltaY: i % 2 ? 20 : -20, clientX: box.left + box.width / 2, clientY: box.top + 150, cancelable: true }));
      await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });
    }
  }, count);
}

async function measure(page, what) {
  const marks = await page.evaluate(() => Object.fromEntries(performance.getEntriesByType('measure').map(({ name, duration }) => [name, Math.round(duration)])));
  const paints = await page.evaluate(() => performance.getEntriesByName('seat map: frame').map(({ duration }) => duration).sort((a, b) => a - b));
  const at = (share) => paints[Math.min(paints.length - 1, Math.floor(paints.length * share))]?.toFixed(1);
  console.log(`# ${what}: plan ${marks['seat map: plan']} ms, first picture after ${marks['seat map: first']} ms, ${paints.length} frames, script ${at(0.5)} ms (p95 ${at(0.95)})`);
  assert.ok(paints.length > 0);
}

async function walkThrough(page, event, what, zoom) {
  await openSeats(page, event);
  await mapReady(page);
  assert.equal(await page.evaluate(() => document.querySelectorAll('#seat-map *').length < 200), true, 'seats are no elements');
  await stage(page).scrollIntoViewIfNeeded();
  await frames(page, 20);
  await measure(page, `${what}, blocks`);
  await page.evaluate(() => performance.clearMeasures('seat map: frame'));
  for (let i = 0; i < zoom; i += 1) await stage(page).press('+');
  await seatPlace(page, event, 'Block 101/1/1');
  await frames(page, 20);
  await measure(page, `${what}, seats`);
  await stage(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  assert.equal(await chosen(page).count(), 1);
  await seatPlace(page, event, 'Block 101/1/1');
  const before = await page.evaluate(() => performance.getEntriesByName('seat map: frame').length);
  await page.evaluate(() => new Promise((done) => { setTimeout(done, 300); }));
  assert.equal(await page.evaluate(() => performance.getEntriesByName('seat map: frame').length), before, 'nothing is painted while nothing changes');
}

shopTest('34,000 seats on a desk', { server }, async ({ page, server: { events } }) => {
  const states = await (await page.request.get(`/api/v1/events/${events[title]}/seats`)).json();
  assert.equal(states.states.length, bigHouseSeats);
  await walkThrough(page, events[title], 'desk 1280 px', 4);
});

shopTest('34,000 seats on a phone', { server, window: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true } }, async ({ page, server: { events } }) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await walkThrough(page, events[title], 'phone 360 px, processor slowed 4 times', 8);
});
