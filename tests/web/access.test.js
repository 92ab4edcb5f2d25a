// axe-core finds nothing to complain about on any page, in both languages, in light and dark, on the desk and on a phone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { here } from './support/server.js';
import { shopTest } from './support/shop_test.js';
import { checkout, fillCheckout, holdSeats, mapReady, onOrderPage, openSeats, payButton, pressSeat, stage } from './support/shop.js';

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

async function everyPageOfABuyer(page, event, label, what) {
  await holdSeats(page, event, [label]);
  await clean(page, `${what}, hold`);
  await checkout(page).evaluate((form) => { form.noValidate = true; });
  await payButton(page).click();
  await page.getByText(/e-mail|E-Mail/i).first().waitFor();
  await page.waitForTimeout(300);
  await clean(page, `${what}, hold with a mistake`);
  if ((await checkout(page).count()) === 0) await page.reload();
  await fillCheckout(page);
  await payButton(page).click();
  await onOrderPage(page);
  await clean(page, `${what}, tickets`);
}

for (const [index, settings] of [{ locale: 'en-GB', colorScheme: 'light' }, { locale: 'de-DE', colorScheme: 'dark' }].entries()) {
  const what = `${settings.locale} ${settings.colorScheme}`;
  shopTest(`no violations: ${what}`, { window: settings }, async ({ page, server: { events } }) => {
    await everyPage(page, events[play], events['Glass Harbour – live'], what);
    await everyPageOfABuyer(page, events[play], `Stalls/E/${7 + index}`, what);
  });
}

shopTest('no violations: a phone', { window: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, locale: 'de-DE' } }, async ({ page, server: { events } }) => {
  await everyPage(page, events[play], events['Glass Harbour – live'], 'phone');
});
