import { spawnSync } from 'node:child_process';
import { lstat, readdir, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import {
  isBeingWritten,
  isTemporaryName,
  leftTargetOf,
  removeLeftTemporaries,
  writeTemporary,
} from '../../../../../main/system/writing/temporary-file.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const folder = temporaryBasedir();

it('is private where the file that is replaced is, and named as what it is', async () => {
  const owner = { mode: 0o600, uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const path = await writeTemporary(folder.at('file'), 'x', { newMode: 0o644, owner });
  expect((await lstat(path)).mode & 0o777).toBe(0o600);
  expect(isTemporaryName(basename(path))).toBe(true);
  expect(isBeingWritten(basename(path))).toBe(true);
  expect(leftTargetOf(basename(path))).toBeUndefined();
});

it('is removed when its process has ended, and as long as it runs it stays', async () => {
  const { pid } = spawnSync('true');
  const dead = `.buildbot.tac.${pid}-1.1.tmp`;
  await writeFile(folder.at(dead), 'secret');
  const alive = await writeTemporary(folder.at('other'), 'x', { newMode: 0o600, owner: undefined });
  expect(leftTargetOf(dead)).toBe('buildbot.tac');
  await removeLeftTemporaries(folder.path, 'other');
  expect(await readdir(folder.path)).toHaveLength(2);
  await removeLeftTemporaries(folder.path);
  expect(await readdir(folder.path)).toEqual([basename(alive)]);
});
