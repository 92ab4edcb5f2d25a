// shopTest(name, options, body): one test with its own server and browser windows. What went wrong is left in
// <build>/tests/web/failures: a picture and a trace of every window.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test, after } from 'node:test';
import { chromium } from 'playwright-core';
import { build, startServer } from './server.js';

const program = process.env.PARTERRE_CHROMIUM ?? '/usr/bin/chromium';
const flags = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
const patience = 30000; // ms for anything the browser waits for
export const failures = join(build, 'tests/web/failures');

// One browser for each set of further flags, started when it is first wanted.
const browsers = new Map();
function theBrowser(further = []) {
  const key = further.join(' ');
  if (!browsers.has(key)) browsers.set(key, chromium.launch({ executablePath: program, headless: true, args: [...flags, ...further] }));
  return browsers.get(key);
}
after(async () => {
  for (const browser of browsers.values()) await (await browser).close();
});

// With PARTERRE_WEB_SOURCE=FOLDER the scripts come from there (resources/web), so that a change needs no build.
async function fromSource(context) {
  if (!process.env.PARTERRE_WEB_SOURCE) return;
  await context.route(/\/assets\/[^/]+\/[a-z_]+\.(js|css)$/, (route) => route.fulfill({ path: join(process.env.PARTERRE_WEB_SOURCE, new URL(route.request().url()).pathname.split('/').pop()) }));
}

// options: {server: of startServer, window: of newContext, flags: of the browser, noPage: true}
export function shopTest(name, options, body) {
  test(name, { timeout: 240000 }, async (t) => {
    const server = await startServer(options.server);
    const windows = [];
    const complaints = []; // of the pages' own scripts and policies
    // A window of another person: own cookies. Settings as of browser.newContext().
    const open = async (settings = {}) => {
      const context = await (await theBrowser(options.flags)).newContext({ baseURL: server.url, locale: 'en-GB', ...options.window, ...settings });
      context.setDefaultTimeout(patience);
      await fromSource(context);
      // Filming every frame starves the pages on a busy machine; PARTERRE_WEB_FILM=1 asks for it.
      await context.tracing.start({ screenshots: Boolean(process.env.PARTERRE_WEB_FILM), snapshots: true });
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.stack}`));
      page.on('console', (message) => { if (message.type() === 'error' && !/Failed to load resource|net::ERR/.test(message.text())) complaints.push(`${page.url()}: ${message.text()}`); });
      windows.push({ context, page });
      return page;
    };
    let passed = false;
    try {
      await body({ t, server, open, page: options.noPage ? null : await open(), complaints });
      if (complaints.length > 0) throw new Error(`the pages complained:\n${complaints.join('\n')}`);
      passed = true;
    } finally {
      await keepOrDrop(name, windows, passed);
      await server.stop();
    }
  });
}

async function keepOrDrop(name, windows, passed) {
  const file = (index, ending) => join(failures, `${name.replace(/[^a-z0-9]+/gi, '-')}-${index}.${ending}`);
  if (!passed) mkdirSync(failures, { recursive: true });
  for (const [index, { context, page }] of windows.entries()) {
    for (const ending of ['png', 'zip']) rmSync(file(index, ending), { force: true });
    if (!passed) await page.screenshot({ path: file(index, 'png'), fullPage: true, timeout: 5000 }).catch(() => {});
    await context.tracing.stop(passed ? {} : { path: file(index, 'zip') }).catch(() => {});
    await context.close();
  }
}
