import { once } from 'node:events';
import { lstat, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { findControlPlace, makeControlPlace } from '../../../../main/control/control-place.ts';
import { SOCKET_FILENAME } from '../../../../main/system/base-directory-files.ts';
import { notOn } from '../../../support/only-on.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

it('is in the directory itself where its path is short enough, and nothing is left of it', async () => {
  // What a dead process has left.
  await writeFile(basedir.at(SOCKET_FILENAME), 'old');
  const place = await makeControlPlace(basedir.path);
  expect(place.path).toBe(basedir.at(SOCKET_FILENAME));
  expect(await readdir(basedir.path)).toEqual([]);
  await writeFile(place.path, '');
  expect(await findControlPlace(basedir.path)).toBe(place.path);
  await place.clear();
  expect(await readdir(basedir.path)).toEqual([]);
});

it('is not found where nobody listens', async () => {
  await expect(findControlPlace(basedir.path)).rejects.toMatchObject({ code: 'ENOENT' });
});

// Windows has names for it that are no files.
describe(
  'in a directory that is too deep',
  notOn('win32', 'Windows has other means for it'),
  () => {
    it.each([
      ['that is too deep itself', () => basedir.at('t'.repeat(100))],
      ['that is not there', () => '/nowhere'],
      ['that is no full path', () => 'tmp'],
    ])('is a private directory of another place where TMPDIR names one %s', async (_what, tmp) => {
      vi.stubEnv('TMPDIR', tmp());
      vi.stubEnv('XDG_RUNTIME_DIR', '');
      const deep = basedir.at('d'.repeat(100));
      await mkdir(deep);
      await mkdir(basedir.at('t'.repeat(100)));
      const place = await makeControlPlace(deep);
      expect(Buffer.byteLength(place.path)).toBeLessThanOrEqual(100);
      expect((await stat(dirname(place.path))).mode & 0o077).toBe(0);
      expect((await lstat(`${deep}/${SOCKET_FILENAME}`)).isSymbolicLink()).toBe(true);
      await expect(findControlPlace(deep)).rejects.toMatchObject({ code: 'ENOENT' });
      await place.clear();
      expect(await readdir(deep)).toEqual([]);
      await expect(stat(dirname(place.path))).rejects.toMatchObject({ code: 'ENOENT' });
      vi.unstubAllEnvs();
    });

    it('is found through the link while somebody listens there', async () => {
      const deep = basedir.at('d'.repeat(100));
      await mkdir(deep);
      const place = await makeControlPlace(deep);
      const server = createServer().listen(place.path);
      await once(server, 'listening');
      expect(await findControlPlace(deep)).toBe(place.path);
      server.close();
      await once(server, 'close');
      await place.clear();
    });
  },
);
