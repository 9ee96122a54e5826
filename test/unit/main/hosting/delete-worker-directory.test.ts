import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  deleteWorkerDirectory,
  directorySize,
} from '../../../../main/hosting/delete-worker-directory.ts';
import { textsIn } from '../../../../main/texts/texts.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const texts = textsIn('en');

describe('the size of a directory', () => {
  it('counts the files of all depths, and not what links lead to', async () => {
    await mkdir(basedir.at('w', 'a', 'b'), { recursive: true });
    await writeFile(basedir.at('big'), 'x'.repeat(10_000));
    await writeFile(basedir.at('w', 'one'), 'x'.repeat(100));
    await writeFile(basedir.at('w', 'a', 'b', 'two'), 'x'.repeat(23));
    await symlink('../big', basedir.at('w', 'link'));
    expect(await directorySize(basedir.at('w'))).toBe(123 + '../big'.length);
  });

  it('is unknown where there is none', async () => {
    expect(await directorySize(basedir.at('nowhere'))).toBeUndefined();
  });
});

describe('a directory that is to be deleted', () => {
  it('goes with everything in it when a worker is there', async () => {
    await mkdir(basedir.at('w', 'builds'), { recursive: true });
    await writeFile(basedir.at('w', 'buildbot.tac'), '');
    expect(await deleteWorkerDirectory(basedir.at('w'), texts)).toMatchObject({ ok: true });
    expect(await readdir(basedir.path)).toEqual([]);
  });

  it('stays when it does not look like a worker', async () => {
    await mkdir(basedir.at('photos'));
    const dir = basedir.at('photos');
    expect(await deleteWorkerDirectory(dir, texts)).toEqual({
      ok: false,
      problem: texts.workers.isNoWorkerDirectory(dir),
    });
    expect(await readdir(basedir.path)).toEqual(['photos']);
  });

  it.each(['/', dirname(homedir()), homedir()])(
    'is never one that holds the home: %s',
    async (dir) => {
      expect(await deleteWorkerDirectory(dir, texts)).toMatchObject({ ok: false });
    },
  );
});
