// axe on every page, in every dress; pictures of all of them on the way.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openRoom, PHONE } from './room.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let room;
before(async () => {
  room = await openRoom();
  mkdirSync(process.env.SHOTS, { recursive: true });
});
after(async () => { await room.close(); });

const dresses = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'phone-light': { ...PHONE, colorScheme: 'light' },
  'phone-dark': { ...PHONE, colorScheme: 'dark' },
};
const pages = {
  list: () => room.address,
  report: () => room.report('strait'),
  statement: () => room.report('strait', '#s3'),
  words: () => room.report('strait', '#w-s2'),
  mention: () => room.report('strait', '#w-a3-2'),
  russian: () => room.report('ru'),
  arabic: () => room.report('ar'),
  hostile: () => room.report('hostile'),
  nothing_read: () => room.report('note'),
  search: () => `${room.address}/search?q=coastguard`,
  nothing_found: () => `${room.address}/search?q=unheard`,
  who: () => `${room.address}/who`,
  said: () => `${room.address}/said`,
  said_filtered: () => `${room.address}/said?modality=denied`,
  event: () => room.report('strait', '#e1'),
  events: () => `${room.address}/events`,
  events_filtered: () => `${room.address}/events?type=ASSAULT`,
  rejected: () => `${room.address}/rejected`,
  error: () => `${room.address}/nowhere`,
};

for (const [dress, options] of Object.entries(dresses)) {
  for (const [name, address] of Object.entries(pages)) {
    test(`axe finds nothing: ${name}, ${dress}`, async () => {
      const { page, close } = await room.page(options);
      await page.goto(address());
      await page.screenshot({ path: join(process.env.SHOTS, `${name}-${dress}.png`) });
      await page.evaluate(axe);
      const found = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: { type: 'tag', values: tags } }), TAGS);
      const told = found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.html} ${n.failureSummary}`).join('\n')}`);
      assert.deepEqual(told, []);
      assert.ok(found.passes.length > 15, 'axe looked at something');
      await close();
    });
  }
}

// axe cannot see through the backgrounds that links and targets change: these pairs are counted by hand.
for (const colorScheme of ['light', 'dark']) {
  test(`marked and lit words can be read: ${colorScheme}`, async () => {
    const { page, close } = await room.page({ colorScheme });
    await page.goto(room.report('strait'));
    const color = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('span'));
      const value = (name) => {
        probe.style.setProperty('color', `var(--${name})`);
        return getComputedStyle(probe).color.match(/\d+/g).slice(0, 3).map(Number);
      };
      return Object.fromEntries(['paper', 'raised', 'ink', 'soft', 'accent', 'said', 'lit', 'edge', 'name', 'warn']
        .map((name) => [name, value(name)]));
    });
    const luminance = (rgb) => rgb.map((c) => c / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
      .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const contrast = (a, b) => {
      const [dark, light] = [luminance(color[a]), luminance(color[b])].sort((x, y) => x - y);
      return (light + 0.05) / (dark + 0.05);
    };
    for (const on of ['paper', 'raised', 'said', 'lit']) assert.ok(contrast('ink', on) >= 7, `ink on ${on}: ${contrast('ink', on)}`);
    for (const on of ['paper', 'raised']) {
      for (const text of ['soft', 'accent', 'warn']) assert.ok(contrast(text, on) >= 4.5, `${text} on ${on}: ${contrast(text, on)}`);
      for (const line of ['edge', 'name']) assert.ok(contrast(line, on) >= 3, `${line} on ${on}: ${contrast(line, on)}`);
    }
    for (const line of ['edge', 'name']) assert.ok(contrast(line, 'said') >= 3, `${line} on said: ${contrast(line, 'said')}`);
    await close();
  });
}
