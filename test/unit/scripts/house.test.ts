import { describe, expect, it } from 'vitest';
import { doubleCastObjections } from '../../../scripts/house/double-casts.mjs';
import { fileNameObjections, kebabCase } from '../../../scripts/house/file-names.mjs';
import { fileOpeningObjections } from '../../../scripts/house/file-openings.mjs';
import { folderSizeObjections } from '../../../scripts/house/folder-sizes.mjs';
import { literalSpreadObjections } from '../../../scripts/house/literal-spreads.mjs';
import { lockfileObjections } from '../../../scripts/house/lockfile.mjs';
import { hasLogic, mirroredTestObjections } from '../../../scripts/house/mirrored-tests.mjs';
import { roomOf, wordObjections } from '../../../scripts/house/plain-words.mjs';
import { rawLookObjections, unknownVariableObjections } from '../../../scripts/house/raw-looks.mjs';
import { silentSkipObjections } from '../../../scripts/house/silent-skips.mjs';

describe('the name of a file', () => {
  const objections = (path: string, text: string) => fileNameObjections({ path, text });

  it('is that of its only export, in kebab case', () => {
    expect(objections('main/x/status-from.ts', 'export function statusFrom() {}')).toEqual([]);
    expect(objections('main/x/backoff.ts', 'export function reconnectDelayMs() {}')).toEqual([
      'main/x/backoff.ts: exports reconnectDelayMs alone, so it is named reconnect-delay-ms',
    ]);
    expect(objections('renderer/x/links.tsx', 'const a = 1;\nexport { a as b };')).toHaveLength(1);
  });

  it('may leave out the role that the folder names', () => {
    expect(objections('main/worker/commands/stat.ts', 'export const statCommand = 1;')).toEqual([]);
    expect(objections('main/app/handlers/feeds.ts', 'export const feedHandlers = 1;')).toEqual([]);
  });

  it('may be that of a type beside the only value', () => {
    const text = 'export interface Clock {}\nexport const systemClock: Clock = {};';
    expect(objections('main/lib/clock.ts', text)).toEqual([]);
  });

  it('is that of the subject when there are several values', () => {
    const text = 'export const encode = 1;\nexport const decode = 2;';
    expect(objections('main/msgpack/codec.ts', text)).toEqual([]);
  });

  it('is of no interest where nothing is exported, or outside the source', () => {
    expect(objections('main/index.ts', 'start();')).toEqual([]);
    expect(objections('test/support/rig.ts', 'export function makeRig() {}')).toEqual([]);
  });

  it.each([
    ['statusFrom', 'status-from'],
    ['BuildtrayApp', 'buildtray-app'],
    ['TCPSocket', 'tcp-socket'],
    ['MOST_FILES', 'most-files'],
  ])('turns %s into %s', (name, kebab) => {
    expect(kebabCase(name)).toBe(kebab);
  });
});

describe('what opens files', () => {
  const objections = (path: string, text: string, known?: readonly string[]) =>
    fileOpeningObjections(
      [{ path, text }],
      new Map(known?.map((name) => [name, 'a reason'] as const)),
    );
  const READER = "import { stat, readFile as read } from 'node:fs/promises';\n";

  it('stands in main/system/opening, or on a list', () => {
    expect(objections('main/x/a.ts', READER)).toEqual([
      'main/x/a.ts: opens files by readFile; see main/system/opening',
    ]);
    expect(objections('main/system/opening/a.ts', READER)).toEqual([]);
    expect(objections('main/x/a.ts', READER, ['main/x/a.ts'])).toEqual([]);
    expect(objections('test/x/a.ts', READER)).toEqual([]);
  });

  it.each([
    "import { type Stats,\n  openSync } from 'node:fs';",
    "import fs from 'node:fs';",
    "import * as fs from 'node:fs/promises';",
    "const fs = process.getBuiltinModule('node:fs');",
    "const fs = await import('node:fs/promises');",
    "import { createReadStream } from 'node:fs';",
  ])('is found however it is imported: %s', (text) => {
    expect(objections('main/x/a.ts', text)).toHaveLength(1);
  });

  it.each([
    "import { stat, readdir, opendir } from 'node:fs/promises';",
    "import type { open } from 'node:fs/promises';",
    "import { open } from './open.ts';",
  ])('is not seen where nothing is opened: %s', (text) => {
    expect(objections('main/x/a.ts', text)).toEqual([]);
  });

  it('is on the list only as long as it opens something', () => {
    expect(objections('main/x/a.ts', '', ['main/x/a.ts'])).toEqual([
      'main/x/a.ts: take it off the list in scripts/house/file-openings.mjs',
    ]);
  });
});

describe('the lockfile', () => {
  const integrity = 'sha512-x';

  it('has a checksum of every package, and names no registry', () => {
    const packages = {
      '': {},
      'node_modules/fine': { integrity },
      'node_modules/open': {},
      'node_modules/bound': { integrity, resolved: 'https://registry.example.org/b.tgz' },
    };
    expect(lockfileObjections({ packages })).toEqual([
      'package-lock.json: node_modules/open has no integrity',
      'package-lock.json: node_modules/bound names a registry (resolved)',
    ]);
  });
});

describe('a literal', () => {
  it('is not spread into a literal, while a value may be', () => {
    const text = 'const a = {\n  ...{ b, c },\n  ...rest,\n  ...(on ? { d } : {}),\n};';
    expect(literalSpreadObjections({ path: 'main/x.ts', text })).toEqual([
      'main/x.ts:2: spreads a literal into a literal',
    ]);
  });
});

describe('a cast by way of unknown', () => {
  const text = 'const a = b as unknown as C;';

  it('is refused but at a named edge', () => {
    expect(doubleCastObjections({ path: 'main/worker/x.ts', text })).toHaveLength(1);
    expect(doubleCastObjections({ path: 'main/msgpack/codec.ts', text })).toEqual([]);
  });
});

describe('a skipped test', () => {
  const objections = (text: string) => silentSkipObjections({ path: 'test/a.test.ts', text });

  it.each([
    "it.skipIf(isWindows)('a', b);",
    "describe.runIf(isLinux).each([])('a', b);",
    "it.concurrent.skip('a', b);",
    "it.todo('a');",
  ])('gives its reason, so this is refused: %s', (text) => {
    expect(objections(text)).toHaveLength(1);
  });

  it('gives it by onlyOn and its like, or to skip', () => {
    expect(objections("it('a', onlyOn('linux', 'why'), b);\nskip(!c, 'why');")).toEqual([]);
  });
});

describe('a folder', () => {
  const folder = (name: string, count: number) =>
    Array.from({ length: count }, (_, i) => ({ path: `${name}/file-${i}.ts`, text: '' }));

  it('holds twenty files', () => {
    expect(folderSizeObjections(folder('main/x', 20))).toEqual([]);
    expect(folderSizeObjections(folder('main/x', 21))).toEqual([
      'main/x: 21 files, and a folder holds 20: cut it',
    ]);
  });
});

describe('a file', () => {
  const text = 'export function a(b: number) { return b > 0 ? b : -b; }';
  const tests = (paths: readonly string[], needsNone = new Map<string, string>()) =>
    mirroredTestObjections(
      paths.map((path) => ({ path, text })),
      needsNone,
    );

  it('with logic has a test of its own name', () => {
    expect(tests(['main/x/a.ts'])).toEqual([
      'main/x/a.ts: has logic, and no test/unit/main/x/a.test.ts',
    ]);
    expect(tests(['main/x/a.ts', 'test/unit/main/x/a.test.ts'])).toEqual([]);
  });

  it('of words, or seen in a window, is tested with others', () => {
    const others = ['main/texts/de/a.ts', 'renderer/a/a.tsx', 'renderer/a/use-a.ts'];
    expect(tests(others)).toEqual([]);
    expect(tests(['renderer/a/user.ts'])).toHaveLength(1);
  });

  it('may be on a list, as long as it has to be', () => {
    const needsNone = new Map([['main/x/a.ts', 'because']]);
    expect(tests(['main/x/a.ts'], needsNone)).toEqual([]);
    expect(tests(['main/x/a.ts', 'test/unit/main/x/a.test.ts'], needsNone)).toEqual([
      'main/x/a.ts: take it off the list in scripts/house/mirrored-tests.mjs',
    ]);
  });

  it.each([
    'export const a = (b: number) => b > 0 && b < 9;',
    'export async function a() { await b(); }',
    'export class A { b() { for (const c of d) e(c); } }',
    'const a = { b() { c(); d(); e(); } };',
  ])('has logic with %s', (code) => {
    expect(hasLogic({ path: 'a.ts', text: code })).toBe(true);
  });

  it.each([
    'export interface A { b(c: number): void; d: () => string }',
    'export const A_SCHEMA = z.object({ b: z.number() }).transform((c) => c.b);',
    'const A = B ?? 1;',
    'export class A extends Error { constructor(b: string) { super(b); this.name = "A"; } }',
  ])('has none with %s', (code) => {
    expect(hasLogic({ path: 'a.ts', text: code })).toBe(false);
  });
});

describe('a word', () => {
  const objections = (text: string) => wordObjections({ path: 'main/x/a.ts', text });

  it('of the private dialect is refused in prose and in names', () => {
    expect(objections('// It is made\n// an' + 'ew.')).toEqual([
      'main/x/a.ts:2: "anew": say again',
    ]);
    expect(objections(`function perform${'Wish'}() {}`)).toHaveLength(1);
    expect(objections(`const ${'WISH'}_LIMIT = 1;`)).toHaveLength(1);
  });

  it('that only looks alike is not', () => {
    expect(objections('recommend, amend, an intelligible overtaking of others')).toEqual([]);
    expect(objections('left behind, a master behind a proxy, what it holds')).toEqual([]);
  });

  it.each([
    'two builds, one behind the other',
    "button: 'Understood'",
    "title: 'Looks'",
    'It holds now.',
    'a build that went well',
    'the worker takes builds again',
    'they exclude each other',
    'it says nothing',
  ])('is refused as it is here: %s', (text) => {
    expect(objections(text)).toHaveLength(1);
    expect(wordObjections({ path: 'docs/a.md', text })).toHaveLength(1);
  });

  it('of German may be anything', () => {
    const text = `${'wish'}`;
    expect(wordObjections({ path: 'main/texts/de/x.ts', text })).toEqual([]);
  });

  it('belongs to the room of its file', () => {
    expect(roomOf('main/worker/commands/stat.ts')).toBe('main/worker');
    expect(roomOf('main/index.ts')).toBe('main');
    expect(roomOf('scripts/house.mjs')).toBe('scripts');
    expect(roomOf('test/unit/scripts/a.test.ts')).toBe('test/unit');
  });
});

describe('what a style sheet or a component looks like', () => {
  const objections = (path: string, text: string) => rawLookObjections({ path, text });

  it.each([
    ['a colour', 'a { color: #c92a2a }'],
    ['a colour', 'a { fill: light-dark(white, black) }'],
    ['a colour', 'a { background: rgb(0 0 0 / 50%) }'],
    ["a colour of Mantine's", 'a { color: var(--mantine-color-red-8) }'],
    ['a size of type', 'a { font-size: 13px }'],
    ['a weight', 'a { font-weight: 700 }'],
    ['a face', 'a { font-family: Menlo, monospace }'],
    ['a space', 'a { padding: 0 10px }'],
    ['a space', 'a { margin-left: -6px }'],
    ['a radius', 'a { border-radius: 4px }'],
  ])('is %s of the tokens: %s', (what, text) => {
    expect(objections('renderer/builds/builds.css', text)).toEqual([
      expect.stringContaining(`${what} of renderer/look/tokens.ts`),
    ]);
  });

  it.each(['<Stack gap={10}>', '<Text mt={6}>', '<Text fz="13px">', "color: '#c92a2a'"])(
    'is none of its own: %s',
    (text) => expect(objections('renderer/builds/builds.tsx', text)).toHaveLength(1),
  );

  it('may be what the tokens say, and the breadth of a hair', () => {
    const text =
      'a { padding: 2px var(--mantine-spacing-xs); color: var(--red); border: 1px solid var(--line) }';
    expect(objections('renderer/builds/builds.css', text)).toEqual([]);
    expect(objections('renderer/builds/builds.tsx', '<Stack gap={2} p="md" fw={600}>')).toEqual([]);
    expect(objections('renderer/look/tokens.ts', "'#c92a2a'")).toEqual([]);
    expect(objections('main/x.css', '#c92a2a')).toEqual([]);
  });

  it('reads no variable that nothing sets', () => {
    const files = [
      {
        path: 'renderer/look/tokens.ts',
        text: "export const MOTION = { quick: 1 };\n  ink: ['#000', '#fff'],\n  red: {\n",
      },
      {
        path: 'renderer/a.css',
        text: 'a { --own: 1; color: var(--ink) var(--red-soft) var(--own) var(--motion-quick) }',
      },
      { path: 'renderer/b.css', text: 'a { color: var(--inc); gap: var(--mantine-spacing-md) }' },
    ];
    expect(unknownVariableObjections(files)).toEqual(['renderer/b.css:1: nothing sets --inc']);
  });
});
