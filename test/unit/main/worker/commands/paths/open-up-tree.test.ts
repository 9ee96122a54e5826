import { chmod, mkdir, stat, symlink } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { openUpTree } from '../../../../../../main/worker/commands/paths/open-up-tree.ts';
import { temporaryBasedir } from '../../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

it('every directory of a tree is opened up, and none that a link leads to', async () => {
  await mkdir(basedir.at('tree/closed/deep'), { recursive: true });
  await mkdir(basedir.at('outside'));
  await symlink('../outside', basedir.at('tree/link'));
  for (const name of ['tree/closed/deep', 'tree/closed', 'outside']) {
    await chmod(basedir.at(name), 0o010);
  }
  await openUpTree(basedir.at('tree'));
  const modeOf = async (name: string) => (await stat(basedir.at(name))).mode & 0o777;
  expect(await modeOf('tree/closed')).toBe(0o710);
  expect(await modeOf('tree/closed/deep')).toBe(0o710);
  expect(await modeOf('outside')).toBe(0o010);
});
