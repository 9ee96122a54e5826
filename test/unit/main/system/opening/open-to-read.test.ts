import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { openToRead } from '../../../../../main/system/opening/open-to-read.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

it('a regular file is opened, by a link too', async () => {
  await writeFile(basedir.at('file'), 'content');
  await symlink('file', basedir.at('link'));
  for (const name of ['file', 'link']) {
    const file = await openToRead(basedir.at(name));
    expect(await file.readFile('utf8')).toBe('content');
    await file.close();
  }
});

it('a directory is refused as one', async () => {
  await mkdir(basedir.at('dir'));
  await expect(openToRead(basedir.at('dir'))).rejects.toMatchObject({ code: 'EISDIR' });
});
