// What the map shows and does: keys, pointer, filter, the list beside it, how it stays live.
import assert from 'node:assert/strict';
import { shopTest } from './support/shop_test.js';
import { chosen, holdSeats, mapReady, onOrderPage, openSeats, pressSeat, seatPlace, stage } from './support/shop.js';

const play = 'The Tempest';
const here = (page) => page.locator('.map-here:not([hidden])');
const hereText = (page) => here(page).getAttribute('aria-label');
const scaleOf = async (page) => Number((await stage(page).getAttribute('data-view')).split(' ')[0]);
const tickedInList = (page) => page.locator('#choice input[name=seat]:checked').evaluateAll((all) => all.map((one) => one.value));

shopTest('the keyboard walks rows, sections and the list', {}, async ({ page, server }) => {
  await openSeats(page, server.events[play]);
  await mapReady(page);
  await stage(page).focus();
  assert.match(await hereText(page), /^Stalls, row A, seat \d+, €54\.00, free$/);
  const start = Number(/seat (\d+)/.exec(await hereText(page))[1]);
  await page.keyboard.press('ArrowRight');
  assert.match(await hereText(page), new RegExp(`^Stalls, row A, seat ${start + 1},`));
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  assert.match(await hereText(page), /^Stalls, row B,/);
  await page.keyboard.press('ArrowUp');
  assert.match(await hereText(page), /^Stalls, row A,/);
  assert.equal(await stage(page).getAttribute('aria-activedescendant'), await here(page).getAttribute('id'));
  const box = await here(page).boundingBox();
  const frame = await stage(page).boundingBox();
  assert.ok(box.width >= 24 && box.x >= frame.x && box.y >= frame.y && box.x + box.width <= frame.x + frame.width && box.y + box.height <= frame.y + frame.height, 'the focus is seen');
  await page.keyboard.press('Enter');
  assert.equal(await here(page).getAttribute('aria-checked'), 'true');
  assert.match(await hereText(page), /chosen$/);
  await page.keyboard.press('Enter');
  assert.equal(await here(page).getAttribute('aria-checked'), 'false');
  await page.keyboard.press('PageDown');
  const next = await hereText(page);
  assert.doesNotMatch(next, /^Stalls/);
  await page.keyboard.press('PageUp');
  assert.match(await hereText(page), /^Stalls/);
  await page.keyboard.press('l');
  assert.equal(await page.evaluate(() => document.activeElement.type), 'checkbox');
});

shopTest('a seat of another section is found in its own list, and the choice comes along', {}, async ({ page, server }) => {
  await openSeats(page, server.events[play]);
  await mapReady(page);
  await pressSeat(page, server.events[play], 'Stalls/C/7');
  await stage(page).focus();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('l');
  await page.waitForURL(/section=1&row=\d+$/);
  await mapReady(page);
  assert.match(await chosen(page).textContent(), /Stalls, row C, seat 7/);
  assert.deepEqual(await page.locator('#choice input[type=hidden][name=seat]').evaluateAll((all) => all.map((one) => one.value)), ['Stalls/C/7']);
});

shopTest('list and map are one choice', {}, async ({ page, server }) => {
  await openSeats(page, server.events[play]);
  await mapReady(page);
  await pressSeat(page, server.events[play], 'Stalls/C/7');
  assert.deepEqual(await tickedInList(page), ['Stalls/C/7']);
  await page.locator('#choice input[value="Stalls/C/8"]').check();
  assert.equal(await chosen(page).count(), 2);
  await page.locator('#choice input[value="Stalls/C/7"]').uncheck();
  assert.match(await chosen(page).textContent(), /seat 8/);
  assert.match(await page.locator('.map-total').textContent(), /€54\.00/);
});

shopTest('no more seats than one may hold', {}, async ({ page, server }) => {
  await openSeats(page, server.events[play]);
  await mapReady(page);
  await stage(page).focus();
  await page.keyboard.press('ArrowDown');
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('ArrowLeft');
  for (let i = 0; i < 11; i += 1) {
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
  }
  assert.equal(await chosen(page).count(), 10);
  await page.getByRole('alert').filter({ hasText: 'at most 10 seats' }).waitFor();
});

shopTest('wheel, buttons, keys and drag move the picture', {}, async ({ page, server }) => {
  await openSeats(page, server.events[play]);
  await mapReady(page);
  const fit = await scaleOf(page);
  const before = await seatPlace(page, server.events[play], 'Stalls/C/7');
  await page.mouse.move(before.x, before.y);
  await page.mouse.wheel(0, -120);
  const after = await seatPlace(page, server.events[play], 'Stalls/C/7');
  assert.ok(after.scale > fit * 1.2);
  assert.ok(Math.hypot(after.x - before.x, after.y - before.y) < 1, 'what is under the pointer stays there');
  await page.mouse.down();
  await page.mouse.move(before.x + 60, before.y + 40, { steps: 4 });
  await page.mouse.up();
  const dragged = await seatPlace(page, server.events[play], 'Stalls/C/7');
  assert.ok(Math.abs(dragged.x - after.x - 60) < 1);
  assert.equal(await chosen(page).count(), 0, 'a drag chooses nothing');
  await page.getByRole('button', { name: 'Show the whole house' }).click();
  assert.equal((await seatPlace(page, server.events[play], 'Stalls/C/7')).scale, fit);
  await stage(page).focus();
  await page.keyboard.press('+');
  assert.ok((await seatPlace(page, server.events[play], 'Stalls/C/7')).scale > fit);
  await page.keyboard.press('0');
  assert.equal((await seatPlace(page, server.events[play], 'Stalls/C/7')).scale, fit);
});

shopTest('the overview shows where one is and leads elsewhere', {}, async ({ page, server }) => {
  await openSeats(page, server.events[play]);
  await mapReady(page);
  const overview = page.locator('.map-overview');
  assert.equal(await overview.isVisible(), false, 'nothing to say while all is seen');
  await pressSeat(page, server.events[play], 'Stalls/C/7');
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await overview.waitFor();
  const chosenBefore = await chosen(page).count();
  const middle = async () => {
    const [scale, x, y] = (await stage(page).getAttribute('data-view')).split(' ').map(Number);
    const { width, height } = await stage(page).boundingBox();
    return [(width / 2 - x) / scale, (height / 2 - y) / scale];
  };
  const { width, height } = await overview.boundingBox();
  await overview.click({ position: { x: width * 0.4, y: height * 0.4 } });
  await page.waitForTimeout(400);
  const [x, y] = await middle();
  await overview.click({ position: { x: width * 0.6, y: height * 0.6 } });
  await page.waitForTimeout(400);
  const [nextX, nextY] = await middle();
  assert.ok(nextX > x && nextY > y, 'further right and down');
  assert.equal(await chosen(page).count(), chosenBefore, 'it chooses nothing');
  await page.getByRole('button', { name: 'Show the whole house' }).click();
  await overview.waitFor({ state: 'hidden' });
});

shopTest('two fingers zoom to where they are', { window: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true } }, async ({ page, server }) => {
  await openSeats(page, server.events[play]);
  await mapReady(page);
  await stage(page).scrollIntoViewIfNeeded();
  const fit = await scaleOf(page);
  const box = await stage(page).boundingBox();
  const session = await page.context().newCDPSession(page);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const touch = (type, apart) => session.send('Input.dispatchTouchEvent', { type, touchPoints: apart === null ? [] : [{ x: x - apart, y, id: 1 }, { x: x + apart, y, id: 2 }] });
  await touch('touchStart', 20);
  for (const apart of [30, 45, 60, 80]) await touch('touchMove', apart);
  await touch('touchEnd', null);
  assert.ok((await seatPlace(page, server.events[play], 'Stalls/C/7')).scale > 2 * fit);
  assert.equal(await chosen(page).count(), 0);
});

// Pixels of the seat's middle and of its surroundings, as painted.
async function pixels(page, event, label) {
  const { x, y } = await seatPlace(page, event, label);
  return page.evaluate(([px, py]) => {
    const canvas = document.querySelector('#seat-map-stage canvas');
    const box = canvas.getBoundingClientRect();
    const ratio = canvas.width / box.width;
    const size = 21;
    return [...canvas.getContext('2d').getImageData(Math.round((px - box.left) * ratio) - 10, Math.round((py - box.top) * ratio) - 10, size, size).data];
  }, [x, y]);
}
const grey = (data) => data.reduce((all, value, i) => (i % 4 === 0 ? [...all, Math.round((value * 2 + data[i + 1] * 5 + data[i + 2]) / 8)] : all), []);
const differ = (a, b) => grey(a).filter((value, i) => Math.abs(value - grey(b)[i]) > 40).length;

shopTest('states differ without colour, and held seats come free again by themselves', { noPage: true }, async ({ open, server }) => {
  const event = server.events[play];
  const [page, other, third] = [await open({ reducedMotion: 'reduce' }), await open(), await open()];
  await openSeats(page, event);
  await mapReady(page);
  const { x, y } = await seatPlace(page, event, 'Stalls/C/8');
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -120);
  await page.mouse.wheel(0, -120);
  const free = await pixels(page, event, 'Stalls/C/8');
  await holdSeats(other, event, ['Stalls/C/8']);
  const tipOf = async (label) => {
    const place = await seatPlace(page, event, label);
    await page.mouse.move(place.x + 1, place.y);
    return page.locator('.map-status').textContent();
  };
  const until = async (label, text) => {
    for (let i = 0; i < 100 && !(await tipOf(label)).includes(text); i += 1);
    assert.match(await tipOf(label), new RegExp(text));
  };
  await until('Stalls/C/8', 'held by somebody else');
  const held = await pixels(page, event, 'Stalls/C/8');
  await holdSeats(third, event, ['Stalls/C/9']);
  await third.locator('input[name=email]').fill('fan@example.org');
  await third.locator('form[action$="/checkout"] button:not([formaction])').last().click();
  await onOrderPage(third);
  await until('Stalls/C/9', 'not available');
  const gone = await pixels(page, event, 'Stalls/C/9');
  await other.locator('form[action$="/release"] button').click();
  await until('Stalls/C/8', 'free$');
  await pressSeat(page, event, 'Stalls/C/8');
  const mine = await pixels(page, event, 'Stalls/C/8');
  const looks = { free, held, gone, mine };
  for (const [a, one] of Object.entries(looks)) for (const [b, two] of Object.entries(looks)) if (a < b) assert.ok(differ(one, two) > 25, `${a} and ${b} look alike in grey`);
});

shopTest('the price filter dims the others', {}, async ({ page, server }) => {
  await openSeats(page, server.events[play]);
  await mapReady(page);
  const bright = await pixels(page, server.events[play], 'Stalls/C/7');
  await page.getByRole('button', { name: /^Category B/ }).click();
  assert.equal(await page.getByRole('button', { name: /^Category B/ }).getAttribute('aria-pressed'), 'true');
  assert.ok(differ(bright, await pixels(page, server.events[play], 'Stalls/C/7')) > 10);
  await page.getByRole('button', { name: /^Category B/ }).click();
  assert.equal(differ(bright, await pixels(page, server.events[play], 'Stalls/C/7')), 0);
});

shopTest('colours reach their contrast in light and dark', { noPage: true }, async ({ open, server }) => {
  for (const colorScheme of ['light', 'dark']) {
    const page = await open({ colorScheme });
    await openSeats(page, server.events[play]);
    await mapReady(page);
    const worst = await page.evaluate(async () => {
      const base = document.querySelector('script[src$="/seat_map.js"]').src;
      const { contrast, mapColours } = await import(new URL('map_colours.js', base));
      const colours = mapColours(document.getElementById('seat-map-stage'));
      const of = (text) => text.match(/\d+/g).map(Number);
      const least = (pairs) => Math.min(...pairs.map(([a, b]) => contrast(of(a), of(b))));
      return {
        outline: least(colours.areas.map((area) => [area.outline, colours.surface])),
        ink: least(colours.areas.map((area) => [area.ink, area.fill])),
        washes: least(colours.areas.flatMap((area) => area.washes.map((wash) => [colours.text, wash]))),
        muted: least([[colours.muted, colours.surface], [colours.muted, colours.neutral]]),
        accent: least([[colours.accent, colours.surface], [colours.danger, colours.surface]]),
      };
    });
    for (const [what, least] of Object.entries({ outline: 3, ink: 4.5, washes: 4.5, muted: 4.5, accent: 3 })) assert.ok(worst[what] >= least, `${colorScheme}: ${what} ${worst[what].toFixed(2)} of ${least}`);
  }
});

shopTest('a lost stream is told and made good', {}, async ({ page, server }) => {
  const event = server.events[play];
  await page.clock.install();
  await openSeats(page, event);
  await mapReady(page);
  await page.context().setOffline(true);
  await page.clock.runFor(9000);
  const stale = page.locator('p.map-notice', { hasText: 'Not live since' });
  for (let i = 0; i < 20 && !(await stale.isVisible()); i += 1) await page.clock.runFor(3000);
  await stale.waitFor();
  await page.context().setOffline(false);
  for (let i = 0; i < 30 && (await stale.isVisible()); i += 1) await page.clock.runFor(3000);
  await stale.waitFor({ state: 'hidden' });
});
