import { readdir, readFile, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { removeOldFiles, rotateFiles } from '../../../../../main/logging/writing/rotate-files.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const dir = temporaryBasedir();

async function make(...names: readonly string[]): Promise<void> {
  for (const name of names) await writeFile(dir.at(name), name);
}

async function found(): Promise<Record<string, string>> {
  const names = (await readdir(dir.path)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(dir.at(name), 'utf8')])),
  );
}

it('moves each file to the next number', async () => {
  await make('worker.log', 'worker.log.1', 'worker.log.2');
  await rotateFiles(dir.at('worker.log'), undefined);
  expect(await found()).toEqual({
    'worker.log.1': 'worker.log',
    'worker.log.2': 'worker.log.1',
    'worker.log.3': 'worker.log.2',
  });
});

it('moves no further than to the first number that is free', async () => {
  await make('worker.log', 'worker.log.1', 'worker.log.3');
  await rotateFiles(dir.at('worker.log'), undefined);
  expect(await found()).toEqual({
    'worker.log.1': 'worker.log',
    'worker.log.2': 'worker.log.1',
    'worker.log.3': 'worker.log.3',
  });
});

it('removes what is older than it may be', async () => {
  await make('worker.log', 'worker.log.1', 'worker.log.2', 'other.log.9');
  await rotateFiles(dir.at('worker.log'), 1);
  expect(Object.keys(await found())).toEqual(['other.log.9', 'worker.log.1']);
  await removeOldFiles(dir.at('worker.log'), 0);
  expect(Object.keys(await found())).toEqual(['other.log.9']);
});
