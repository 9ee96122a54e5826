import { chmod, mkdir, opendir, symlink, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  expandGlob,
  globPatternFrom,
} from '../../../../../../main/worker/commands/paths/expand-glob.ts';
import { longDirectory } from '../../../../../support/long-directory.ts';
import { asOrdinaryUser, temporaryBasedir } from '../../../../../support/temporary-basedir.ts';

vi.mock('node:fs/promises', { spy: true });

const basedir = temporaryBasedir();

describe('a pattern', () => {
  it.each([
    ['/a/b/*.c', '/a/b', ['*.c']],
    ['/a/*/c/d', '/a', ['*', 'c', 'd']],
    ['/a//b///*/c', '/a//b', ['*', 'c']],
    ['/*', '/', ['*']],
    ['/a/b', '/a', ['b']],
    ['/a/b/', '/a/b', ['']],
    ['/a/**/', '/a', ['**', '']],
  ])('%s begins in %s', (pattern, start, parts) => {
    expect(globPatternFrom(pattern)).toEqual({ start, parts });
  });
});

describe('what matches', () => {
  beforeEach(async () => {
    await mkdir(basedir.at('src/deep/er'), { recursive: true });
    await mkdir(basedir.at('empty'));
    for (const path of ['a.c', 'b.h', '.hidden.c', 'src/c.c', 'src/deep/d.c', 'src/deep/er/e.c']) {
      await writeFile(basedir.at(path), '');
    }
    await symlink('nowhere', basedir.at('dangling.c'));
  });

  /** Relative to the base directory, sorted. */
  async function found(pattern: string, root = basedir.path) {
    const rules = { basedir: root, fileAccess: 'basedir' } as const;
    const paths = await expandGlob(
      globPatternFrom(`${basedir.path}/${pattern}`),
      rules,
      new AbortController().signal,
    );
    return paths.map((path) => path.slice(basedir.path.length + 1)).toSorted();
  }

  it.each([
    ['*.c', ['a.c', 'dangling.c']],
    ['.*.c', ['.hidden.c']],
    ['[ab].?', ['a.c', 'b.h']],
    ['[!a].?', ['b.h']],
    ['*/', ['empty/', 'src/']],
    ['*/*.c', ['src/c.c']],
    ['src/deep/d.c', ['src/deep/d.c']],
    ['src/missing', []],
    ['a.c/*', []],
    ['**/*.c', ['a.c', 'dangling.c', 'src/c.c', 'src/deep/d.c', 'src/deep/er/e.c']],
    ['src/**', ['src/', 'src/c.c', 'src/deep', 'src/deep/d.c', 'src/deep/er', 'src/deep/er/e.c']],
    ['**/er/*', ['src/deep/er/e.c']],
  ])('%s finds %j', async (pattern, expected) => {
    expect(await found(pattern)).toEqual(expected);
  });

  it('is not looked for where it may not be', async () => {
    await symlink('../empty', basedir.at('src/out'));
    await writeFile(basedir.at('empty/secret.c'), '');
    expect(await found('src/**/*.c', basedir.at('src'))).toEqual([
      'src/c.c',
      'src/deep/d.c',
      'src/deep/er/e.c',
    ]);
    expect(await found('src/out/*', basedir.at('src'))).toEqual([]);
    expect(await found('*.c', basedir.at('src'))).toEqual([]);
  });

  it('goes by the place a link leads to, not by its name', async () => {
    await symlink('src/deep', basedir.at('link'));
    expect(await found('link/*.c', basedir.at('src'))).toEqual(['link/d.c']);
    expect(await found('link/*.c', basedir.at('empty'))).toEqual([]);
  });

  it('is found once on the way round a circle of links', async () => {
    await symlink('..', basedir.at('src/up'));
    const all = await found('**/a.c');
    expect(all).toEqual(['a.c', 'src/up/a.c']);
  });

  it('leaves out a directory that may not be read', async () => {
    await chmod(basedir.path, 0o755);
    await chmod(basedir.at('src/deep'), 0o000);
    expect(await asOrdinaryUser(() => found('src/**/*.c'))).toEqual(['src/c.c']);
  });
});

it('many directories together hold no more names than one answer does', async () => {
  await mkdir(basedir.at('d0'));
  await mkdir(basedir.at('d1'));
  for (const count of [2, 30_000, 30_000]) {
    vi.mocked(opendir).mockResolvedValueOnce(longDirectory(count).dir);
  }
  const rules = { basedir: basedir.path, fileAccess: 'basedir' } as const;
  const pattern = globPatternFrom(`${basedir.path}/d?/d*`);
  await expect(expandGlob(pattern, rules, new AbortController().signal)).rejects.toThrow(
    'more than 50000 names',
  );
});
