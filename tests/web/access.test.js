// axe-core finds nothing to complain about on any page, in both languages, in light and dark, on the desk and on a phone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { here } from './support/server.js';
import { shopTest } from './support/shop_test.js';
import { checkout, fillCheckout, holdSeats, mapReady, openSeats, payButton, pressSeat, stage } from './support/shop.js';

const axe = readFileSync(join(here, 'node_modules/axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const play = 'The Tempest';

async function clean(page, what) {
  // The page's own policy allows no script of others, so the tool speaks through the debugger.
  await page.evaluate(`if (!window.axe) { ${axe} }`);
  const violations = await page.evaluate(async (tags) => (await window.axe.run(document, { runOnly: tags })).violations
    .map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary?.split('\n')[1] ?? ''}`).join('\n    ')}`), rules);
  assert.deepEqual(violations, [], `${what} (${page.url()}): ${violations.length} violations\n${violations.join('\n')}`);
}

async function everyPage(page, event, club, what) {
  await page.goto('/');
  await clean(page, `${what}, list of events`);
  await page.goto(`/events/${event}`);
  await clean(page, `${what}, event`);
  await page.goto(`/events/${club}`);
  await clean(page, `${what}, event with standing places`);
  await openSeats(page, event);
  await mapReady(page);
  await clean(page, `${what}, seats`);
  await pressSeat(page, event, 'Stalls/C/7');
  await page.locator('#seat-map details summary').click();
  await stage(page).focus();
  await page.keyboard.press('ArrowRight');
  await clean(page, `${what}, seats with a choice`);
  await page.goto('/events/0123456789abcdef0123456789abcdef');
  await clean(page, `${what}, error`);
}

async function everyPageOfABuyer(page, server, event, label, what) {
  server.run('event', 'returns', `${server.url}/events/${event}`, '24');
  await holdSeats(page, event, [label]);
  const hold = page.url();
  await clean(page, `${what}, hold`);
  await checkout(page).evaluate((form) => { form.noValidate = true; });
  await payButton(page).click();
  await page.locator('[aria-invalid=true]').waitFor();
  await clean(page, `${what}, hold with a mistake`);
  await fillCheckout(page);
  await payButton(page).click();
  await page.waitForURL(/\/pay\//);
  await clean(page, `${what}, the bank`);
  const bank = page.url();
  await page.goto(hold);
  await clean(page, `${what}, payment left`);
  await page.goto(bank);
  await page.locator('button[value=slow]').click();
  await page.locator('#look-again').waitFor();
  await clean(page, `${what}, payment under way`);
  await page.locator('.tickets').waitFor();
  await clean(page, `${what}, tickets`);
  const order = new URL(page.url());
  await page.goto(`${order.pathname}/return${order.search}`);
  await clean(page, `${what}, give back`);
  for (const ticket of await page.locator('input[name=ticket]').all()) await ticket.check();
  await page.locator('main form button').click();
  await clean(page, `${what}, give back, sure?`);
  await page.locator('button.danger').click();
  await page.locator('[role=status]').waitFor();
  await clean(page, `${what}, given back`);
  await page.goto(`${order.pathname}/return${order.search}`);
  await clean(page, `${what}, nothing to give back`);
}

async function everyWayOut(page, event, label, what) {
  await page.goto('/orders');
  await clean(page, `${what}, look-up`);
  await page.locator('#code').fill('ABCD2345');
  await page.locator('#email').fill('fan@example.org');
  await page.locator('main form button').click();
  await page.locator('[role=alert]').waitFor();
  await clean(page, `${what}, look-up, not found`);
  const taken = await fetch(new URL(`/api/v1/events/${event}/holds`, page.url()), { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ seats: [label] }) });
  assert.equal(taken.status, 201);
  await openSeats(page, event);
  await page.evaluate((seat) => {
    const form = document.querySelector('#choice');
    form.insertAdjacentHTML('beforeend', `<input type="hidden" name="seat" value="${seat}">`);
    form.submit();
  }, label);
  await page.locator('main[data-lost]').waitFor();
  await mapReady(page);
  await clean(page, `${what}, lost seats`);
  await holdSeats(page, event, ['Stalls/F/5']);
  const hold = page.url();
  await page.locator('form[action$="/release"] button').click();
  await page.waitForURL(/\/events\//);
  await page.goto(hold);
  await page.locator('main [role=alert]').waitFor();
  await clean(page, `${what}, given back`);
}

for (const [index, settings] of [{ locale: 'en-GB', colorScheme: 'light' }, { locale: 'de-DE', colorScheme: 'dark' }].entries()) {
  const what = `${settings.locale} ${settings.colorScheme}`;
  shopTest(`no violations: ${what}`, { window: settings }, async ({ page, server }) => {
    const { events } = server;
    await everyPage(page, events[play], events['Glass Harbour – live'], what);
    await everyPageOfABuyer(page, server, events[play], `Stalls/E/${7 + index}`, what);
    await everyWayOut(page, events[play], 'Stalls/D/5', what);
  });
}

shopTest('no violations: a phone', { window: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, locale: 'de-DE' } }, async ({ page, server }) => {
  const { events } = server;
  await everyPage(page, events[play], events['Glass Harbour – live'], 'phone');
  await everyPageOfABuyer(page, server, events[play], 'Stalls/E/7', 'phone');
  await everyWayOut(page, events[play], 'Stalls/D/5', 'phone');
});
