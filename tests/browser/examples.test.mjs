// The examples, ingested by the real program and shown: every page, whatever was read from it. With GUIDE=$PWD/docs/guide
// in the environment it makes the pictures of the guide.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openRoom, PHONE, withExamples } from './room.mjs';

const model = process.env.MODEL;
const options = { skip: existsSync(model) ? false : `no model at ${model}; ./dev test imports it` };

let room;
before(async () => { if (!options.skip) room = await openRoom(withExamples); });
after(async () => { if (room) assert.equal(await room.close(), 0); });

test('every example has its page, and every datum of it its words', options, async () => {
  const { page, wrong, close } = await room.page();
  assert.ok(room.rows.length >= 12);
  let statements = 0;
  for (const row of room.rows) {
    await page.goto(room.report(row.id));
    assert.equal(await page.locator('[id^="s"].datum').count(), row.statements, row.origin);
    assert.equal(await page.locator('[id^="a"].datum').count(), row.actors, row.origin);
    statements += row.statements;
    const broken = await page.evaluate(() => [...document.querySelectorAll('.datum')]
      .filter((datum) => document.getElementsByClassName(datum.id).length === 0).map((datum) => datum.outerHTML));
    assert.deepEqual(broken, [], row.origin);
    // What the page shows as said is what the spans of the API say, and is marked as such in the text.
    const read = await (await fetch(`${room.address}/api/v1/reports/${encodeURIComponent(row.id)}`)).json();
    const text = [...read.report.text];
    const bare = (words) => words.replace(/\s+/g, '');
    for (const [index, statement] of read.statements.entries()) {
      const name = `s${index + 1}`;
      const pieces = statement.content.map(([begin, end]) => text.slice(begin, end).join(''));
      const shown = await page.locator(`#${name} blockquote`).textContent();
      assert.equal(bare(shown), bare(pieces.join(' \u2026 ')), row.origin);
      const marked = bare((await page.locator(`.text .${name}`).allTextContents()).join(''));
      for (const piece of pieces) assert.ok(marked.includes(bare(piece)), `${row.origin}: ${piece} in ${marked}`);
    }
  }
  assert.ok(statements > 20, `${statements} statements`);
  assert.deepEqual(wrong, []);
  await close();
});

test('copies and what is said of a report stand one below the other, at every width', options, async () => {
  const text = 'The bridge over the Orla is open again, Mayor Ana Kos said on Tuesday. The ferry goes on until the end of the month, and nobody pays for it.';
  const lines = [{ id: 'first', text }, { id: 'copy', text: `${text} More follows.` }].map((report) => JSON.stringify(report)).join('\n');
  const copied = await openRoom((store) => execFileSync(process.env.SITCEN,
    ['ingest', '--store', store, '--model', model, '--input', 'jsonl', '-'], { input: lines, stdio: ['pipe', 'pipe', 'pipe'] }));
  for (const dress of [{ viewport: { width: 1280, height: 800 } }, PHONE]) {
    const { page, wrong, close } = await copied.page(dress);
    await page.goto(copied.report('copy'));
    const boxes = [];
    for (const section of await page.locator('.below > section').all()) boxes.push(await section.boundingBox());
    assert.equal(boxes.length, 2);
    assert.ok(boxes[0].y + boxes[0].height <= boxes[1].y, JSON.stringify(boxes));
    assert.ok((await page.locator('.copies').innerText()).includes('had the words first'));
    assert.deepEqual(wrong, []);
    await close();
  }
  assert.equal(await copied.close(), 0);
});

test('pictures for the guide', { skip: options.skip || (process.env.GUIDE ? false : 'made with GUIDE=$PWD/docs/guide') }, async () => {
  const talks = room.rows.find((row) => row.origin.includes('geneva')).id;
  const light = { viewport: { width: 1280, height: 800 }, colorScheme: 'light' };
  const phone = { ...PHONE, viewport: { width: 390, height: 780 }, deviceScaleFactor: 1 };
  const shots = {
    'reports': [room.address, light],
    'report': [room.report(talks, '#s2'), { ...light, viewport: { width: 1280, height: 860 } }],
    'report-dark': [room.report(talks, '#w-s5'), { ...light, colorScheme: 'dark', viewport: { width: 1280, height: 860 } }],
    'report-phone': [room.report(talks), { ...phone, colorScheme: 'light' }],
    'statements-phone-dark': [room.report(talks, '#s5'), { ...phone, colorScheme: 'dark' }],
    'search': [`${room.address}/search?q=coastguard`, { ...light, viewport: { width: 1280, height: 640 } }],
  };
  for (const [name, [address, dress]] of Object.entries(shots)) {
    const { page, close } = await room.page(dress);
    await page.goto(address);
    await page.screenshot({ path: join(process.env.GUIDE, `${name}.png`) });
    await close();
  }
});
