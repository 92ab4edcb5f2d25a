// The time of a hold: seen, said, at its end explained, and nothing typed is lost.
import assert from 'node:assert/strict';
import { shopTest } from './support/shop_test.js';
import { checkout, countOf, fillCheckout, holdSeats, onHoldPage, onOrderPage, payButton, states } from './support/shop.js';

const timer = (page) => page.locator('#timer');
// A hold lasts up to an eighth longer than the event says.
const millisLeft = (page) => timer(page).evaluate((one) => Date.parse(one.dataset.expires) - Date.parse(one.dataset.now));
const said = (page) => page.locator('[aria-live=polite]').last();

shopTest('the timer counts down and keeps its width', {}, async ({ page, server }) => {
  await holdSeats(page, server.events['The Tempest'], ['Stalls/C/7']);
  await page.locator('.timer-count').waitFor();
  assert.match(await timer(page).textContent(), /^Held for you for (7:5\d|8:\d\d|9:00)\.$/);
  const width = (await page.locator('.timer-count').boundingBox()).width;
  const first = await page.locator('.timer-count').textContent();
  await page.waitForFunction((was) => document.querySelector('.timer-count').textContent !== was, first);
  assert.equal((await page.locator('.timer-count').boundingBox()).width, width);
});

shopTest('the timer speaks at five minutes and at one', {}, async ({ page, server }) => {
  await page.clock.install();
  await holdSeats(page, server.events['The Tempest'], ['Stalls/C/7']);
  await page.locator('.timer-count').waitFor();
  const left = await millisLeft(page);
  await page.clock.runFor(60000);
  assert.equal(await said(page).textContent(), '');
  await page.clock.runFor(left - 360000 + 1000);
  await page.clock.runFor(100);
  assert.equal(await said(page).textContent(), '5 minutes left to pay for your seats. You can ask for more time once.');
  await page.clock.runFor(240000);
  await page.clock.runFor(100);
  assert.equal(await said(page).textContent(), 'One minute left to pay for your seats. You can ask for more time once.');
  assert.match(await timer(page).textContent(), /0:5\d/);
});

shopTest('more time, once', {}, async ({ page, server }) => {
  await holdSeats(page, server.events['The Tempest'], ['Stalls/C/7']);
  const expires = Date.parse(await timer(page).getAttribute('data-expires'));
  await checkout(page).locator('select[name=type]').selectOption('Reduced');
  await checkout(page).locator('input[name=method][value=test]').check();
  await fillCheckout(page, 'typed@example.org');
  await page.getByRole('button', { name: 'More time (once)' }).click();
  await page.waitForFunction((was) => Date.parse(document.querySelector('#timer')?.dataset.expires) > was, expires);
  await onHoldPage(page);
  assert.match(await timer(page).textContent(), /(11:5\d|12:\d\d|13:00)/);
  assert.equal(await page.getByRole('button', { name: 'More time' }).count(), 0);
  assert.equal(await checkout(page).locator('select[name=type]').inputValue(), 'Reduced', 'what was chosen is kept');
  assert.equal(await checkout(page).locator('input[name=method]:checked').inputValue(), 'test');
  assert.equal(await checkout(page).locator('input[name=email]').inputValue(), 'typed@example.org');
  await payButton(page).click();
  await onOrderPage(page);
  assert.match(await page.locator('.ticket').textContent(), /Reduced €43\.00/);
});

shopTest('a hold that ends while the form is filled in', {}, async ({ page, server }) => {
  const event = server.events['Ten Seconds'];
  await holdSeats(page, event, ['Stalls/C/7']);
  await fillCheckout(page, 'typed@example.org');
  await page.getByRole('heading', { name: 'Your time is up' }).waitFor({ timeout: 20000 });
  assert.equal(await checkout(page).count(), 0, 'nothing is left to pay');
  assert.equal(countOf(await states(page, event), 'f'), 604, 'the seat is back on sale');
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'h1');
  await page.getByRole('link', { name: /choose (seats )?again/i }).click();
  await page.waitForURL(new RegExp(`/events/${event}`));
  await holdSeats(page, event, ['Stalls/C/8']);
  assert.equal(await checkout(page).locator('input[name=email]').inputValue(), 'typed@example.org');
  await payButton(page).click();
  await onOrderPage(page);
  assert.equal(countOf(await states(page, event), 'x'), 1);
});

shopTest('a hold that ends without a connection is explained by the page itself', {}, async ({ page, server }) => {
  await page.clock.install();
  await holdSeats(page, server.events['The Tempest'], ['Stalls/C/7']);
  await page.locator('.timer-count').waitFor();
  const left = await millisLeft(page);
  await page.context().setOffline(true);
  await page.clock.runFor(left + 1000);
  await page.getByRole('alert').filter({ hasText: 'The seats went back on sale. Nothing was charged.' }).waitFor();
  assert.equal(await checkout(page).count(), 0);
});
