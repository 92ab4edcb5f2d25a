// Pictures of the pages for human eyes, in <build>/tests/web/shots: English and German, light and dark, desk and phone.
import assert from 'node:assert/strict';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bigHouseFile } from './support/big_house.js';
import { build } from './support/server.js';
import { shopTest } from './support/shop_test.js';
import { fillCheckout, holdSeats, mapReady, onOrderPage, openSeats, payButton, pressSeat, seatPlace, stage } from './support/shop.js';

const folder = join(build, 'tests/web/shots');
const server = { plan: bigHouseFile() };
const desk = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

const looks = {
  'en-light-desk': { ...desk, locale: 'en-GB', colorScheme: 'light' },
  'de-dark-desk': { ...desk, locale: 'de-DE', colorScheme: 'dark' },
  'de-light-phone': { ...phone, locale: 'de-DE', colorScheme: 'light' },
  'en-dark-phone': { ...phone, locale: 'en-GB', colorScheme: 'dark' },
};

for (const [look, settings] of Object.entries(looks)) {
  shopTest(`pictures: ${look}`, { server, window: settings }, async ({ page, open, server: { events } }) => {
    const play = events['The Tempest'];
    let number = 0;
    const shoot = async (name, fullPage = true) => {
      mkdirSync(folder, { recursive: true });
      const path = join(folder, `${look}-${number += 1}-${name}.png`);
      await page.screenshot({ path, fullPage });
      assert.ok(statSync(path).size > 2000);
    };
    await page.goto('/');
    await shoot('events');
    await page.goto(`/events/${play}`);
    await shoot('event');
    const other = await open();
    await holdSeats(other, play, ['Stalls/B/8', 'Stalls/B/9']);
    await openSeats(page, play);
    await mapReady(page);
    await stage(page).scrollIntoViewIfNeeded();
    await shoot('map', false);
    await pressSeat(page, play, 'Stalls/C/8', (x, y) => (settings.hasTouch ? page.touchscreen.tap(x, y) : page.mouse.click(x, y)));
    await page.locator('#choice input[value="Stalls/C/9"]').check();
    await page.locator('#seat-map details summary').click();
    await stage(page).focus();
    await page.keyboard.press('ArrowDown');
    await seatPlace(page, play, 'Stalls/C/8');
    await stage(page).scrollIntoViewIfNeeded();
    await shoot('choice');
    await openSeats(page, events['An evening at Great Stadium']);
    await mapReady(page);
    await stage(page).scrollIntoViewIfNeeded();
    await shoot('blocks', false);
    await holdSeats(page, play, ['Stalls/E/8', 'Stalls/E/9']);
    await shoot('hold');
    await fillCheckout(page);
    await payButton(page).click();
    await onOrderPage(page);
    await shoot('tickets');
    await page.goto('/events/0123456789abcdef0123456789abcdef');
    await shoot('error');
  });
}
