import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { readOsRelease } from '../../../../../main/system/machine/read-os-release.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const dir = temporaryBasedir();

it('reads names and values as masters get them', async () => {
  await writeFile(
    dir.at('os-release'),
    '# comment\nID=debian\r\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nEMPTY=\n\nno assignment\n',
  );
  expect(await readOsRelease(dir.at('os-release'))).toEqual({
    os_id: 'debian',
    os_pretty_name: 'Debian GNU/Linux 12 (bookworm)',
  });
});

it('knows nothing where there is no such file', async () => {
  expect(await readOsRelease(dir.at('none'))).toEqual({});
});
