import { link, mkdir, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { extract, type Header, pack } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import {
  TarMemberError,
  tarDirectory,
} from '../../../../../../main/worker/commands/transfer/tar-directory.ts';
import { temporaryBasedir } from '../../../../../support/temporary-basedir.ts';
import { waitFor } from '../../../../../support/wait-for.ts';

const basedir = temporaryBasedir();
const NEVER = new AbortController().signal;

interface Member {
  readonly header: Header;
  readonly content: string;
}

/** The members of a directory's tar, in order. */
async function membersOf(directory: string, signal = NEVER): Promise<readonly Member[]> {
  const tar = pack();
  const members: Member[] = [];
  const reader = extract();
  reader.on('entry', (header, stream, next) => {
    buffer(stream).then((content) => {
      members.push({ header, content: content.toString() });
      next();
    }, next);
  });
  tar.on('error', (error) => reader.destroy(error));
  tar.pipe(reader);
  const ended = new Promise<void>((resolve, reject) => {
    reader.once('finish', resolve);
    reader.once('error', reject);
  });
  const filled = tarDirectory(tar, directory, signal).catch((error: unknown) => {
    tar.destroy();
    throw error;
  });
  filled.catch(() => {});
  ended.catch(() => {});
  await filled;
  await ended;
  return members;
}

const shown = (members: readonly Member[]) =>
  members.map(({ header: { name, type, linkname }, content }) =>
    [name, type, linkname ?? content].filter(Boolean).join(' '),
  );

describe('a directory’s tar', () => {
  it('holds itself first, then all that is in it by the bytes of its name', async () => {
    await mkdir(basedir.at('b/deep'), { recursive: true });
    await writeFile(basedir.at('b/deep/file'), 'deep');
    await writeFile(basedir.at('a'), 'content');
    await writeFile(basedir.at('Z'), '');
    await symlink('../nowhere', basedir.at('c'));
    expect(shown(await membersOf(basedir.path))).toEqual([
      '/ directory',
      'Z file',
      'a file content',
      'b/ directory',
      'b/deep/ directory',
      'b/deep/file file deep',
      'c symlink ../nowhere',
    ]);
  });

  it('stores a file with two names once', async () => {
    await writeFile(basedir.at('a'), 'content');
    await link(basedir.at('a'), basedir.at('b'));
    expect(shown(await membersOf(basedir.path))).toEqual([
      '/ directory',
      'a file content',
      'b link a',
    ]);
  });

  it('follows no link, neither in it nor in its own place', async () => {
    await mkdir(basedir.at('real'));
    await symlink('real', basedir.at('link'));
    await writeFile(basedir.at('real/file'), 'x');
    await symlink('.', basedir.at('real/self'));
    await expect(membersOf(basedir.at('link'))).rejects.toMatchObject({
      cause: { code: 'ENOTDIR' },
    });
    expect(shown(await membersOf(basedir.at('real')))).toEqual([
      '/ directory',
      'file file x',
      'self symlink .',
    ]);
  });

  it('keeps times to the nanosecond, and modes', async () => {
    await writeFile(basedir.at('file'), '', { mode: 0o640 });
    await utimes(basedir.at('file'), 1, 1_500_000_000.25);
    const { header } = (await membersOf(basedir.path))[1] ?? {};
    expect(header).toMatchObject({ mode: 0o640, pax: { mtime: '1500000000.250000000' } });
  });

  it('holds large files whole', async () => {
    await writeFile(basedir.at('big'), 'x'.repeat(300_000));
    const [, big] = await membersOf(basedir.path);
    expect(big?.content).toBe('x'.repeat(300_000));
  });
});

describe('a directory that cannot be archived', () => {
  it('is named, with the system’s reason', async () => {
    const failure = await membersOf(basedir.at('missing')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TarMemberError);
    expect(failure).toMatchObject({
      code: 'TAR_MEMBER',
      path: basedir.at('missing'),
      cause: { code: 'ENOENT' },
    });
  });

  it('is no file', async () => {
    await writeFile(basedir.at('file'), '');
    await expect(membersOf(basedir.at('file'))).rejects.toMatchObject({
      cause: { code: 'ENOTDIR' },
    });
  });

  it('is let go when nobody wants it any more', async () => {
    await writeFile(basedir.at('file'), 'x');
    const reason = new Error('interrupted');
    await expect(membersOf(basedir.path, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

it('a file that becomes shorter while it is read is named', async () => {
  const path = basedir.at('file');
  await writeFile(path, 'x'.repeat(1_000_000));
  const tar = pack();
  tar.on('error', () => {});
  const filled = tarDirectory(tar, basedir.path, NEVER);
  // The packer has begun with its content, and waits for a reader.
  await waitFor(() => expect(String(tar.read())).toContain('x'.repeat(100)));
  await truncate(path, 0);
  tar.resume();
  await expect(filled).rejects.toMatchObject({ path, cause: { code: 'FILE_SHRUNK' } });
  await rm(path);
});
