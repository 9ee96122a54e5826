import { execFileSync } from 'node:child_process';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type ArchiveRequest,
  writeArchive,
} from '../../../../../../main/worker/commands/transfer/write-archive.ts';
import { temporaryBasedir } from '../../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

beforeEach(async () => {
  await mkdir(basedir.at('tree'));
  await writeFile(basedir.at('tree/file'), 'x'.repeat(200_000));
});

function archive(changes: Partial<ArchiveRequest> = {}): Promise<void> {
  return writeArchive({
    directory: basedir.at('tree'),
    shownDirectory: basedir.at('tree'),
    archivePath: basedir.at('archive'),
    compression: null,
    environment: { PATH: process.env.PATH ?? '' },
    signal: new AbortController().signal,
    ...changes,
  });
}

/** A program of that name, and the PATH where it is the only one. */
async function program(name: string, script: string): Promise<Record<string, string>> {
  await mkdir(basedir.at('bin'));
  await writeFile(basedir.at('bin', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return { PATH: basedir.at('bin') };
}

describe('an archive', () => {
  it.each([
    [null, ''],
    ['gz', 'z'],
    ['bz2', 'j'],
  ] as const)('with the compression %s is read by the system’s tar', async (compression, flag) => {
    await archive({ compression });
    const listed = execFileSync('tar', [`-t${flag}f`, basedir.at('archive')], { encoding: 'utf8' });
    expect(listed.trim().split('\n')).toContain('file');
  });

  it('is for nobody else', async () => {
    await archive();
    expect((await stat(basedir.at('archive'))).mode & 0o777).toBe(0o600);
  });

  it('takes the place of nothing', async () => {
    await writeFile(basedir.at('archive'), 'precious');
    for (const compression of [null, 'gz'] as const) {
      await expect(archive({ compression })).rejects.toMatchObject({ code: 'EEXIST' });
    }
    await expect(archive({ compression: 'bz2' })).rejects.toThrow();
    expect(await readFile(basedir.at('archive'), 'utf8')).toBe('precious');
  });
});

describe('an archive that cannot be made', () => {
  it('names the file that is at fault, whatever reads it', async () => {
    const directory = basedir.at('missing');
    for (const [at, compression] of ([null, 'gz', 'bz2'] as const).entries()) {
      const archivePath = basedir.at(`archive${at}`);
      await expect(
        archive({ directory, shownDirectory: directory, compression, archivePath }),
      ).rejects.toMatchObject({
        code: 'TAR_MEMBER',
        path: directory,
      });
    }
  });

  it('reports that bzip2 is missing', async () => {
    const environment = { PATH: basedir.at('nowhere') };
    await expect(archive({ compression: 'bz2', environment })).rejects.toMatchObject({
      code: 'COMPRESS',
      message: "the program 'bzip2' was not found on this worker",
    });
  });

  it('reports what bzip2 complained of, though it read nothing', async () => {
    const environment = await program('bzip2', 'echo "no room left" >&2; exit 3');
    await expect(archive({ compression: 'bz2', environment })).rejects.toMatchObject({
      code: 'COMPRESS',
      message: "the program 'bzip2' failed: no room left",
    });
  });

  it.each([null, 'gz', 'bz2'] as const)(
    'is given up when that is asked (%s)',
    async (compression) => {
      const abort = new AbortController();
      const making = archive({ compression, signal: abort.signal });
      abort.abort();
      await expect(making).rejects.toThrow();
    },
  );
});
