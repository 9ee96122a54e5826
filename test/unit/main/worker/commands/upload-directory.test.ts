import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmod,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findCommand } from '../../../../../main/worker/commands/find-command.ts';
import { FakeWriter, recordingContext, runCommand } from '../../../../support/recording-sink.ts';
import { asOrdinaryUser, temporaryBasedir } from '../../../../support/temporary-basedir.ts';
import { waitFor } from '../../../../support/wait-for.ts';

const basedir = temporaryBasedir();
const ELAPSED = ['elapsed', 'seconds'] as const;
const BLOCK = 16 * 1024;
const run = promisify(execFile);

interface Options {
  readonly maxsize?: number | null;
  readonly blocksize?: number;
  readonly compress?: string | null;
  readonly writer?: FakeWriter;
}

async function upload(path: string, options: Options = {}) {
  const { writer = new FakeWriter(), ...others } = options;
  const args = { path, writer, maxsize: null, blocksize: BLOCK, compress: null, ...others };
  return { ...(await runCommand('uploadDirectory', args, recordingContext(basedir.path))), writer };
}

async function makeTree(): Promise<string> {
  const tree = basedir.at('tree');
  await mkdir(join(tree, 'sub/deeper'), { recursive: true });
  await mkdir(join(tree, 'empty'), { mode: 0o750 });
  await writeFile(join(tree, 'plain.txt'), 'plain');
  await writeFile(join(tree, '.hidden'), 'hidden');
  await writeFile(join(tree, 'none'), '');
  await writeFile(join(tree, 'sub/script.sh'), '#!/bin/sh\n', { mode: 0o755 });
  await writeFile(join(tree, 'sub/secret'), 'secret', { mode: 0o600 });
  await writeFile(join(tree, 'sub/grüße 日本 🙂.txt'), 'unicode');
  await writeFile(join(tree, 'sub/deeper', 'n'.repeat(200)), 'long name');
  await writeFile(join(tree, 'big'), Buffer.alloc(3_000_000, 'Buildbot'));
  await symlink('../plain.txt', join(tree, 'sub/link'));
  await symlink('nowhere', join(tree, 'dangling'));
  await symlink('sub', join(tree, 'dirlink'));
  await symlink(`sub/${'l'.repeat(150)}`, join(tree, 'longlink'));
  await link(join(tree, 'plain.txt'), join(tree, 'sub/same'));
  await utimes(join(tree, 'plain.txt'), 1_500_000_000, 1_500_000_000.25);
  await utimes(join(tree, 'none'), 4_000_000_000, 4_000_000_000);
  await chmod(tree, 0o751);
  return tree;
}

/** Everything in a directory: type, mode, time, content or target, by the bytes of its relative path. */
async function describeTree(root: string): Promise<Record<string, string>> {
  const described: Record<string, string> = {};
  const visit = async (name: string): Promise<void> => {
    const path = Buffer.concat([Buffer.from(`${root}/`), Buffer.from(name, 'latin1')]);
    const stats = await lstat(path, { bigint: true });
    if (stats.isSymbolicLink()) {
      described[name] = `link to ${await readlink(path, 'latin1')}`;
      return;
    }
    const mode = (stats.mode & 0o7777n).toString(8);
    if (!stats.isDirectory()) {
      const digest = createHash('sha256')
        .update(await readFile(path))
        .digest('base64');
      described[name] = `file ${mode} ${stats.nlink} ${stats.mtimeNs} ${digest}`;
      return;
    }
    described[name] = `directory ${mode}`;
    for (const inside of await readdir(path, 'latin1')) await visit(join(name, inside));
  };
  await visit('');
  return described;
}

async function unpackWithSystemTar(writer: FakeWriter, flags: string): Promise<string> {
  const archive = basedir.at('archive');
  const unpacked = basedir.at('unpacked');
  await writeFile(archive, writer.content);
  await mkdir(unpacked);
  await run('tar', [`-xp${flags}f`, archive, '-C', unpacked]);
  return unpacked;
}

beforeEach(async () => {
  await mkdir(basedir.at('tmp'));
  vi.stubEnv('TMPDIR', basedir.at('tmp'));
});

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('uploadDirectory', () => {
  it.each([
    ['without compression', null, ''],
    ['with gzip', 'gz', 'z'],
    ['with bzip2', 'bz2', 'j'],
  ])('sends a tree that system tar unpacks to the same, %s', async (_title, compress, flags) => {
    const tree = await makeTree();
    const { updates, failure, writer } = await upload(tree, { compress });
    expect(failure).toBeUndefined();
    expect(updates).toEqual([['header', `sending ${tree}\n`], ['rc', 0], ELAPSED]);
    const unpacked = await unpackWithSystemTar(writer, flags);
    expect(await describeTree(unpacked)).toEqual(await describeTree(tree));
    expect(await readdir(basedir.at('tmp'))).toEqual([]);
  });

  it('sends blocks of at most the blocksize, then has them unpacked', async () => {
    const { writer } = await upload(await makeTree());
    const sizes = writer.blocks.map((block) => block.length);
    expect(new Set(sizes.slice(0, -1))).toEqual(new Set([BLOCK]));
    expect(writer.calls).toEqual([...sizes.map((size) => ['write', size]), ['unpack']]);
  });

  it('names the members relative to the directory', async () => {
    await mkdir(basedir.at('tree/sub'), { recursive: true });
    await writeFile(basedir.at('tree/sub/file'), '');
    const { writer } = await upload(basedir.at('tree'));
    await writeFile(basedir.at('archive'), writer.content);
    const { stdout } = await run('tar', ['-tPf', basedir.at('archive')]);
    expect(stdout.split('\n')).toEqual(['/', 'sub/', 'sub/file', '']);
  });

  it('keeps names that are no UTF-8', async () => {
    const odd = (name: string) => Buffer.from(basedir.at(name), 'latin1');
    await mkdir(odd('tree/dir \u{ff}/inside'), { recursive: true });
    await writeFile(odd('tree/dir \u{ff}/caf\u{e9}'), 'content', { mode: 0o751 });
    await writeFile(basedir.at('tree/plain'), 'plain');
    await link(odd('tree/dir \u{ff}/caf\u{e9}'), odd('tree/same \u{e9}'));
    await symlink(
      Buffer.from(`dir \u{ff}/${'\u{fe}'.repeat(150)}`, 'latin1'),
      basedir.at('tree/link'),
    );
    await utimes(odd('tree/same \u{e9}'), 1_500_000_000, 1_500_000_000.25);
    const { updates, writer } = await upload(basedir.at('tree'), { compress: 'gz' });
    expect(updates).toContainEqual(['rc', 0]);
    const unpacked = await unpackWithSystemTar(writer, 'z');
    expect(await describeTree(unpacked)).toEqual(await describeTree(basedir.at('tree')));
  });

  it('sends a directory that is reached through a link', async () => {
    const tree = await makeTree();
    await symlink('tree', basedir.at('link'));
    const { writer } = await upload(basedir.at('link'));
    const unpacked = await unpackWithSystemTar(writer, '');
    expect(await describeTree(unpacked)).toEqual(await describeTree(tree));
  });

  it('leaves out sockets and keeps named pipes', async () => {
    await mkdir(basedir.at('tree'));
    await run('mkfifo', [basedir.at('tree/pipe')]);
    const { createServer } = await import('node:net');
    const server = createServer().listen(basedir.at('tree/socket'));
    await waitFor(() => stat(basedir.at('tree/socket')));
    const { writer } = await upload(basedir.at('tree'));
    await new Promise((resolve) => server.close(resolve));
    const unpacked = await unpackWithSystemTar(writer, '');
    expect(await readdir(unpacked)).toEqual(['pipe']);
    expect((await stat(join(unpacked, 'pipe'))).isFIFO()).toBe(true);
  });

  it.each([
    ['missing', 2, 'No such file or directory'],
    ['file', 20, 'Not a directory'],
    ["it's", 2, 'No such file or directory'],
  ])('reports why it cannot read %s', async (name, errno, sentence) => {
    await writeFile(basedir.at('file'), '');
    const path = basedir.at(name);
    const { updates, failure, writer } = await upload(path);
    const quoted = path.includes("'") ? `"${path}"` : `'${path}'`;
    const reason = `[Errno ${errno}] ${sentence}: ${quoted}`;
    expect(updates).toEqual([
      ['rc', 1],
      ['stderr', `Cannot read directory '${path}' for upload: ${reason}`],
      ELAPSED,
    ]);
    expect(failure).toBeUndefined();
    expect(writer.calls).toEqual([]);
  });

  it('sends nothing when one file inside may not be read', async () => {
    const path = basedir.at('tree');
    await mkdir(path);
    await writeFile(join(path, 'a'), Buffer.alloc(1_000_000));
    await writeFile(join(path, 'locked'), '', { mode: 0o000 });
    await chmod(basedir.path, 0o755);
    await chmod(basedir.at('tmp'), 0o777);
    const { updates, writer } = await asOrdinaryUser(() => upload(path));
    const reason = `[Errno 13] Permission denied: '${join(path, 'locked')}'`;
    expect(updates).toEqual([
      ['rc', 1],
      ['stderr', `Cannot read directory '${path}' for upload: ${reason}`],
      ELAPSED,
    ]);
    expect(writer.calls).toEqual([]);
  });

  it('reports that a file became shorter under its hands', async () => {
    const path = basedir.at('tree');
    await mkdir(path);
    await writeFile(join(path, 'log'), '');
    await truncate(join(path, 'log'), 2 ** 31);
    const args = { path, writer: new FakeWriter(), blocksize: BLOCK };
    const context = recordingContext(basedir.path);
    const ended = findCommand('uploadDirectory')?.create(args, context).run();
    await waitFor(async () => {
      const [archiveDir = 'none'] = await readdir(basedir.at('tmp'));
      expect((await stat(basedir.at('tmp', archiveDir, 'archive'))).size).toBeGreaterThan(0);
    });
    await truncate(join(path, 'log'), 0);
    await ended;
    const reason = `unexpected end of data: '${join(path, 'log')}'`;
    expect(context.updates.updates).toEqual([
      ['rc', 1],
      ['stderr', `Cannot read directory '${path}' for upload: ${reason}`],
      ELAPSED,
    ]);
  });

  it('reports that bzip2 is missing', async () => {
    const path = await makeTree();
    const context = recordingContext(basedir.path, { environment: { PATH: basedir.path } });
    const writer = new FakeWriter();
    const args = { path, writer, blocksize: BLOCK, compress: 'bz2' };
    const { updates, failure } = await runCommand('uploadDirectory', args, context);
    const reason = "the program 'bzip2' was not found on this worker";
    expect(failure).toBeUndefined();
    expect(updates).toEqual([
      ['rc', 1],
      ['stderr', `Cannot read directory '${path}' for upload: ${reason}`],
      ELAPSED,
    ]);
    expect(writer.calls).toEqual([]);
  });

  it('reports how bzip2 failed', async () => {
    const path = await makeTree();
    await writeFile(basedir.at('bzip2'), '#!/bin/sh\necho no room >&2; exit 3\n', { mode: 0o755 });
    const environment = { PATH: basedir.path };
    const context = recordingContext(basedir.path, { environment });
    const args = { path, writer: new FakeWriter(), blocksize: BLOCK, compress: 'bz2' };
    const { updates } = await runCommand('uploadDirectory', args, context);
    const reason = "the program 'bzip2' failed: no room";
    expect(updates).toContainEqual([
      'stderr',
      `Cannot read directory '${path}' for upload: ${reason}`,
    ]);
  });

  it('sends what fits in maxsize, has half an archive never unpacked, and fails', async () => {
    const path = await makeTree();
    const { updates, writer } = await upload(path, { maxsize: 100 });
    expect(updates).toEqual([
      ['header', `sending ${path}\n`],
      ['rc', 1],
      ['stderr', `Maximum filesize reached, truncating file '${path}'`],
      ELAPSED,
    ]);
    expect(writer.calls).toEqual([['write', 100]]);
  });

  it('neither closes nor unpacks after a refused block, so that the master discards it', async () => {
    const path = await makeTree();
    const refusal = new Error('disk full');
    const writer = new FakeWriter(async () => {
      throw refusal;
    });
    const { updates, failure } = await upload(path, { writer });
    expect(failure).toBe(refusal);
    expect(updates).toEqual([['header', `sending ${path}\n`], ['rc', 1], ELAPSED]);
    expect(new Set(writer.calls.map(([name]) => name))).toEqual(new Set(['write']));
  });

  it('fails when the master cannot unpack', async () => {
    const path = await makeTree();
    const writer = new FakeWriter(async ([name]) => {
      if (name === 'unpack') throw new Error('bad tar');
    });
    const { updates, failure } = await upload(path, { writer });
    expect(failure).toEqual(new Error('bad tar'));
    expect(updates).toEqual([['header', `sending ${path}\n`], ['rc', 1], ELAPSED]);
  });

  it.each([null, 'gz', 'bz2'])('stops packing (%s) when interrupted', async (compress) => {
    const path = basedir.at('tree');
    await mkdir(path);
    // Sparse: it takes no room here, and longer to pack than a test waits.
    await writeFile(join(path, 'huge'), '');
    await truncate(join(path, 'huge'), 2 ** 36);
    const writer = new FakeWriter();
    const context = recordingContext(basedir.path);
    const args = { path, writer, blocksize: BLOCK, compress };
    const command = findCommand('uploadDirectory')?.create(args, context);
    const ended = command?.run();
    await waitFor(async () => expect(await readdir(basedir.at('tmp'))).not.toEqual([]));
    command?.interrupt('stop');
    await ended;
    expect(context.updates.updates).toEqual([['rc', 1]]);
    expect(writer.calls).toEqual([]);
    expect(await readdir(basedir.at('tmp'))).toEqual([]);
  });

  it('sends no further block when interrupted, and does not have the rest unpacked', async () => {
    const path = await makeTree();
    let answer = (): void => {};
    const answers = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const writer = new FakeWriter(() => answers);
    const context = recordingContext(basedir.path);
    const command = findCommand('uploadDirectory')?.create(
      { path, writer, blocksize: BLOCK },
      context,
    );
    const ended = command?.run();
    await waitFor(() => expect(writer.unanswered).toBe(64));
    command?.interrupt('stop');
    answer();
    await ended;
    expect(context.updates.updates).toEqual([
      ['header', `sending ${path}\n`],
      ['rc', 1],
    ]);
    expect(writer.calls).toEqual(Array.from({ length: 64 }, () => ['write', BLOCK]));
  });

  it('refuses a directory outside the basedir', async () => {
    await symlink('/etc', basedir.at('etc'));
    for (const path of ['/etc', basedir.at('etc'), basedir.at('..')]) {
      const { updates, writer } = await upload(path);
      expect(updates).toEqual([
        ['rc', 1],
        ['stderr', expect.stringContaining(`'${path}' is outside the worker's base directory`)],
        ELAPSED,
      ]);
      expect(writer.calls).toEqual([]);
    }
  });

  it('refuses a compression it does not know before anything starts', () => {
    const args = { path: basedir.path, writer: new FakeWriter(), blocksize: 1, compress: 'xz' };
    const create = () =>
      findCommand('uploadDirectory')?.create(args, recordingContext(basedir.path));
    expect(create).toThrow(/^uploadDirectory: the argument 'compress' is wrong: /);
  });
});
