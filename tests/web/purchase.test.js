// A whole purchase, from the list of events to the tickets, in every way a fan may do it.
import assert from 'node:assert/strict';
import { shopTest } from './support/shop_test.js';
import { checkout, chosen, countOf, fillCheckout, holdButton, mail, mapReady, onHoldPage, onOrderPage, openSeats, payButton, pressSeat, stage, states } from './support/shop.js';

const play = 'The Tempest';

async function soldExactlyNow(page, server, count) {
  assert.equal(countOf(await states(page, server.events[play]), 'x'), count);
}

async function soldExactly(page, server, count) {
  await soldExactlyNow(page, server, count);
  assert.match(page.url(), /\/orders\/[0-9a-f]+\?key=/);
}

shopTest('by mouse on the map', {}, async ({ page, server }) => {
  await page.goto('/');
  await page.getByRole('link', { name: play }).click();
  await openSeats(page, server.events[play]);
  await mapReady(page);
  await pressSeat(page, server.events[play], 'Stalls/C/7');
  await pressSeat(page, server.events[play], 'Stalls/C/8');
  assert.equal(await chosen(page).count(), 2);
  await page.getByRole('button', { name: /^Remove .*seat 7$/ }).click();
  assert.equal(await chosen(page).count(), 1);
  await pressSeat(page, server.events[play], 'Stalls/C/7');
  await holdButton(page).click();
  await onHoldPage(page);
  assert.equal(countOf(await states(page, server.events[play]), 'h'), 2);
  await fillCheckout(page);
  await payButton(page).click();
  await onOrderPage(page);
  await soldExactly(page, server, 2);
});

// Tab until the wanted element has the focus: what a fan without a mouse does.
async function tabTo(page, wanted, most = 200) {
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  assert.fail('the keyboard does not get there');
}

shopTest('by keyboard only', {}, async ({ page, server }) => {
  await page.goto('/');
  await tabTo(page, page.getByRole('link', { name: play }));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/events\//);
  await tabTo(page, page.getByRole('link', { name: 'Stalls', exact: true }).first());
  await page.keyboard.press('Enter');
  await mapReady(page);
  await tabTo(page, page.getByRole('link', { name: 'Choose from the list' }), 30); // the list comes first
  await tabTo(page, stage(page), 30);
  const here = () => page.locator('.map-here:not([hidden])');
  const first = await here().getAttribute('aria-label');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction((was) => document.querySelector('.map-here:not([hidden])').getAttribute('aria-label') !== was, first);
  assert.match(await here().getAttribute('aria-label'), /^Stalls, row B, seat \d+, €54\.00, free$/);
  await page.keyboard.press('Enter');
  assert.equal(await here().getAttribute('aria-checked'), 'true');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press(' ');
  assert.equal(await chosen(page).count(), 2);
  await page.keyboard.press('PageDown');
  assert.doesNotMatch(await here().getAttribute('aria-label'), /^Stalls/);
  await tabTo(page, holdButton(page), 30);
  await page.keyboard.press('Enter');
  await onHoldPage(page);
  await tabTo(page, checkout(page).locator('input[name=email]'), 60);
  await page.keyboard.type(mail);
  await tabTo(page, payButton(page), 20);
  await page.keyboard.press('Enter');
  await onOrderPage(page);
  await soldExactly(page, server, 2);
});

shopTest('without JavaScript', { window: { javaScriptEnabled: false } }, async ({ page, server }) => {
  await page.goto('/');
  await page.getByRole('link', { name: play }).click();
  await page.getByRole('link', { name: 'Stalls', exact: true }).first().click();
  assert.equal(await page.locator('#seat-map').isVisible(), false);
  await page.locator('input[name=seat][value="Stalls/C/7"]').check();
  await page.locator('input[name=seat][value="Stalls/C/8"]').check();
  await page.locator('#choice button').last().click();
  await onHoldPage(page);
  await fillCheckout(page);
  await payButton(page).click();
  await onOrderPage(page);
  await soldExactly(page, server, 2);
});

const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true };

async function fitsWidth(page) {
  const { wide, window } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, window: innerWidth }));
  assert.ok(wide <= window, `${page.url()} is ${wide} px wide in a window of ${window}`);
}

shopTest('on a phone by touch', { window: phone }, async ({ page, server }) => {
  await page.goto('/');
  await fitsWidth(page);
  await page.getByRole('link', { name: play }).tap();
  await page.waitForURL(/\/events\//);
  await fitsWidth(page);
  await openSeats(page, server.events[play]);
  await mapReady(page);
  await fitsWidth(page);
  const before = (await stage(page).getAttribute('data-view')).split(' ')[0];
  await pressSeat(page, server.events[play], 'Stalls/C/7', (x, y) => page.touchscreen.tap(x, y));
  const after = (await stage(page).getAttribute('data-view')).split(' ')[0];
  assert.ok(Number(after) > Number(before), 'seats too small for a finger are not chosen but enlarged first');
  assert.deepEqual(await page.locator('#choice input[name=seat]:checked').evaluateAll((all) => all.map((one) => one.value)), ['Stalls/C/7']);
  await holdButton(page).tap();
  await onHoldPage(page);
  await fitsWidth(page);
  await fillCheckout(page);
  await payButton(page).tap();
  await onOrderPage(page);
  await fitsWidth(page);
  await soldExactly(page, server, 1);
});

async function buyInLargePrint(page, server) {
  await page.goto(`/events/${server.events[play]}`);
  await fitsWidth(page);
  await openSeats(page, server.events[play]);
  await mapReady(page);
  await fitsWidth(page);
  await pressSeat(page, server.events[play], 'Stalls/C/7');
  await holdButton(page).click();
  await onHoldPage(page);
  await fitsWidth(page);
  await fillCheckout(page);
  await payButton(page).click();
  await onOrderPage(page);
  await fitsWidth(page);
  await soldExactly(page, server, 1);
}

// Letters twice as large and nothing else, as a browser's settings have it.
shopTest('with letters of twice the size', { flags: ['--blink-settings=defaultFontSize=32'], window: { viewport: { width: 1280, height: 900 } } }, async ({ page, server }) => {
  await page.goto('/');
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).fontSize), '32px');
  await buyInLargePrint(page, server);
});

// Everything twice as large: 1280 × 900 at 200 %.
shopTest('with a page of twice the size', { window: { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 } }, async ({ page, server }) => buyInLargePrint(page, server));

shopTest('best seats at a reduced price, the papers, looked up again, given back', {}, async ({ page, server }) => {
  const event = server.events[play];
  server.run('event', 'returns', `${server.url}/events/${event}`, '24');
  await page.goto(`/events/${event}`);
  await page.locator('select[name=best]').selectOption('2');
  await page.getByRole('button', { name: /best/i }).click();
  await onHoldPage(page);
  const before = await checkout(page).locator('output').textContent();
  await checkout(page).locator('select[name=type]').first().selectOption('Reduced');
  await page.getByRole('button', { name: 'Work out the total again' }).click();
  await page.waitForFunction((was) => document.querySelector('form output').textContent !== was, before);
  await fillCheckout(page);
  await payButton(page).click();
  await onOrderPage(page);
  await soldExactly(page, server, 2);
  for (const [name, type] of [['Tickets as PDF', 'application/pdf'], ['Add to calendar', 'text/calendar; charset=utf-8']]) {
    const paper = await page.request.get(await page.getByRole('link', { name }).getAttribute('href'));
    assert.equal(paper.headers()['content-type'], type);
    assert.ok((await paper.body()).length > 200);
  }
  const code = await page.locator('main strong').first().textContent();
  await page.goto('/orders');
  await page.getByLabel('Order code').fill(code.toLowerCase());
  await page.getByLabel('E-mail address').fill('somebody@else.example');
  await page.getByRole('button', { name: 'Show my tickets' }).click();
  await page.getByRole('alert').filter({ hasText: 'No order has this code' }).waitFor();
  await page.getByLabel('E-mail address').fill(mail);
  await page.getByRole('button', { name: 'Show my tickets' }).click();
  await onOrderPage(page);
  await page.getByRole('link', { name: /give tickets back/i }).click();
  await page.getByRole('button', { name: 'Go on with the ticked tickets' }).click();
  await page.getByRole('alert').filter({ hasText: 'Nothing is ticked' }).waitFor();
  await page.locator('input[name=ticket]').first().check();
  await page.getByRole('button', { name: 'Go on with the ticked tickets' }).click();
  await page.getByRole('heading', { name: 'Give 1 ticket back?' }).waitFor();
  await soldExactlyNow(page, server, 2);
  await page.getByRole('button', { name: 'Give 1 ticket back' }).click();
  await page.getByRole('status').filter({ hasText: '1 ticket was given back' }).waitFor();
  await soldExactlyNow(page, server, 1);
});

shopTest('what is refused keeps the ticks and says why', { window: { javaScriptEnabled: false } }, async ({ page, server }) => {
  const event = server.events[play];
  await openSeats(page, event);
  await page.locator('#choice button').last().click();
  await page.getByRole('alert').filter({ hasText: 'Nothing is ticked yet' }).waitFor();
  const boxes = page.locator('#choice input[name=seat]');
  for (let i = 0; i < 11; i += 1) await boxes.nth(i).check();
  await page.locator('#choice button').last().click();
  await page.getByRole('alert').filter({ hasText: 'more than one person may hold' }).waitFor();
  assert.equal(await page.locator('#choice input[name=seat]:checked').count(), 11);
});
