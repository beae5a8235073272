// What every test needs: a store, the real server over it, and pages that watch themselves.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const CHROMIUM_FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Starts `sitcen serve` on a free port. @returns its address and what stops it */
async function serve(store) {
  const child = spawn(process.env.SITCEN, ['serve', '--store', store, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text) => { said += text; });
  const address = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`sitcen serve ended with ${code}: ${said}`)));
  });
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  return { address, stop: () => { child.kill('SIGTERM'); return ended; } };
}

/** Fills a store with the sample of tests/server: made by hand, with all that is hard to show. */
export const withSample = (store) => execFileSync(process.env.SAMPLE_STORE, [store]);

/** Fills a store by reading the examples, as a user would. */
export function withExamples(store) {
  const inputs = readdirSync(process.env.EXAMPLES).filter((name) => name !== 'README.md').map((name) => join(process.env.EXAMPLES, name));
  execFileSync(process.env.SITCEN, ['ingest', '--store', store, '--model', process.env.MODEL, ...inputs], { stdio: 'pipe' });
}

/** A store, its server and a browser. */
export async function openRoom(fill = withSample) {
  const folder = mkdtempSync(join(tmpdir(), 'sitcen-browser-'));
  const store = join(folder, 'store.sqlite');
  fill(store);
  const server = await serve(store);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: CHROMIUM_FLAGS });
  const answer = await (await fetch(`${server.address}/api/v1/reports`)).json();
  const keys = Object.fromEntries(answer.rows.map((row) => [row.id, row.key]));

  return {
    address: server.address,
    rows: answer.rows,
    /** @returns the address of the report with this id */
    report: (id, fragment = '') => `${server.address}/reports/${keys[id]}${fragment}`,
    /** A page in a fresh context. `wrong` fills with whatever a page of ours must never do. */
    async page(options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
      const page = await context.newPage();
      const wrong = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(server.address + '/')) wrong.push(`asked for ${request.url()}`);
      });
      page.on('response', (response) => {
        if (response.status() >= 400) wrong.push(`${response.status()} for ${response.url()}`);
      });
      page.on('console', (message) => wrong.push(`console: ${message.text()}`)); // violations of the CSP come here too
      page.on('pageerror', (error) => wrong.push(`error: ${error}`));
      page.on('dialog', (dialog) => { wrong.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
      return { page, wrong, close: () => context.close() };
    },
    async close() {
      await browser.close();
      const code = await server.stop();
      rmSync(folder, { recursive: true });
      return code;
    },
  };
}

export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
