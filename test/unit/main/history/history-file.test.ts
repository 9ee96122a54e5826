import { appendFileSync } from 'node:fs';
import { appendFile, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import {
  HistoryFile,
  type LinePlace,
  type StoredLine,
} from '../../../../main/history/history-file.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const dir = temporaryBasedir();

/** A file, and the lines that it gave at each time it was read. */
function opened(path = dir.at('history/w.jsonl')) {
  const recalled: (readonly string[])[] = [];
  const file = new HistoryFile(path, async (lines) => {
    const texts: string[] = [];
    for await (const { text } of lines as AsyncIterable<StoredLine>) texts.push(text);
    recalled.push(texts);
  });
  return { file, recalled, path };
}

it('is made with its first line, for its owner alone', async () => {
  const { file, path } = opened();
  await file.append('one\n');
  expect(await readFile(path, 'utf8')).toBe('one\n');
  expect(((await stat(path)).mode & 0o777).toString(8)).toBe('600');
});

it('gives back each line by its place, whatever characters it holds', async () => {
  const { file } = opened();
  const first = await file.append('größer\n');
  const second = await file.append('two\n');
  expect(await file.lineAt(() => second)).toBe('two');
  expect(await file.lineAt(() => first)).toBe('größer');
  expect(await file.lineAt(() => undefined)).toBe(undefined);
});

it('ends a line that a crash has cut before it adds the next one', async () => {
  await writeFile(dir.at('w.jsonl'), 'one\ntor');
  const { file, recalled } = opened(dir.at('w.jsonl'));
  const place = await file.append('two\n');
  expect(recalled).toEqual([['one']]);
  expect(await readFile(dir.at('w.jsonl'), 'utf8')).toBe('one\ntor\ntwo\n');
  expect(await file.lineAt(() => place)).toBe('two');
});

it('reads again what another process has added or removed', async () => {
  const { file, recalled, path } = opened();
  await file.append('one\n');
  await appendFile(path, 'from outside\n');
  await file.read();
  await file.read();
  expect(recalled).toEqual([[], ['one', 'from outside']]);
});

it('goes through all lines, and forgets nothing that another process adds meanwhile', async () => {
  const { file, recalled, path } = opened();
  await file.append('one\n');
  await file.append('two\n');
  const visited: string[] = [];
  await file.scan((text) => {
    if (visited.length === 0) appendFileSync(path, 'from outside\n');
    visited.push(text);
  });
  expect(visited.slice(0, 2)).toEqual(['one', 'two']);
  await file.read();
  expect(recalled.at(-1)).toEqual(['one', 'two', 'from outside']);
});

it('keeps the chosen lines only, in their new places, and nothing beside the file', async () => {
  const { file, path } = opened();
  const places = [
    await file.append('one\n'),
    await file.append('two\n'),
    await file.append('three\n'),
  ];
  let moved: readonly LinePlace[] = [];
  await file.keepOnly(
    () => places.slice(1),
    (found) => {
      moved = found;
    },
  );
  expect(await readFile(path, 'utf8')).toBe('two\nthree\n');
  expect(await Promise.all(moved.map((place) => file.lineAt(() => place)))).toEqual([
    'two',
    'three',
  ]);
  expect(file.size).toBe(10);
  expect(await readdir(dir.at('history'))).toEqual(['w.jsonl']);
});

it('is gone once it was removed, and begins again with the next line', async () => {
  const { file, path } = opened();
  await file.append('one\n');
  await file.remove();
  expect(file.size).toBe(0);
  await file.append('two\n');
  expect(await readFile(path, 'utf8')).toBe('two\n');
});
