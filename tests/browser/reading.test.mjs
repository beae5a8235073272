// Reading a report: from the list to the text, from a datum to its words and back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openRoom, PHONE } from './room.mjs';

let room;
before(async () => { room = await openRoom(); });
after(async () => { assert.equal(await room.close(), 0, 'SIGTERM ends the server with 0'); });

/** Runs `body` with a page, and fails if the page did anything that it must not. */
async function withPage(options, body) {
  const { page, wrong, close } = await room.page(options);
  await body(page);
  assert.deepEqual(wrong, []);
  await close();
}

const background = (locator) => locator.evaluate((element) => getComputedStyle(element).backgroundColor);

test('the list leads to a report', () => withPage({}, async (page) => {
  await page.goto(room.address);
  assert.equal(await page.title(), 'Reports - sitcen');
  assert.equal(await page.locator('.report').count(), 5);
  await page.getByRole('link', { name: 'Freighter stopped in the Selm Strait' }).click();
  assert.equal(page.url(), room.report('strait'));
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Freighter stopped in the Selm Strait');
}));

for (const javaScriptEnabled of [true, false]) {
  test(`a datum leads to its words and back (scripts ${javaScriptEnabled ? 'on' : 'off'})`, () =>
    withPage({ javaScriptEnabled }, async (page) => {
      await page.goto(room.report('strait'));
      const words = page.locator('#w-s2 ~ .s2').first();
      const plain = await background(words);
      await page.locator('#s2 .n').click();
      assert.match(page.url(), /#w-s2$/);
      await page.mouse.move(0, 0);
      const lit = await background(words);
      assert.notEqual(lit, plain);
      // All that follows of the statement is lit, the words of others inside it too; nothing else is.
      for (const piece of await page.locator('#w-s2 ~ .s2').all()) assert.equal(await background(piece), lit);
      for (const other of await page.locator('.words .m:not(.s2)').all()) assert.notEqual(await background(other), lit);

      await page.locator('#w-s2').click();
      assert.match(page.url(), /#s2$/);
      assert.ok(await page.locator('#s2').isVisible());
    }));
}

test('the script lights all pieces of a statement, wherever they stand, from both ends', () => withPage({}, async (page) => {
  for (const fragment of ['#s5', '#w-s5']) {
    await page.goto(room.report('strait', fragment));
    const lit = await background(page.locator('.words .s5').first());
    assert.notEqual(lit, await background(page.locator('.words .s1').first()));
    for (const piece of await page.locator('.words .s5').all()) assert.equal(await background(piece), lit);
  }
}));

test('pointing at a datum lights its words, pointing at words marks their data', () => withPage({}, async (page) => {
  await page.goto(room.report('strait'));
  const words = page.locator('.words a.said[href="#s3"]').first();
  const plain = await background(words);
  await page.locator('#s3').hover();
  assert.notEqual(await background(words), plain);
  await page.mouse.move(0, 0);
  assert.equal(await background(words), plain);
  const shadow = () => page.locator('#s3').evaluate((element) => getComputedStyle(element).boxShadow);
  assert.equal(await shadow(), 'none');
  await words.hover();
  assert.notEqual(await shadow(), 'none');
}));

test('every datum of the list has words in the text, and every mark a datum', () => withPage({}, async (page) => {
  for (const id of ['strait', 'ru', 'ar', 'hostile']) {
    await page.goto(room.report(id));
    const broken = await page.evaluate(() => [...document.querySelectorAll('a[href^="#"]')]
      .filter((link) => !document.getElementById(link.getAttribute('href').slice(1))).map((link) => link.outerHTML));
    assert.deepEqual(broken, []);
    for (const datum of await page.locator('.datum').all()) {
      const name = await datum.getAttribute('id');
      assert.ok(await page.locator(`:is(.words, .head) .m.${name}`).count() > 0, `${id} ${name}`);
    }
  }
}));

test('every datum of the list has room for its words', () => withPage({}, async (page) => {
  await page.goto(room.report('strait'));
  for (const body of await page.locator('.datum .body').all()) assert.ok((await body.boundingBox()).width > 200, await body.innerText());
}));

test('an actor leads to each of its mentions', () => withPage({}, async (page) => {
  await page.goto(room.report('strait'));
  const links = page.locator('#a3 .mentions a');
  assert.deepEqual(await links.allInnerTexts(),
    ['President Eskeland', 'Norlandian President Marta Eskeland', 'The head of state', 'She']);
  await links.nth(2).click();
  assert.equal(await page.locator(':target').innerText(), 'The head of state');
  await page.locator(':target').click();
  assert.match(page.url(), /#a3$/);
}));

test('a target is on the screen when it is reached', () => withPage({ viewport: { width: 1280, height: 500 } }, async (page) => {
  for (const fragment of ['#s7', '#w-s7', '#a5', '#w-a3-4']) {
    await page.goto(room.report('strait', fragment));
    const box = await page.locator(':target').boundingBox();
    assert.ok(box.y >= 0 && box.y + box.height <= 500, `${fragment} at ${box.y}`);
  }
}));

test('the keyboard alone is enough', () => withPage({}, async (page) => {
  await page.goto(room.report('strait'));
  await page.keyboard.press('Tab');
  assert.equal(await page.locator(':focus').innerText(), 'Skip to the content');
  assert.ok((await page.locator(':focus').boundingBox()).y >= 0, 'the skip link shows when it has the focus');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.match(page.url(), /#read$/);
  // From the number of a statement to the datum and back.
  await page.locator('#w-s2').focus();
  await page.keyboard.press('Enter');
  assert.match(page.url(), /#s2$/);
  await page.keyboard.press('Tab');
  assert.equal(await page.locator(':focus').getAttribute('href'), '#w-s2');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator(':focus').getAttribute('id'), 'w-s2');
}));

// A place that is an actor too (p1: "Karvia") has the actor's stop.
test('the text has one stop of the keyboard for each datum', () => withPage({}, async (page) => {
  await page.goto(room.report('strait'));
  const stops = await page.locator('.words a:not([tabindex="-1"])').evaluateAll((links) => links.map((a) => a.getAttribute('href')));
  assert.deepEqual([...stops].sort(), ['#a1', '#a2', '#a3', '#a4', '#a5', '#e1', '#e2', '#e3', '#f1', '#p2', '#s1', '#s2', '#s3', '#s4', '#s5', '#s6', '#s7', '#t1']);
}));

test('on a phone the data are folded under the text until one is wanted', () => withPage(PHONE, async (page) => {
  await page.goto(room.report('strait'));
  assert.ok(!await page.locator('#s1').isVisible());
  await page.getByRole('link', { name: '7 statements' }).tap();
  assert.ok(await page.locator('#s1').isVisible());
  await page.getByRole('link', { name: 'Back to the text' }).tap();
  assert.ok(!await page.locator('#s1').isVisible());
  await page.locator('#w-s4').tap();
  await page.locator('#s4').waitFor({ state: 'visible' });
  const box = await page.locator('#s4').boundingBox();
  assert.ok(box.y >= 0 && box.y < 740, `the datum is on the screen, at ${box.y}`);
}));

for (const width of [320, 360, 390, 768, 1024]) {
  test(`nothing is cut off at ${width} px`, () => withPage({ viewport: { width, height: 740 } }, async (page) => {
    for (const address of [room.address, room.report('strait', '#read'), room.report('hostile', '#read'),
      `${room.address}/search?q=coastguard`, `${room.address}/rejected`, `${room.address}/events`]) {
      await page.goto(address);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${address}: ${wide} px`);
    }
  }));
}

test('markup in a report stays text', () => withPage({}, async (page) => {
  for (const address of [room.report('hostile'), room.address, `${room.address}/search?q=alert`]) {
    await page.goto(address);
    assert.equal(await page.locator('script:not([src^="/assets/report."]), img, main b, main i').count(), 0);
    assert.equal(await page.locator('[onmouseover], [onload], [onerror], a[href^="javascript:"]').count(), 0);
  }
  await page.goto(room.report('hostile'));
  assert.match(await page.locator('.words').innerText(), /<script>alert\(1\)<\/script> said/);
}));

test('words of another script have their language and direction', () => withPage({}, async (page) => {
  await page.goto(room.report('ar'));
  assert.equal(await page.locator('.words').getAttribute('lang'), 'ar');
  assert.equal(await page.locator('.words p').evaluate((p) => getComputedStyle(p).direction), 'rtl');
  assert.equal(await page.locator('.datum blockquote').evaluate((q) => getComputedStyle(q).direction), 'rtl');
  assert.equal(await page.locator('main').evaluate((main) => getComputedStyle(main).direction), 'ltr');
}));

test('the search finds and leads into the report', () => withPage({}, async (page) => {
  await page.goto(room.address);
  await page.getByRole('searchbox').fill('"harbour of Tesmir"');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL(/q=%22harbour\+of\+Tesmir%22$/);
  assert.equal(await page.locator('.hit').count(), 1);
  await page.getByRole('searchbox').fill('heard wind');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=heard\+wind$/);
  assert.deepEqual([...new Set(await page.locator('mark').allInnerTexts())].sort(), ['heard', 'wind']);
  await page.locator('.hit a').first().click();
  assert.equal(page.url().replace(/#.*/, ''), room.report('strait'));
}));

test('a wrong address says so and leads back', async () => {
  const { page, close } = await room.page();
  const response = await page.goto(`${room.address}/reports/nothing`);
  assert.equal(response.status(), 404);
  assert.match(await page.locator('main').innerText(), /no report nothing in the store/);
  await page.getByRole('link', { name: 'All reports' }).click();
  assert.equal(page.url(), `${room.address}/`);
  await close();
});

test('on paper the data follow the text, whole', () => withPage({ viewport: { width: 700, height: 900 } }, async (page) => {
  await page.goto(room.report('strait'));
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('#s7').isVisible());
  assert.ok(!await page.locator('.top').isVisible());
}));
