import {
  chmod,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { basename } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { replaceFile } from '../../../../../main/system/writing/replace-file.ts';
import { isTemporaryName } from '../../../../../main/system/writing/temporary-file.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const folder = temporaryBasedir();
afterEach(() => {
  vi.restoreAllMocks();
});

async function modeOf(path: string): Promise<string> {
  return ((await stat(path)).mode & 0o777).toString(8);
}

describe('a file that is not there', () => {
  it('is made for its owner alone', async () => {
    const path = folder.at('secret');
    await replaceFile(path, 'x');
    expect([await readFile(path, 'utf8'), await modeOf(path)]).toEqual(['x', '600']);
  });

  it('gets the mode that it shall have', async () => {
    await replaceFile(folder.at('public'), 'x', { newMode: 0o640 });
    expect(await modeOf(folder.at('public'))).toBe('640');
  });
});

describe('a file that is there', () => {
  it('keeps its mode', async () => {
    const path = folder.at('file');
    await writeFile(path, 'old');
    await chmod(path, 0o664);
    await replaceFile(path, Buffer.from('new'));
    expect([await readFile(path, 'utf8'), await modeOf(path)]).toEqual(['new', '664']);
  });

  it('loses a mode that is too open where that is asked for', async () => {
    const path = folder.at('file');
    await writeFile(path, 'old');
    await chmod(path, 0o644);
    await replaceFile(path, 'new', { resetsMode: true });
    expect(await modeOf(path)).toBe('600');
  });

  it('is whole for whoever has it open', async () => {
    const path = folder.at('file');
    await writeFile(path, 'old');
    const reader = await open(path, 'r');
    await replaceFile(path, 'new');
    expect(await reader.readFile('utf8')).toBe('old');
    await reader.close();
  });
});

describe('a link', () => {
  it('is written through and stays', async () => {
    await writeFile(folder.at('target'), 'old');
    await symlink('target', folder.at('link'));
    await replaceFile(folder.at('link'), 'new');
    expect(await readlink(folder.at('link'))).toBe('target');
    expect(await readFile(folder.at('target'), 'utf8')).toBe('new');
  });

  it('gives way to a file where that is asked for, and its target stays', async () => {
    await writeFile(folder.at('target'), 'old');
    await symlink('target', folder.at('link'));
    await replaceFile(folder.at('link'), 'new', { atLink: 'replace-link' });
    expect((await lstat(folder.at('link'))).isFile()).toBe(true);
    expect(await readFile(folder.at('target'), 'utf8')).toBe('old');
  });
});

describe('the disk', () => {
  /** What is synced before and after the file is in its place. */
  async function syncsDuring(work: () => Promise<void>): Promise<number> {
    const handle = await open(folder.at('.'), 'r');
    const sync = vi.spyOn(Object.getPrototypeOf(handle), 'sync');
    await handle.close();
    await work();
    return sync.mock.calls.length;
  }

  it('has the file before the old one goes, and then its name', async () => {
    const syncs = await syncsDuring(() => replaceFile(folder.at('file'), 'x'));
    expect(syncs).toBe(process.platform === 'win32' ? 1 : 2);
  });

  it('that fails leaves the file as it was and nothing beside it', async () => {
    const path = folder.at('file');
    await writeFile(path, 'old');
    const handle = await open(path, 'r');
    vi.spyOn(Object.getPrototypeOf(handle), 'sync').mockRejectedValueOnce(new Error('EIO'));
    await handle.close();
    await expect(replaceFile(path, 'new')).rejects.toThrow('EIO');
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder.at('.'))).toEqual(['file']);
  });
});

it('leaves nothing beside what cannot be replaced', async () => {
  await mkdir(folder.at('folder/inside'), { recursive: true });
  await expect(replaceFile(folder.at('folder'), 'x')).rejects.toThrow(
    /EISDIR|ENOTEMPTY|EEXIST|EPERM/,
  );
  expect(await readdir(folder.at('.'))).toEqual(['folder']);
});

it('lets two writers of one file finish, each whole', async () => {
  const path = folder.at('file');
  const [one, other] = ['1'.repeat(100_000), '2'.repeat(100_000)];
  await Promise.all([replaceFile(path, one), replaceFile(path, other)]);
  expect([one, other]).toContain(await readFile(path, 'utf8'));
  expect(await readdir(folder.at('.'))).toEqual(['file']);
});

it('writes under a name that readers of the folder recognise', async () => {
  const path = folder.at('admin');
  const seen: string[] = [];
  const handle = await open(folder.at('.'), 'r');
  vi.spyOn(Object.getPrototypeOf(handle), 'sync').mockImplementationOnce(async () => {
    seen.push(...(await readdir(folder.at('.'))));
  });
  await handle.close();
  await replaceFile(path, 'x');
  expect(seen.map(isTemporaryName)).toEqual([true]);
  expect(isTemporaryName(basename(path))).toBe(false);
});
