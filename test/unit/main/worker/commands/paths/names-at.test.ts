import { mkdir, opendir, writeFile } from 'node:fs/promises';
import { expect, it, vi } from 'vitest';
import { atPlace } from '../../../../../../main/worker/commands/paths/find-place.ts';
import { entriesAt, namesAt } from '../../../../../../main/worker/commands/paths/names-at.ts';
import { longDirectory } from '../../../../../support/long-directory.ts';
import { temporaryBasedir } from '../../../../../support/temporary-basedir.ts';

vi.mock('node:fs/promises', { spy: true });

const basedir = temporaryBasedir();

it('the worker’s own files are left out of its base directory, and of no other', async () => {
  const rules = { basedir: basedir.path, fileAccess: 'basedir' } as const;
  await mkdir(basedir.at('build'));
  await writeFile(basedir.at('buildbot.tac'), '');
  await writeFile(basedir.at('build/buildbot.tac'), '');
  const names = async (path: string) =>
    atPlace(rules, path, { use: 'look' }, (place) => namesAt(place, basedir.path));
  expect(await names(basedir.path)).toEqual({ ok: true, value: ['build'] });
  expect(await names(basedir.at('build'))).toEqual({ ok: true, value: ['buildbot.tac'] });
  const kinds = await atPlace(rules, basedir.path, { use: 'look' }, async (place) =>
    (await entriesAt(place, basedir.path)).map((entry) => entry.isDirectory()),
  );
  expect(kinds).toEqual({ ok: true, value: [true] });
});

it('a directory of more names than one answer holds is not read to its end', async () => {
  const { dir, read } = longDirectory(300_000);
  vi.mocked(opendir).mockResolvedValueOnce(dir);
  const rules = { basedir: basedir.path, fileAccess: 'basedir' } as const;
  await mkdir(basedir.at('build'));
  const listed = atPlace(rules, basedir.at('build'), { use: 'look' }, (place) =>
    namesAt(place, basedir.path),
  );
  await expect(listed).rejects.toThrow('more than 50000 names');
  expect(read()).toBe(50_001);
});
