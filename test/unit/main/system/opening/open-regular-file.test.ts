import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { openRegularFile } from '../../../../../main/system/opening/open-regular-file.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

it('a regular file is opened, with what is known of it', async () => {
  await writeFile(basedir.at('file'), 'content');
  const { file, stats } = await openRegularFile(basedir.at('file'));
  expect([stats.size, await file.readFile('utf8')]).toEqual([7n, 'content']);
  await file.close();
});

it('nothing else is, and nobody is waited for', async () => {
  await mkdir(basedir.at('dir'));
  await writeFile(basedir.at('file'), '');
  await symlink('file', basedir.at('link'));
  execFileSync('mkfifo', [basedir.at('pipe')]);
  await expect(openRegularFile(basedir.at('dir'))).rejects.toThrow('no regular file');
  await expect(openRegularFile(basedir.at('pipe'))).rejects.toThrow('no regular file');
  await expect(openRegularFile('/dev/null')).rejects.toThrow('no regular file');
  await expect(openRegularFile(basedir.at('link'))).rejects.toMatchObject({ code: 'ELOOP' });
});
