import { mkdir, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { atPlace } from '../../../../../../main/worker/commands/paths/find-place.ts';
import { entriesAt, namesAt } from '../../../../../../main/worker/commands/paths/names-at.ts';
import { temporaryBasedir } from '../../../../../support/temporary-basedir.ts';

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
