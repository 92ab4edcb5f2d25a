// The real parterre-server as a child process on a data folder of its own, gone when the test is over.
import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = resolve(dirname(fileURLToPath(import.meta.url)), '..');
export const source = resolve(here, '../..');
export const build = process.env.PARTERRE_BUILD ?? join(source, 'build/dev');
const program = join(build, 'bin/parterre-server');
const readyWithin = 30000; // ms

// options: {venue: file, plan: file of a further event, arguments: further ones of serve}
export async function startServer(options = {}) {
  if (!existsSync(program)) throw new Error(`${program} is not built; ninja -C ${build} parterre-server`);
  const data = mkdtempSync(join(tmpdir(), 'parterre-web-'));
  execFileSync(program, ['demo-data', '--data', data, '--venue', options.venue ?? join(here, 'venue.json'), ...(options.plan ? ['--plan', options.plan] : [])], { stdio: ['ignore', 'ignore', 'inherit'] });
  const config = join(data, 'server.ini');
  writeFileSync(config, '[front]\nreleaseJitterMs=1\n'); // seats given back are free at once: nobody waits a minute for them
  const child = spawn(program, ['serve', '--data', data, '--listen', '127.0.0.1:0', '--test-payments', '--config', config, ...(options.arguments ?? [])], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text) => { said += text; });
  const url = await new Promise((ready, failed) => {
    let out = '';
    const timer = setTimeout(() => failed(new Error(`the server is not ready after ${readyWithin} ms: ${said}`)), readyWithin);
    child.on('exit', (code) => failed(new Error(`the server ended with ${code}: ${said}`)));
    child.stdout.on('data', (text) => {
      out += text;
      const found = /listening on (http:\/\/\S+)/.exec(out);
      if (!found) return;
      clearTimeout(timer);
      ready(found[1]);
    });
  });
  const ended = new Promise((done) => child.on('exit', done));
  return {
    url,
    data,
    events: await eventsAt(url),
    // Another command of the program on the same data, beside the running server.
    run(...words) { execFileSync(program, [...words, '--data', data], { stdio: ['ignore', 'ignore', 'inherit'] }); },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
    // The program's own proof that no log contradicts itself and nothing was sold twice. Stops the server.
    async verify() {
      child.kill('SIGTERM');
      await ended;
      execFileSync(program, ['verify', '--data', data], { stdio: ['ignore', 'ignore', 'inherit'] });
    },
  };
}

// Title → id.
async function eventsAt(url) {
  const { events } = await (await fetch(`${url}/api/v1/events`)).json();
  return Object.fromEntries(events.map(({ title, id }) => [title, id]));
}
