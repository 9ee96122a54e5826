import { chmod, mkdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { findCommand } from '../../../../../main/worker/commands/find-command.ts';
import { FakeWriter, recordingContext, runCommand } from '../../../../support/recording-sink.ts';
import { asOrdinaryUser, temporaryBasedir } from '../../../../support/temporary-basedir.ts';
import { waitFor } from '../../../../support/wait-for.ts';

const basedir = temporaryBasedir();
const ELAPSED = ['elapsed', 'seconds'] as const;
const BLOCK = 16 * 1024;

interface Options {
  readonly maxsize?: number | bigint | null;
  readonly blocksize?: number | bigint;
  readonly keepstamp?: boolean | number | null;
  readonly writer?: FakeWriter;
}

async function upload(path: string, options: Options = {}) {
  const { writer = new FakeWriter(), ...others } = options;
  const args = { path, writer, maxsize: null, blocksize: BLOCK, keepstamp: false, ...others };
  return { ...(await runCommand('uploadFile', args, recordingContext(basedir.path))), writer };
}

async function fileOf(sizeBytes: number): Promise<{ path: string; content: Buffer }> {
  const path = basedir.at('file');
  const content = Buffer.alloc(sizeBytes, 'Buildbot: ');
  await writeFile(path, content);
  return { path, content };
}

/** Uploads to a master that answers nothing before `unanswered` blocks wait and no further one came. */
async function uploadHeldBack(
  path: string,
  blocksize: number,
  unanswered: number,
): Promise<FakeWriter> {
  const answers = gate();
  const writer = new FakeWriter(() => answers.opened);
  const ended = upload(path, { writer, blocksize });
  await waitFor(() => expect(writer.unanswered).toBe(unanswered));
  // Time in which a block too many would have been read and sent.
  for (let reads = 0; reads < 20; reads += 1) await readFile(path);
  answers.open();
  await ended;
  return writer;
}

/** A promise to be settled by hand. */
function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe('uploadFile', () => {
  it.each([
    ['an empty file', 0, []],
    ['one byte', 1, [1]],
    ['exactly a block', BLOCK, [BLOCK]],
    ['a block and a byte', BLOCK + 1, [BLOCK, 1]],
  ])('sends %s in blocks, then closes', async (_title, size, blocks) => {
    const { path, content } = await fileOf(size);
    const { updates, failure, writer } = await upload(path);
    expect(updates).toEqual([['header', `sending ${path}\n`], ['rc', 0], ELAPSED]);
    expect(failure).toBeUndefined();
    expect(writer.calls).toEqual([...blocks.map((block) => ['write', block]), ['close']]);
    expect(writer.content.equals(content)).toBe(true);
  });

  it('sends 5 MB whole and in order', async () => {
    const { path, content } = await fileOf(5_000_000);
    const { writer } = await upload(path);
    expect(writer.content.equals(content)).toBe(true);
  });

  it('keeps at most 64 blocks under way', async () => {
    const { path, content } = await fileOf(5_000_000);
    const writer = await uploadHeldBack(path, BLOCK, 64);
    expect(writer.mostUnanswered).toBe(64);
    expect(writer.content.equals(content)).toBe(true);
  });

  it('keeps at most 1 MiB under way, and no block over what banana can carry', async () => {
    const { path, content } = await fileOf(5_000_000);
    const writer = await uploadHeldBack(path, 10_000_000, 2);
    expect(writer.mostUnansweredBytes).toBe(1024 * 1024);
    expect(Math.max(...writer.blocks.map((block) => block.length))).toBe(512 * 1024);
    expect(writer.content.equals(content)).toBe(true);
  });

  it('answers to both names', async () => {
    const { path } = await fileOf(1);
    const writer = new FakeWriter();
    await runCommand('upload_file', { path, writer, blocksize: 1 }, recordingContext(basedir.path));
    expect(writer.calls).toEqual([['write', 1], ['close']]);
  });

  it.each([
    ['a smaller maxsize', 70, [50, 20]],
    ['a maxsize that the file just fills', 100, [50, 50]],
    ['a maxsize of nothing', 0, []],
  ])('sends what fits in %s and fails', async (_title, maxsize, blocks) => {
    const { path } = await fileOf(100);
    const { updates, writer } = await upload(path, { maxsize, blocksize: 50 });
    expect(updates).toEqual([
      ['header', `sending ${path}\n`],
      ['rc', 1],
      ['stderr', `Maximum filesize reached, truncating file '${path}'`],
      ELAPSED,
    ]);
    expect(writer.calls).toEqual([...blocks.map((block) => ['write', block]), ['close']]);
  });

  it('does not mind a maxsize that is not reached', async () => {
    const { path } = await fileOf(100);
    const { updates } = await upload(path, { maxsize: 101 });
    expect(updates).toEqual([['header', `sending ${path}\n`], ['rc', 0], ELAPSED]);
  });

  it('takes limits that a double cannot hold', async () => {
    const { path } = await fileOf(100);
    const { updates } = await upload(path, { maxsize: 10n ** 18n, blocksize: 10n ** 18n });
    expect(updates).toEqual([['header', `sending ${path}\n`], ['rc', 0], ELAPSED]);
  });

  it('keeps the stamps when asked', async () => {
    const { path } = await fileOf(1);
    await utimes(path, 1_600_000_000.25, 1_700_000_000.5);
    const { writer } = await upload(path, { keepstamp: 1 });
    expect(writer.calls).toEqual([
      ['write', 1],
      ['close'],
      ['utime', 1_600_000_000.25, 1_700_000_000.5],
    ]);
  });

  it.each([
    ['is missing', 'missing', async () => {}],
    ['is a directory', 'dir', () => mkdir(basedir.at('dir'))],
    ['is a link to nothing', 'link', () => symlink('nothing', basedir.at('link'))],
    ['is below a file', 'file/sub', () => writeFile(basedir.at('file'), '')],
  ])('reports that a file cannot be opened which %s', async (_title, name, prepare) => {
    await prepare();
    const path = basedir.at(name);
    const { updates, writer, failure } = await upload(path, { keepstamp: true });
    expect(updates).toEqual([
      ['header', `sending ${path}\n`],
      ['rc', 1],
      ['stderr', `Cannot open file '${path}' for upload`],
      ELAPSED,
    ]);
    expect(writer.calls).toEqual([['close']]);
    expect(failure).toBeUndefined();
  });

  it('reports that a file cannot be opened which may not be read', async () => {
    const { path } = await fileOf(1);
    await chmod(path, 0o000);
    await chmod(basedir.path, 0o755);
    const { updates, writer } = await asOrdinaryUser(() => upload(path));
    expect(updates).toContainEqual(['stderr', `Cannot open file '${path}' for upload`]);
    expect(writer.calls).toEqual([['close']]);
  });

  it('stops at a block that the master refuses, closes, and fails with its answer', async () => {
    const { path } = await fileOf(100);
    const refusal = new Error('disk full');
    const writer = new FakeWriter(async (_call, index) => {
      if (index === 0) throw refusal;
    });
    const { updates, failure } = await upload(path, { writer, blocksize: 1 });
    expect(failure).toBe(refusal);
    expect(updates).toEqual([['header', `sending ${path}\n`], ['rc', 1], ELAPSED]);
    expect(writer.calls.at(-1)).toEqual(['close']);
    expect(writer.calls.length).toBeLessThanOrEqual(9);
  });

  it('reports the refused block and not the close that fails after it', async () => {
    const { path } = await fileOf(10);
    const writer = new FakeWriter(async ([name]) => {
      throw new Error(`no ${name}`);
    });
    const { updates, failure } = await upload(path, { writer });
    expect(failure).toEqual(new Error('no write'));
    expect(updates).toContainEqual(['rc', 1]);
    expect(writer.calls).toEqual([['write', 10], ['close']]);
  });

  it('fails when only the close is refused', async () => {
    const { path } = await fileOf(10);
    const writer = new FakeWriter(async ([name]) => {
      if (name === 'close') throw new Error('cannot rename');
    });
    const { updates, failure } = await upload(path, { writer });
    expect(failure).toEqual(new Error('cannot rename'));
    expect(updates).toEqual([['header', `sending ${path}\n`], ['rc', 1], ELAPSED]);
  });

  it('ends after the blocks under way when interrupted: closes, rc 1 and nothing else', async () => {
    const { path } = await fileOf(100);
    const answers = gate();
    const writer = new FakeWriter(([name]) =>
      name === 'write' ? answers.opened : Promise.resolve(),
    );
    const context = recordingContext(basedir.path);
    const args = { path, writer, maxsize: null, blocksize: 1 };
    const command = findCommand('uploadFile')?.create(args, context);
    const ended = command?.run();
    await waitFor(() => expect(writer.unanswered).toBe(64));
    command?.interrupt('stop');
    command?.interrupt('again');
    answers.open();
    await ended;
    command?.interrupt('too late');
    expect(writer.calls).toEqual([...Array.from({ length: 64 }, () => ['write', 1]), ['close']]);
    expect(context.updates.updates).toEqual([
      ['header', `sending ${path}\n`],
      ['rc', 1],
    ]);
  });

  it('sends nothing when it was interrupted before it began', async () => {
    const { path } = await fileOf(100);
    const writer = new FakeWriter();
    const context = recordingContext(basedir.path);
    const command = findCommand('uploadFile')?.create({ path, writer, blocksize: 1 }, context);
    command?.interrupt('stop');
    await command?.run();
    expect(writer.calls).toEqual([['close']]);
    expect(context.updates.valuesOf('rc')).toEqual([1]);
  });

  it('refuses a file outside the basedir, a link to it included', async () => {
    const path = basedir.at('link');
    await symlink('/etc/hostname', path);
    for (const outside of [path, '/etc/hostname', basedir.at('../../etc/hostname')]) {
      const { updates, writer } = await upload(outside);
      expect(updates).toEqual([
        ['header', `sending ${outside}\n`],
        ['rc', 1],
        ['stderr', expect.stringContaining(`'${outside}' is outside the worker's base directory`)],
        ELAPSED,
      ]);
      expect(writer.calls).toEqual([['close']]);
    }
  });

  it('takes a file outside the basedir when the owner allows it', async () => {
    const { path, content } = await fileOf(10);
    await mkdir(basedir.at('worker'));
    const writer = new FakeWriter();
    const context = recordingContext(basedir.at('worker'), { fileAccess: 'anywhere' });
    await runCommand('uploadFile', { path, writer, blocksize: BLOCK }, context);
    expect(writer.content).toEqual(content);
  });

  it('is described by the path below the basedir', () => {
    const path = basedir.at('linux-build/build/out.tar');
    const args = { path, writer: new FakeWriter(), blocksize: BLOCK };
    const command = findCommand('uploadFile')?.create(args, recordingContext(basedir.path));
    expect(command?.summary).toBe('upload linux-build/build/out.tar');
  });

  it.each([
    ['a blocksize that is text', { blocksize: '16' }, 'blocksize'],
    ['a blocksize of nothing', { blocksize: 0 }, 'blocksize'],
    ['a writer that is none', { writer: null }, 'writer'],
    ['a relative path', { path: 'out.tar' }, 'path'],
    ['a path with a NUL', { path: '/a\0b' }, 'path'],
  ])('refuses %s before anything starts', (_title, wrong, argument) => {
    const args = { path: basedir.at('a'), writer: new FakeWriter(), blocksize: 1, ...wrong };
    const create = () => findCommand('uploadFile')?.create(args, recordingContext(basedir.path));
    expect(create).toThrow(new RegExp(`^uploadFile: the argument '${argument}' is wrong: `));
  });

  it('leaves the file as it was', async () => {
    const { path } = await fileOf(3);
    const before = await stat(path);
    await upload(path);
    expect((await stat(path)).mtimeMs).toBe(before.mtimeMs);
  });
});
