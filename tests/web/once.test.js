// However often the fan presses, goes back, or loses the connection: one order, one payment.
import assert from 'node:assert/strict';
import { shopTest } from './support/shop_test.js';
import { checkout, countOf, fillCheckout, holdSeats, onHoldPage, onOrderPage, payButton, states } from './support/shop.js';

const play = 'The Tempest';

// With one seat; returns the address of its hold.
async function toTheBank(page, server) {
  await holdSeats(page, server.events[play], ['Stalls/C/7']);
  const hold = page.url();
  await fillCheckout(page);
  await payButton(page).click();
  await page.waitForURL(/\/pay\//);
  return hold;
}

async function oneOrder(page, server, seats) {
  assert.equal(countOf(await states(page, server.events[play]), 'x'), seats);
  await server.verify();
}

shopTest('a double click is one order', {}, async ({ page, server }) => {
  await holdSeats(page, server.events[play], ['Stalls/C/7', 'Stalls/C/8']);
  await fillCheckout(page);
  let posts = 0;
  page.on('request', (request) => { posts += request.method() === 'POST' && !request.isNavigationRequest(); });
  await payButton(page).dblclick();
  await onOrderPage(page);
  assert.equal(posts, 1, 'the second press sends nothing');
  await oneOrder(page, server, 2);
});

shopTest('two presses without scripts are one order', { window: { javaScriptEnabled: false } }, async ({ page, server }) => {
  await holdSeats(page, server.events[play], ['Stalls/C/7']);
  await fillCheckout(page);
  const form = Object.fromEntries(await checkout(page).locator('input[name], select[name]').evaluateAll((all) => all.map((one) => [one.name, one.value])));
  const action = await checkout(page).getAttribute('action');
  const answers = await Promise.all([1, 2].map(() => page.request.post(action, { form, maxRedirects: 0, headers: { origin: server.url } })));
  assert.deepEqual(answers.map((answer) => answer.status()), [303, 303]);
  assert.equal(answers[0].headers().location, answers[1].headers().location);
  await oneOrder(page, server, 1);
});

shopTest('the back button after paying leads to the tickets', {}, async ({ page, server }) => {
  await holdSeats(page, server.events[play], ['Stalls/C/7']);
  const hold = page.url();
  await fillCheckout(page);
  await payButton(page).click();
  await onOrderPage(page);
  const order = page.url();
  await page.goBack(); // to the bank
  await page.waitForURL(/\/pay\//);
  await page.locator('main a.button').click();
  await onOrderPage(page);
  assert.equal(page.url(), order);
  await page.goto(hold);
  assert.equal(page.url(), order);
  await oneOrder(page, server, 1);
});

shopTest('the back button before paying keeps what was typed', {}, async ({ page, server }) => {
  await holdSeats(page, server.events[play], ['Stalls/C/7']);
  await fillCheckout(page, 'typed@example.org');
  await page.goto('/');
  await page.goBack();
  assert.equal(await checkout(page).locator('input[name=email]').inputValue(), 'typed@example.org');
  assert.equal(await payButton(page).getAttribute('aria-disabled'), null);
  await payButton(page).click();
  await onOrderPage(page);
  await oneOrder(page, server, 1);
});

shopTest('a lost connection before the order: told, kept, tried again', {}, async ({ page, server }) => {
  await holdSeats(page, server.events[play], ['Stalls/C/7']);
  await fillCheckout(page, 'typed@example.org');
  await page.context().setOffline(true);
  await payButton(page).click();
  await page.getByRole('alert').filter({ hasText: 'The connection is gone.' }).waitFor();
  assert.equal(await checkout(page).locator('input[name=email]').inputValue(), 'typed@example.org');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await onOrderPage(page);
  await oneOrder(page, server, 1);
});

shopTest('a lost answer: the order is there and is not placed twice', {}, async ({ page, server }) => {
  await holdSeats(page, server.events[play], ['Stalls/C/7', 'Stalls/C/8']);
  await fillCheckout(page);
  let reached = 0;
  await page.route('**/checkout', async (route) => {
    if (reached > 0) return route.continue();
    reached += 1;
    await route.fetch({ maxRedirects: 0 }); // the server has it; the fan never hears of it
    return route.abort('connectionreset');
  });
  await payButton(page).click();
  await page.getByRole('alert').filter({ hasText: 'trying again never charges twice' }).waitFor();
  assert.equal(reached, 1);
  await page.getByRole('button', { name: 'Try again' }).click();
  await onOrderPage(page);
  await oneOrder(page, server, 2);
});

shopTest('declined, then paid', {}, async ({ page, server }) => {
  await holdSeats(page, server.events[play], ['Stalls/C/7']);
  const hold = /\/holds\/([0-9a-f]+)/.exec(page.url())[1];
  const refused = await page.request.post(`/api/v1/holds/${hold}/checkout`, { data: { email: 'fan@example.org', payment: { method: 'test-decline' } }, headers: { 'Idempotency-Key': 'first-try' } });
  assert.equal(refused.status(), 402);
  assert.equal((await refused.json()).error.code, 'payment_declined');
  await page.reload();
  await fillCheckout(page);
  await payButton(page).click();
  await onOrderPage(page);
  await oneOrder(page, server, 1);
});

shopTest('declined on the page of the bank, then paid there', {}, async ({ page, server }) => {
  await toTheBank(page, server);
  await page.locator('button[value=decline]').click();
  await onHoldPage(page);
  await page.getByText('The payment was declined and nothing was charged.').waitFor();
  assert.equal(countOf(await states(page, server.events[play]), 'h'), 1, 'the seat is still held');
  assert.equal(await checkout(page).locator('input[name=email]').inputValue(), 'fan@example.org');
  await payButton(page).click();
  await onOrderPage(page);
  await oneOrder(page, server, 1);
});

shopTest('left at the bank: the page of the hold leads back there, and nothing is paid twice', {}, async ({ page, server }) => {
  const hold = await toTheBank(page, server);
  const bank = page.url();
  await page.goto(hold);
  await page.getByRole('heading', { name: 'Your payment is under way' }).waitFor();
  assert.equal(await checkout(page).count(), 0, 'nothing to pay a second time');
  await page.getByRole('link', { name: 'See whether the tickets are there' }).click();
  await page.getByRole('link', { name: 'Look again' }).waitFor();
  await page.goto(hold);
  await page.getByRole('link', { name: 'Go on with the payment' }).click();
  await page.waitForURL(bank);
  await page.locator('button[value=pay]').click();
  await onOrderPage(page);
  await oneOrder(page, server, 1);
});

shopTest('the bank takes its time: the page looks by itself until the tickets are there', {}, async ({ page, server }) => {
  await toTheBank(page, server);
  await page.locator('button[value=slow]').click();
  await page.getByRole('heading', { name: 'Payment under way' }).waitFor();
  await page.locator('.tickets').waitFor();
  await oneOrder(page, server, 1);
});

// The page of an event loads no script, and a newcomer has no session yet: only the form's token says that it is one press.
shopTest('two presses of a newcomer are one hold', { noPage: true }, async ({ server }) => {
  const event = `${server.url}/events/${server.events[play]}`;
  const once = /name="once" value="([^"]+-best)"/.exec(await (await fetch(event)).text())[1];
  const press = () => fetch(`${event}/hold`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ once, best: '2' }) });
  const answers = await Promise.all([press(), press()]);
  assert.deepEqual(answers.map((answer) => answer.status), [303, 303]);
  assert.equal(answers[0].headers.get('location'), answers[1].headers.get('location'));
  const { states: seats } = await (await fetch(`${server.url}/api/v1/events/${server.events[play]}/seats`)).json();
  assert.equal(countOf(seats, 'h'), 2);
});
