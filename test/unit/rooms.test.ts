import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { circlesAmong, importsIn, objectionTo, roomOf, sourceFiles } from '../support/imports.ts';
import { ROOMS } from '../support/rooms.ts';

const projectDir = fileURLToPath(new URL('../..', import.meta.url));

function importsOf(file: string) {
  return importsIn(file, fs.readFileSync(path.join(projectDir, file), 'utf8'));
}

/** `main/a/b.ts` is in `main/a` and in `main`. */
function foldersAbove(file: string): readonly string[] {
  const parts = file.split('/');
  return parts.slice(1).map((_part, at) => parts.slice(0, at + 1).join('/'));
}

describe('import directions', () => {
  it.each(['main', 'renderer'])('every import in %s is one that its room may have', (folder) => {
    const objections = sourceFiles(projectDir, folder).flatMap((file) =>
      importsOf(file).flatMap((edge) => objectionTo(edge) ?? []),
    );
    expect(objections).toEqual([]);
  });

  it('the command line reaches electron through no import of an import', () => {
    const queue = sourceFiles(projectDir, 'main').filter((file) => roomOf(file) === 'cli');
    const seen = new Set(queue);
    const ways: string[] = [];
    for (const file of queue)
      for (const { specifier, typesOnly } of importsOf(file)) {
        if (specifier === 'electron') ways.push(file);
        const target = path.posix.join(path.posix.dirname(file), specifier);
        if (typesOnly || !specifier.startsWith('.') || seen.has(target)) continue;
        if (!fs.existsSync(path.join(projectDir, target))) continue;
        seen.add(target);
        queue.push(target);
      }
    expect(ways).toEqual([]);
  });
});

describe('circles of imports', () => {
  const edges = sourceFiles(projectDir, 'main').flatMap(importsOf);

  it('there are none between files of main', () => {
    expect(circlesAmong(edges)).toEqual([]);
  });

  it('there are none between what lies in a folder of main', () => {
    const folders = [...new Set(edges.flatMap(({ file }) => foldersAbove(file)))];
    const circles = folders.flatMap((folder) =>
      circlesAmong(edges, folder).map((circle) => `${folder}: ${circle}`),
    );
    expect(circles).toEqual([]);
  });

  it('are found, of types only too, and between folders where no file is in one', () => {
    const edge = (file: string, specifier: string, typesOnly = false) => ({
      file,
      specifier,
      typesOnly,
    });
    const files = [
      edge('r/a/x.ts', '../b/y.ts', true),
      edge('r/b/y.ts', '../c.ts'),
      edge('r/c.ts', './a/z.ts'),
    ];
    expect(circlesAmong(files)).toEqual([]);
    expect(circlesAmong(files, 'r')).toEqual(['a → b → c.ts → a']);
    expect(circlesAmong([...files, edge('r/a/z.ts', './x.ts', true)])).toEqual([
      'r/a/x.ts → r/b/y.ts → r/c.ts → r/a/z.ts → r/a/x.ts',
    ]);
  });
});

describe('the import reader', () => {
  const text = [
    `import { a, type B } from '../lib/a.ts';`,
    `import type { C } from './c.ts';`,
    `import {\n  type D,\n  type E,\n} from './d.ts';`,
    `export * from './e.ts';`,
    `import './f.css';`,
    `const g = await import('./g.ts');`,
    `import h from 'electron';`,
  ].join('\n');

  it('finds every form of import, and which of them are only for types', () => {
    const found = importsIn('main/app/x.ts', text).map(
      ({ specifier, typesOnly }) => `${specifier}${typesOnly ? ' (types)' : ''}`,
    );
    expect(found).toEqual([
      '../lib/a.ts',
      './c.ts (types)',
      './d.ts (types)',
      './e.ts',
      'electron',
      './f.css',
      './g.ts',
    ]);
  });
});

describe('the import table', () => {
  it('describes each room in one line that needs no "and"', () => {
    const others = Object.values(ROOMS)
      .map(({ holds }) => holds)
      .filter((holds) => /\band\b|\n/.test(holds) || holds.length > 80);
    expect(others).toEqual([]);
  });

  it('is the table of the architecture page, line by line', () => {
    const page = fs.readFileSync(path.join(projectDir, 'docs/architecture.md'), 'utf8');
    const missing = Object.values(ROOMS).filter(({ holds }) => !page.includes(`| ${holds} |`));
    expect(missing.map(({ holds }) => holds)).toEqual([]);
  });

  it('holds no circle', () => {
    const circles = Object.keys(ROOMS).filter((name) => roomsBelow(name).has(name));
    expect(circles).toEqual([]);
  });

  const objection = (file: string, specifier: string, typesOnly = false) =>
    objectionTo({ file, specifier, typesOnly });

  it.each([
    ['main/worker/commands/shell.ts', 'electron'],
    ['main/worker/bot.ts', '../settings/settings.ts'],
    ['main/worker/bot.ts', '../logging/worker-logger.ts'],
    ['main/spread/banana/banana-decoder.ts', 'node:net'],
    ['main/contract/contract.ts', 'node:fs'],
    ['main/lib/clock.ts', '../contract/worker-status.ts'],
    ['main/tray/create-tray.ts', '../worker/worker.ts'],
    ['main/settings/store.ts', '../basedir/tac.ts'],
    ['main/cli/run.ts', '../tray/tray.ts'],
    ['renderer/settings/view.tsx', '../log-viewer/view.tsx'],
    ['renderer/settings/view.tsx', '../window/shell.tsx'],
    ['renderer/components/button.tsx', '../settings/view.tsx'],
    ['renderer/settings/view.tsx', '../../main/worker/worker.ts'],
    ['renderer/settings/view.tsx', 'node:fs'],
    ['renderer/preload/preload.ts', '../components/button.tsx'],
    ['main/nowhere/file.ts', '../lib/clock.ts'],
  ])('objects when %s imports %s', (file, specifier) => {
    expect(objection(file, specifier)).toContain(file);
  });

  it.each([
    ['main/worker/bot.ts', '../spread/broker/broker.ts', false],
    ['main/worker/bot.ts', '../contract/worker-status.ts', true],
    ['main/spread/cred/log-in.ts', 'node:crypto', false],
    ['main/app/buildtray-app.ts', '../worker/worker.ts', false],
    ['main/index.ts', './app/app.ts', false],
    ['renderer/settings/view.tsx', '../components/button.tsx', false],
    ['renderer/settings/view.tsx', './form.tsx', false],
    ['renderer/window/pages.ts', '../settings/view.tsx', false],
    ['renderer/settings/view.tsx', 'react', false],
    ['renderer/preload/preload.ts', 'electron', false],
  ])('lets %s import %s', (file, specifier, typesOnly) => {
    expect(objection(file, specifier, typesOnly)).toBeUndefined();
  });

  it('says the forbidden edge as a sentence', () => {
    expect(objection('main/tray/create-tray.ts', '../worker/worker.ts')).toBe(
      'main/tray/create-tray.ts imports ../worker/worker.ts, but tray may import lib, contract, system, texts',
    );
  });
});

/** Every room that one may import, or that they may import in turn. */
function roomsBelow(name: string): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = [name];
  for (const room of queue)
    for (const next of [...(ROOMS[room]?.rooms ?? []), ...(ROOMS[room]?.types ?? [])]) {
      if (found.has(next)) continue;
      found.add(next);
      queue.push(next);
    }
  return found;
}
