// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
//
// Makes one stylesheet: NL Design System components, the tokens they use with our palette over them, and our own layer.
// Run `npm ci --ignore-scripts && npm run build` after a change in this folder; the outcome is committed.
import { readFileSync, writeFileSync } from 'node:fs';
import { transform } from 'lightningcss';

const CANDIDATES = ['code', 'heading', 'link', 'paragraph', 'skip-link'];
const UTRECHT = ['alert', 'body', 'data-list', 'page-footer', 'page-header', 'root', 'status-badge', 'table', 'unordered-list'];
const TARGET = '../src/main/resources/nl/ddas/presentation/page.css';
const BANNER = `/*! Stylesheet of the pages, EUPL-1.2. Holds parts of NL Design System (candidate components, Utrecht components,
voorbeeld design tokens), EUPL-1.2, copyright their authors; see THIRD-PARTY-NOTICES.md. */`;

const read = path => readFileSync(path, 'utf8');
const fromPackage = path => read(`node_modules/${path}`).replace(/\/\*# sourceMappingURL.*?\*\//g, '');

const components = [
  ...CANDIDATES.map(name => fromPackage(`@nl-design-system-candidate/${name}-css/dist/${name}.css`)),
  ...UTRECHT.map(name => fromPackage(`@utrecht/${name}-css/dist/index.css`)),
].join('\n');
const own = read('src/layout.css');

const tokens = new Map();
for (const sheet of [fromPackage('@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css'), read('src/palette.css')]) {
  for (const [, name, value] of sheet.matchAll(/^\s*(--[\w-]+):\s*(.+?);/gm)) tokens.set(name, value);
}

const used = new Set();
function follow(css) {
  for (const [, name] of css.matchAll(/var\(\s*(--[\w-]+)/g)) {
    if (used.has(name)) continue;
    used.add(name);
    if (tokens.has(name)) follow(tokens.get(name));
  }
}
follow(components);
follow(own);

const root = [...tokens].filter(([name]) => used.has(name)).map(([name, value]) => `${name}:${value};`).join('');
const css = `@layer tokens,components,own;@layer tokens{:root{${root}}}@layer components{${components}}@layer own{${own}}`;
const { code } = transform({
  filename: 'page.css',
  code: Buffer.from(css),
  minify: true,
  targets: { chrome: 111 << 16, firefox: 115 << 16, safari: 16 << 16 },
});
writeFileSync(TARGET, `${BANNER}\n${code}\n`);
console.log(`${TARGET}: ${code.length} bytes, ${used.size} tokens`);
