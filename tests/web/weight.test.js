// How heavy the pages are, and that nothing comes from elsewhere.
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { shopTest } from './support/shop_test.js';
import { mapReady, openSeats } from './support/shop.js';

const play = 'The Tempest';
const kib = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;

// Everything the page loads until it is quiet: [{path, bytes, kind}].
async function loads(page, go) {
  const all = [];
  const take = async (response) => {
    const body = await response.body().catch(() => Buffer.alloc(0));
    all.push({ url: response.url(), bytes: body.length, packed: gzipSync(body).length, kind: response.request().resourceType(), caching: response.headers()['cache-control'] });
  };
  const pending = [];
  const listen = (response) => { if (!response.url().includes('/seats/stream')) pending.push(take(response)); };
  page.on('response', listen);
  await go();
  await page.waitForTimeout(300);
  await Promise.all(pending);
  page.off('response', listen);
  return all;
}
const sum = (list, of = 'bytes') => list.reduce((all, one) => all + one[of], 0);

shopTest('the event page is at most 50 kB with everything it needs', {}, async ({ page, server }) => {
  const all = await loads(page, () => page.goto(`/events/${server.events[play]}`));
  console.log(`# event page: ${all.length} files, ${kib(sum(all))}`);
  assert.ok(all.length > 0 && sum(all) <= 50 * 1024, `${kib(sum(all))}: ${all.map(({ url, bytes }) => `${url} ${bytes}`).join(', ')}`);
});

shopTest('the seat map: scripts are ours, kept for good, and light', {}, async ({ page, server }) => {
  const all = await loads(page, async () => {
    await openSeats(page, server.events[play]);
    await mapReady(page);
  });
  assert.ok(all.every(({ url }) => url.startsWith(server.url) || url.startsWith('data:')), 'nothing comes from elsewhere');
  const scripts = all.filter(({ kind }) => kind === 'script');
  console.log(`# seats page: ${all.length} files, ${kib(sum(all))} (${kib(sum(all, 'packed'))} packed); scripts: ${scripts.length} files, ${kib(sum(scripts))} (${kib(sum(scripts, 'packed'))} packed)`);
  assert.ok(scripts.length > 10 && sum(scripts) <= 120 * 1024);
  if (!process.env.PARTERRE_WEB_SOURCE) for (const { url, caching } of scripts) assert.match(caching, /immutable/, url);
  const again = await loads(page, () => page.reload().then(() => mapReady(page)));
  console.log(`# seats page again: ${kib(sum(again.filter(({ kind }) => kind !== 'script')))} besides the scripts the browser has kept`);
});

shopTest('static files: same tag, not sent again; another tag, sent', { noPage: true }, async ({ server }) => {
  for (const path of ['/style.css', '/seat_map.js', '/words.js', '/api/openapi.yaml']) {
    const first = await fetch(server.url + path);
    assert.equal(first.status, 200, path);
    assert.equal(first.headers.get('x-content-type-options'), 'nosniff');
    assert.match(first.headers.get('content-type'), { css: /^text\/css/, js: /^text\/javascript/, yaml: /yaml/ }[path.split('.').pop()]);
    const tag = first.headers.get('etag');
    assert.match(tag, /^"[0-9a-f]{24}(-gz)?"$/, 'strong');
    assert.equal((await fetch(server.url + path, { headers: { 'If-None-Match': tag } })).status, 304);
    assert.equal((await fetch(server.url + path, { headers: { 'If-None-Match': `"x", W/${tag}` } })).status, 304);
    assert.equal((await fetch(server.url + path, { headers: { 'If-None-Match': '"0123"' } })).status, 200);
  }
  const old = await fetch(`${server.url}/assets/000000000000/words.js`);
  assert.equal(old.status, 200);
  assert.equal(old.headers.get('cache-control'), 'no-cache', 'an address of another version is not kept');
  assert.equal((await fetch(`${server.url}/assets/000000000000/none.js`)).status, 404);
});
