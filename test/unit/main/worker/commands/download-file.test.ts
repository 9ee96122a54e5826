import {
  chmod,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { findCommand } from '../../../../../main/worker/commands/find-command.ts';
import { FakeReader, recordingContext, runCommand } from '../../../../support/recording-sink.ts';
import { asOrdinaryUser, temporaryBasedir } from '../../../../support/temporary-basedir.ts';
import { waitFor } from '../../../../support/wait-for.ts';

const basedir = temporaryBasedir();
const ELAPSED = ['elapsed', 'seconds'] as const;
const BLOCK = 16 * 1024;

interface Options {
  readonly maxsize?: number | null;
  readonly blocksize?: number;
  readonly mode?: number | null;
}

function contentOf(sizeBytes: number): Buffer {
  return Buffer.alloc(sizeBytes, 'Buildbot: ');
}

async function download(path: string, reader: FakeReader, options: Options = {}) {
  const args = { path, reader, maxsize: null, blocksize: BLOCK, mode: null, ...options };
  return runCommand('downloadFile', args, recordingContext(basedir.path));
}

describe('downloadFile', () => {
  it.each([0, 1, BLOCK, BLOCK + 1, 5_000_000])('takes a file of %i bytes', async (size) => {
    const path = basedir.at('new/dir/file');
    const content = contentOf(size);
    const reader = new FakeReader(content);
    const { updates, failure } = await download(path, reader);
    expect(updates).toEqual([['rc', 0], ELAPSED]);
    expect(failure).toBeUndefined();
    expect((await readFile(path)).equals(content)).toBe(true);
    expect(reader.calls.at(-1)).toEqual(['close']);
    expect(await readdir(basedir.at('new/dir'))).toEqual(['file']);
  });

  it('reads on to the empty block, one at a time while the blocks are short', async () => {
    const reader = new FakeReader(contentOf(30));
    await download(basedir.at('file'), reader, { blocksize: 50 });
    expect(reader.calls).toEqual([['read', 50], ['read', 50], ['close']]);
    expect(reader.mostUnanswered).toBe(1);
  });

  it('has at most 64 reads under way, one more for each full block', async () => {
    const path = basedir.at('file');
    const content = contentOf(5_000_000);
    const asked: (() => void)[] = [];
    let offset = 0;
    const reader = new FakeReader(async (length) => {
      const block = content.subarray(offset, offset + length);
      offset += block.length;
      await new Promise<void>((resolve) => asked.push(resolve));
      return block;
    });
    const ended = download(path, reader);
    for (let expected = 1; expected <= 64; expected += 1) {
      await waitFor(() => expect(reader.unanswered).toBe(expected));
      asked.shift()?.();
    }
    const answerAll = setInterval(() => asked.shift()?.(), 0);
    await ended;
    clearInterval(answerAll);
    expect(reader.mostUnanswered).toBe(64);
    expect((await readFile(path)).equals(content)).toBe(true);
  });

  it('asks for no block over what banana can carry', async () => {
    const reader = new FakeReader(contentOf(2_000_000));
    await download(basedir.at('file'), reader, { blocksize: 10_000_000 });
    expect(reader.calls[0]).toEqual(['read', 512 * 1024]);
    expect(reader.mostUnanswered).toBeLessThanOrEqual(2);
  });

  it.each([
    ['a smaller maxsize', 70, [50, 20]],
    ['a maxsize that the file just fills', 100, [50, 50]],
    ['a maxsize of nothing', 0, []],
  ])('keeps what fits in %s and fails', async (_title, maxsize, reads) => {
    const path = basedir.at('file');
    const reader = new FakeReader(contentOf(100));
    const { updates } = await download(path, reader, { maxsize, blocksize: 50 });
    expect(updates).toEqual([
      ['rc', 1],
      ['stderr', `Maximum filesize reached, truncating file '${path}'`],
      ELAPSED,
    ]);
    expect(reader.calls).toEqual([...reads.map((length) => ['read', length]), ['close']]);
    expect(await readFile(path)).toEqual(contentOf(maxsize));
  });

  it('counts what arrives towards maxsize, not what it asked for', async () => {
    const blocks = [contentOf(3), contentOf(3), contentOf(0)];
    const reader = new FakeReader(async (_length, index) => blocks[index] ?? contentOf(0));
    const { updates } = await download(basedir.at('file'), reader, { maxsize: 10, blocksize: 5 });
    expect(updates).toEqual([['rc', 0], ELAPSED]);
    expect(reader.calls).toEqual([['read', 5], ['read', 5], ['read', 4], ['close']]);
  });

  it('gives the file the mode of the master, whatever the umask', async () => {
    await download(basedir.at('file'), new FakeReader(contentOf(1)), { mode: 0o640 });
    await download(basedir.at('script'), new FakeReader(contentOf(1)), { mode: 0o777 });
    expect((await stat(basedir.at('file'))).mode & 0o7777).toBe(0o640);
    expect((await stat(basedir.at('script'))).mode & 0o7777).toBe(0o777);
  });

  it('keeps the mode of the file that was there', async () => {
    const path = basedir.at('file');
    await writeFile(path, 'old');
    await chmod(path, 0o751);
    await download(path, new FakeReader(contentOf(1)));
    expect((await stat(path)).mode & 0o7777).toBe(0o751);
    expect(await readFile(path, 'utf8')).toBe('B');
  });

  it('writes through a link and leaves it a link', async () => {
    await writeFile(basedir.at('target'), 'old');
    await symlink('target', basedir.at('link'));
    await download(basedir.at('link'), new FakeReader(contentOf(1)));
    expect((await lstat(basedir.at('link'))).isSymbolicLink()).toBe(true);
    expect(await readFile(basedir.at('target'), 'utf8')).toBe('B');
    expect(await readlink(basedir.at('link'))).toBe('target');
  });

  it.each([
    ['is a directory', 'dir', () => mkdir(basedir.at('dir'))],
    ['is below a file', 'file/sub', () => writeFile(basedir.at('file'), '')],
    ['has the name of a directory', 'new/', async () => {}],
  ])('reports that a file cannot be opened which %s', async (_title, name, prepare) => {
    await prepare();
    const path = basedir.at(name);
    const reader = new FakeReader(contentOf(1));
    const { updates, failure } = await download(path, reader);
    expect(updates).toEqual([
      ['rc', 1],
      ['stderr', `Cannot open file '${path}' for download`],
      ELAPSED,
    ]);
    expect(failure).toBeUndefined();
    expect(reader.calls).toEqual([['close']]);
  });

  it('reports that a file cannot be opened where nothing may be written', async () => {
    const path = basedir.at('locked/file');
    await mkdir(basedir.at('locked'), { mode: 0o555 });
    await chmod(basedir.path, 0o755);
    const { updates } = await asOrdinaryUser(() => download(path, new FakeReader(contentOf(1))));
    expect(updates).toContainEqual(['stderr', `Cannot open file '${path}' for download`]);
    expect(await readdir(basedir.at('locked'))).toEqual([]);
  });

  it('reports that a file cannot be opened which may not be written', async () => {
    const path = basedir.at('open/file');
    await mkdir(basedir.at('open'));
    await chmod(basedir.at('open'), 0o777);
    await writeFile(path, 'old', { mode: 0o444 });
    await chmod(basedir.path, 0o755);
    const { updates } = await asOrdinaryUser(() => download(path, new FakeReader(contentOf(1))));
    expect(updates).toContainEqual(['stderr', `Cannot open file '${path}' for download`]);
    expect(await readFile(path, 'utf8')).toBe('old');
  });

  it('writes the file itself where the directory takes no new one', async () => {
    const path = basedir.at('locked/file');
    await mkdir(basedir.at('locked'));
    await writeFile(path, 'older');
    await chmod(path, 0o666);
    await chmod(basedir.at('locked'), 0o555);
    await chmod(basedir.path, 0o755);
    const { updates } = await asOrdinaryUser(() => download(path, new FakeReader(contentOf(1))));
    expect(updates).toEqual([['rc', 0], ELAPSED]);
    expect(await readFile(path, 'utf8')).toBe('B');
  });

  it('keeps the old file when a read is refused, and fails with that answer', async () => {
    const path = basedir.at('file');
    await writeFile(path, 'old');
    const refusal = new Error('gone');
    const reader = new FakeReader(async (length, index) => {
      if (index > 0) throw refusal;
      return contentOf(length);
    });
    const { updates, failure } = await download(path, reader);
    expect(failure).toBe(refusal);
    expect(updates).toEqual([['rc', 1], ELAPSED]);
    expect(reader.calls.at(-1)).toEqual(['close']);
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(basedir.path)).toEqual(['file']);
  });

  it('keeps the old file when the master answers without data, and names the defect', async () => {
    const path = basedir.at('file');
    await writeFile(path, 'old');
    const reader = new FakeReader(async () => null);
    const { updates, failure } = await download(path, reader);
    expect(failure).toBeUndefined();
    expect(updates).toEqual([
      ['rc', 1],
      ['stderr', expect.stringMatching(/without any data.*MessagePack.*PB protocol/)],
      ELAPSED,
    ]);
    expect(reader.calls).toEqual([['read', BLOCK], ['close']]);
    expect(await readFile(path, 'utf8')).toBe('old');
  });

  it('does not believe a block longer than it asked for', async () => {
    const path = basedir.at('file');
    const reader = new FakeReader(async (length) => contentOf(length + 1));
    const { updates, failure } = await download(path, reader, { blocksize: 5 });
    expect(failure).toEqual(new Error('the master sent 6 bytes where 5 were asked for'));
    expect(updates).toEqual([['rc', 1], ELAPSED]);
  });

  it.each([
    ['more bytes', contentOf(5)],
    ['the end', contentOf(0)],
    ['no data', null],
  ])(
    'makes nothing of %s after an interrupt: closes, rc 1 and nothing else',
    async (_title, last) => {
      const path = basedir.at('file');
      await writeFile(path, 'old');
      let answer = (_block: Uint8Array | null): void => {};
      const reader = new FakeReader(
        () =>
          new Promise((resolve) => {
            answer = resolve;
          }),
      );
      const context = recordingContext(basedir.path);
      const command = findCommand('downloadFile')?.create({ path, reader, blocksize: 5 }, context);
      const ended = command?.run();
      await waitFor(() => expect(reader.unanswered).toBe(1));
      command?.interrupt('stop');
      command?.interrupt('again');
      answer(last);
      await ended;
      command?.interrupt('too late');
      expect(context.updates.updates).toEqual([['rc', 1]]);
      expect(reader.calls).toEqual([['read', 5], ['close']]);
      expect(await readFile(path, 'utf8')).toBe('old');
      expect(await readdir(basedir.path)).toEqual(['file']);
    },
  );

  it('reads nothing when it was interrupted before it began', async () => {
    const reader = new FakeReader(contentOf(5));
    const context = recordingContext(basedir.path);
    const args = { path: basedir.at('file'), reader, blocksize: 5 };
    const command = findCommand('downloadFile')?.create(args, context);
    command?.interrupt('stop');
    await command?.run();
    expect(context.updates.updates).toEqual([['rc', 1]]);
    expect(reader.calls).toEqual([['close']]);
    expect(await readdir(basedir.path)).toEqual([]);
  });

  it('refuses to write outside the basedir, through links that lead nowhere included', async () => {
    await mkdir(basedir.at('worker'));
    await symlink(basedir.at('outside'), basedir.at('worker/link'));
    for (const path of [basedir.at('outside'), basedir.at('worker/link')]) {
      const reader = new FakeReader(contentOf(1));
      const args = { path, reader, blocksize: 5 };
      const { updates } = await runCommand(
        'downloadFile',
        args,
        recordingContext(basedir.at('worker')),
      );
      expect(updates).toEqual([
        ['rc', 1],
        ['stderr', expect.stringContaining(`'${path}' is outside the worker's base directory`)],
        ELAPSED,
      ]);
      expect(reader.calls).toEqual([['close']]);
    }
    await expect(stat(basedir.at('outside'))).rejects.toThrow('ENOENT');
  });
});
