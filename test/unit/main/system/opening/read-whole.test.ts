import { execFileSync } from 'node:child_process';
import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LinuxAutostart } from '../../../../../main/desktop/autostart/linux-autostart.ts';
import { readOsRelease } from '../../../../../main/system/machine/read-os-release.ts';
import { readWhole } from '../../../../../main/system/opening/read-whole.ts';
import { onlyOn } from '../../../../support/only-on.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const folder = temporaryBasedir();
const HUGE_BYTES = 3 * 1024 ** 3;

it.each([0, 1, 16_384, 16_385, 100_000])('reads a file of %d bytes whole', async (length) => {
  const contents = Buffer.alloc(length, 'abc');
  await writeFile(folder.at('file'), contents);
  expect((await readWhole(folder.at('file'), length)).equals(contents)).toBe(true);
});

it('refuses a file over the limit, one with a huge hole too', async () => {
  await writeFile(folder.at('file'), 'x'.repeat(11));
  const refusal = { reason: { kind: 'too-long', limitBytes: 10 } };
  await expect(readWhole(folder.at('file'), 10)).rejects.toMatchObject(refusal);
  await truncate(folder.at('file'), HUGE_BYTES);
  await expect(readWhole(folder.at('file'), 10)).rejects.toMatchObject(refusal);
});

const READERS = {
  'the autostart entry': (dir: string, path: string) =>
    new LinuxAutostart(dir, ['buildtray']).isOn().then((isOn) => ({ isOn, path })),
  'the system release': (_dir: string, path: string) => readOsRelease(path),
  'any file': (_dir: string, path: string) => readWhole(path, 10).catch(() => undefined),
} as const;

it.each(Object.entries(READERS))(
  'nothing at its place holds up the reader of %s: a pipe, a directory, a huge file',
  onlyOn('linux', 'Windows has no named pipes in folders, and macOS no files with huge holes'),
  async (_name, read) => {
    const path = folder.at('autostart', 'buildtray.desktop');
    await mkdir(path, { recursive: true });
    await read(folder.path, path);
    for (const make of [
      () => execFileSync('mkfifo', [path]),
      () => execFileSync('truncate', ['-s', String(HUGE_BYTES), path]),
    ]) {
      execFileSync('rm', ['-r', path]);
      make();
      await read(folder.path, join(path));
    }
  },
);
