// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
//
// axe-core over pages on disk: node axe.mjs CHROMIUM PAGE... ; one line for each fault, exit status 1 when there are any.
// Wide, narrow as a telephone (no sideways scrolling), with forced colours, and with everything unfolded.
import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const looks = [
  ['1360 px', { width: 1360, height: 900 }, { forcedColors: 'none' }],
  ['390 px', { width: 390, height: 844 }, { forcedColors: 'none' }],
  ['forced colours', { width: 1360, height: 900 }, { forcedColors: 'active' }],
];

const [executablePath, ...pages] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
let faults = 0;
let passes = 0;

function fault(page, look, text) {
  faults += 1;
  console.log(`${basename(page)} (${look}): ${text}`);
}

async function look(page, file, [name, size, media]) {
  await page.setViewportSize(size);
  await page.emulateMedia(media);
  const result = await page.evaluate((values) => axe.run(document, { runOnly: values, resultTypes: ['violations'] }), rules);
  passes += result.passes.length;
  for (const violation of result.violations) {
    for (const node of violation.nodes.slice(0, 3)) {
      const why = (node.failureSummary ?? '').split('\n').slice(1).join(' ').trim();
      fault(file, name, `${violation.id} (${violation.impact}) at ${node.target.join(' ')}: ${why}`);
    }
  }
  const [wide, room] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  if (wide > room) {
    fault(file, name, `scrolls sideways: ${wide} px in ${room} px`);
  }
}

async function lint(file) {
  const page = await browser.newPage();
  page.on('console', (said) => said.type() === 'error' && fault(file, 'loading', `console: ${said.text()}`));
  page.on('pageerror', (error) => fault(file, 'loading', `script: ${error.message}`));
  page.on('requestfailed', (request) => fault(file, 'loading', `not found: ${request.url()}`));
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(() => document.querySelectorAll('details').forEach((part) => (part.open = true)));
  await page.evaluate(axe);
  for (const one of looks) {
    await look(page, file, one);
  }
  await page.close();
}

for (const file of pages) {
  await lint(file);
}
await browser.close();
console.log(`axe: ${pages.length} pages, ${looks.length} looks, ${passes} rules passed, ${faults} faults`);
process.exit(faults > 0 ? 1 : 0);
