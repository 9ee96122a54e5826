import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const projectDir = fileURLToPath(new URL('../..', import.meta.url));
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'bench/README.md',
  'fuzz/README.md',
  'test/interop/README.md',
  ...markdownIn('docs'),
  ...markdownIn('main'),
];

function markdownIn(folder: string): string[] {
  return fs
    .readdirSync(path.join(projectDir, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name.split(path.sep).join('/')}`);
}

function textOf(page: string): string {
  return fs.readFileSync(path.join(projectDir, page), 'utf8');
}

/** Places that a page links to, other sites and anchors left out. */
function linksIn(text: string): readonly string[] {
  const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)|(?:src|srcset)="([^"]+)"/g)];
  return links
    .map(([, link, picture]) => link ?? picture ?? '')
    .filter((link) => !/^\w+:/.test(link));
}

/** Files and folders of the project that a page names in code. */
function placesIn(text: string): readonly string[] {
  const names = [...text.matchAll(/`((?:main|renderer|test|scripts|bench|fuzz|docs)\/[\w./-]+)`/g)];
  return names.map(([, name = '']) => name);
}

describe('the documentation', () => {
  it.each(PAGES)('%s links to files that exist', (page) => {
    const missing = linksIn(textOf(page)).filter(
      (link) => !fs.existsSync(path.join(projectDir, path.dirname(page), link)),
    );
    expect(missing).toEqual([]);
  });

  it.each(PAGES)('%s names places that exist', (page) => {
    const missing = placesIn(textOf(page)).filter(
      (place) => !fs.existsSync(path.join(projectDir, place)),
    );
    expect(missing).toEqual([]);
  });

  it('lists every decision', () => {
    const list = textOf('docs/decisions/README.md');
    const pages = markdownIn('docs/decisions').map((page) => path.basename(page));
    expect(pages.filter((page) => page !== 'README.md' && !list.includes(`(${page})`))).toEqual([]);
  });
});
