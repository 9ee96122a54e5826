import { stat } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandContext, FileReader } from '../../../../main/worker/command.ts';
import { cpdirCommand } from '../../../../main/worker/commands/cpdir.ts';
import { downloadFileCommand } from '../../../../main/worker/commands/download-file.ts';
import { mkdirCommand } from '../../../../main/worker/commands/mkdir.ts';
import { shellCommand } from '../../../../main/worker/commands/shell.ts';
import { makeDirectories } from '../../../../main/worker/with-umask.ts';
import { recordingContext } from '../../../support/recording-sink.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
/** The process's own: neither stricter nor laxer than the worker's. */
const OF_PROCESS = 0o002;
const OF_WORKER = 0o027;

let before = 0;
beforeEach(() => {
  before = process.umask(OF_PROCESS);
});
afterEach(() => {
  // Nothing may have left the worker's mask in place: another worker may run in the same process.
  expect(process.umask(before)).toBe(OF_PROCESS);
});

const context = (): CommandContext => ({ ...recordingContext(basedir.path), umask: OF_WORKER });

async function modeOf(...parts: readonly string[]): Promise<string> {
  return ((await stat(basedir.at(...parts))).mode & 0o777).toString(8);
}

function emptyFile(): FileReader {
  return { read: async () => new Uint8Array(0), close: async () => {} };
}

describe('the umask of a worker', () => {
  it.each([false, true])('counts for what its commands make, on a terminal: %s', async (usePTY) => {
    const command = ': > file; mkdir dir';
    const args = { command, workdir: basedir.at('new'), usePTY, logEnviron: false };
    await shellCommand.create(args, context()).run();
    expect([await modeOf('new'), await modeOf('new/file'), await modeOf('new/dir')]).toEqual([
      '750',
      '640',
      '750',
    ]);
  });

  it('counts for directories and files that the master has made', async () => {
    const paths = [basedir.at('made/deep')];
    await mkdirCommand.create({ paths }, context()).run();
    const download = { path: basedir.at('got/file'), reader: emptyFile(), blocksize: 10 };
    await downloadFileCommand.create(download, context()).run();
    const copy = { from_path: basedir.at('got'), to_path: basedir.at('copies/got') };
    await cpdirCommand.create(copy, context()).run();
    expect(
      await Promise.all(
        ['made', 'made/deep', 'got', 'got/file', 'copies', 'copies/got'].map((path) =>
          modeOf(path),
        ),
      ),
    ).toEqual(['750', '750', '750', '640', '750', '750']);
  });

  it('leaves the process’s own where a worker has none', async () => {
    await makeDirectories(basedir.at('plain'), undefined);
    expect(await modeOf('plain')).toBe('775');
  });
});
