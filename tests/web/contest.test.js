// Several fans want the same seats: one gets them, the others are told, keep the rest, and are shown what is near.
import assert from 'node:assert/strict';
import { shopTest } from './support/shop_test.js';
import { chosen, countOf, fillCheckout, holdButton, holdSeats, mapReady, onHoldPage, onOrderPage, openSeats, payButton, pressSeat, stage, states } from './support/shop.js';

const play = 'The Tempest';

shopTest('two browsers fight for a seat', { noPage: true }, async ({ open, server }) => {
  const event = server.events[play];
  const [anna, ben] = [await open(), await open()];
  await ben.route('**/seats/stream', (route) => route.abort()); // ben does not see it coming
  for (const page of [anna, ben]) {
    await openSeats(page, event);
    await mapReady(page);
    await pressSeat(page, event, 'Stalls/C/7');
  }
  await pressSeat(ben, event, 'Stalls/C/6');
  await holdButton(anna).click();
  await onHoldPage(anna);
  await holdButton(ben).click();
  await ben.locator('main[data-lost]').waitFor();
  assert.deepEqual(JSON.parse(await ben.locator('main').getAttribute('data-lost')), ['Stalls/C/7']);
  await mapReady(ben);
  assert.match(await chosen(ben).textContent(), /Stalls, row C, seat 6/);
  const proposals = ben.locator('.map-proposals li');
  assert.ok((await proposals.count()) >= 1 && (await proposals.count()) <= 3);
  await stage(ben).focus();
  await ben.keyboard.press('1');
  assert.equal(await chosen(ben).count(), 2);
  await holdButton(ben).click();
  await onHoldPage(ben);
  for (const page of [anna, ben]) {
    await fillCheckout(page);
    await payButton(page).click();
    await onOrderPage(page);
  }
  assert.equal(countOf(await states(anna, event), 'x'), 3);
  await server.verify();
});

shopTest('a chosen seat that somebody takes is dropped, only that one, and said', { noPage: true }, async ({ open, server }) => {
  const event = server.events[play];
  const [anna, ben] = [await open(), await open()];
  await openSeats(ben, event);
  await mapReady(ben);
  await pressSeat(ben, event, 'Stalls/C/7');
  await pressSeat(ben, event, 'Stalls/C/8');
  await holdSeats(anna, event, ['Stalls/C/8']);
  await ben.getByRole('alert').filter({ hasText: 'Stalls, row C, seat 8 went to somebody else just now. Your other seat is kept.' }).waitFor();
  assert.equal(await chosen(ben).count(), 1);
  assert.equal(await ben.locator('#choice input[value="Stalls/C/8"]:checked').count(), 0);
  await holdButton(ben).click();
  await onHoldPage(ben);
});

// What the lost page hands to the map, on the page of seats.
async function withProposals(page, lost, groups) {
  const quoted = (value) => JSON.stringify(value).replaceAll('"', '&quot;');
  await page.route('**/seats?section=0', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace('<main', `<main data-lost="${quoted(lost)}" data-alternatives="${quoted(groups)}"`);
    await route.fulfill({ response: answer, body });
  });
}

shopTest('a proposal is taken by a press on the map', {}, async ({ page, server }) => {
  const event = server.events[play];
  await withProposals(page, ['Stalls/C/7'], [['Stalls/D/7', 'Stalls/D/8'], ['Stalls/E/7', 'Stalls/E/8']]);
  await openSeats(page, event);
  await mapReady(page);
  assert.equal(await page.locator('.map-proposals li').count(), 2);
  await pressSeat(page, event, 'Stalls/E/8');
  assert.deepEqual(await page.locator('#choice input[name=seat]:checked').evaluateAll((all) => all.map((one) => one.value)), ['Stalls/E/7', 'Stalls/E/8']);
  assert.equal(await page.locator('.map-proposals').isVisible(), false);
});

shopTest('a proposal somebody takes a seat of is withdrawn', { noPage: true }, async ({ open, server }) => {
  const event = server.events[play];
  const [anna, ben] = [await open(), await open()];
  await withProposals(ben, ['Stalls/C/7'], [['Stalls/D/7', 'Stalls/D/8'], ['Stalls/E/7', 'Stalls/E/8']]);
  await openSeats(ben, event);
  await mapReady(ben);
  await holdSeats(anna, event, ['Stalls/D/8']);
  await ben.locator('.map-proposals li').first().waitFor({ state: 'hidden' });
  await stage(ben).focus();
  await ben.keyboard.press('1');
  assert.equal(await chosen(ben).count(), 0);
  await ben.keyboard.press('2');
  assert.equal(await chosen(ben).count(), 2);
});
