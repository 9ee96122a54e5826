import { execFileSync } from 'node:child_process';
import { constants } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { openFile } from '../../../../../main/system/opening/open-file.ts';
import { descriptorsOf } from '../../../../faults/support/descriptors-of.ts';
import { notOn, onlyOn } from '../../../../support/only-on.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const NOT_A_FILE = { reason: { kind: 'not-a-file' } };
const ON_POSIX = notOn('win32', 'Windows has no named pipes in folders');

it('what was opened is given with what is known of it', async () => {
  await writeFile(basedir.at('file'), 'content');
  const { file, stats } = await openFile(basedir.at('file'), constants.O_RDONLY, () => true);
  expect([stats.size, await file.readFile('utf8')]).toEqual([7n, 'content']);
  await file.close();
});

it('neither end of a pipe is waited for', ON_POSIX, async () => {
  execFileSync('mkfifo', [basedir.at('pipe')]);
  for (const flags of [constants.O_RDONLY, constants.O_WRONLY]) {
    const opened = openFile(basedir.at('pipe'), flags, (stats) => stats.isFile());
    await expect(opened).rejects.toMatchObject(NOT_A_FILE);
  }
});

it('a socket is refused like a pipe', ON_POSIX, async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(basedir.at('socket'), resolve));
  const opened = openFile(basedir.at('socket'), constants.O_RDONLY, () => true);
  await expect(opened).rejects.toMatchObject(NOT_A_FILE);
  await new Promise((resolve) => server.close(resolve));
});

it(
  'what is refused is closed',
  onlyOn('linux', 'only Linux shows the descriptors of a process'),
  async () => {
    await writeFile(basedir.at('file'), '');
    const opened = openFile(basedir.at('file'), constants.O_RDONLY, () => false);
    await expect(opened).rejects.toMatchObject(NOT_A_FILE);
    expect(await descriptorsOf(process.pid)).not.toContain(basedir.at('file'));
  },
);
