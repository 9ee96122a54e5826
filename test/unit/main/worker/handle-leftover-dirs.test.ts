import { chmod, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { handleLeftoverDirs } from '../../../../main/worker/handle-leftover-dirs.ts';
import { onlyIf } from '../../../support/only-on.ts';
import { RecordingLogger } from '../../../support/recording-logger.ts';
import { asOrdinaryUser, temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const posix = onlyIf(process.platform !== 'win32', 'Windows has no modes');

beforeEach(async () => {
  for (const dir of ['info', 'old/deep', 'nested/inner']) {
    await mkdir(basedir.at(dir), { recursive: true });
  }
  await writeFile(basedir.at('twistd.log'), '');
  await symlink('info', basedir.at('link'));
});

async function handled(deleteLeftoverDirs: boolean, path = basedir.path) {
  const logger = new RecordingLogger();
  const owned = [basedir.at('nested', 'inner')];
  await handleLeftoverDirs({ basedir: path, owned, deleteLeftoverDirs, logger });
  return logger.lines;
}

describe('directories that no builder owns', () => {
  it('are named, and left there', async () => {
    expect(await handled(false)).toEqual([
      "info worker: I have a leftover directory 'old' that is not being used by the buildmaster: you can delete it now",
    ]);
    expect(await readdir(basedir.path)).toContain('old');
  });

  it('are removed where the owner chose that; files, links and info stay', async () => {
    expect(await handled(true)).toEqual([
      `info worker: removed the leftover directory ${basedir.at('old')}`,
    ]);
    expect(await readdir(basedir.path)).toEqual(['info', 'link', 'nested', 'twistd.log']);
    expect(await readdir(basedir.at('nested'))).toEqual(['inner']);
  });

  it('are logged where they cannot be removed', posix, async () => {
    await chmod(basedir.at('old'), 0o555);
    await chmod(basedir.path, 0o555);
    expect(await asOrdinaryUser(() => handled(true))).toEqual([
      expect.stringMatching(/^warn worker: .*old/),
    ]);
  });

  it('are none in a directory that is gone, which is logged', async () => {
    expect(await handled(true, basedir.at('gone'))).toEqual([
      expect.stringMatching(/^warn worker: .*gone/),
    ]);
  });
});
