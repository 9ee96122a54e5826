import { mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { homeAt, viewFacts } from '../../../../../main/worker/protection/view-facts.ts';
import { onlyOn } from '../../../../support/only-on.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();

async function factsOf(level: 'guarded' | 'strict', protectionPaths?: string) {
  await mkdir(temporary.at('a/b'), { recursive: true });
  const owner = { basedir: temporary.path, builddir: temporary.at('a/b') };
  return viewFacts({ ...owner, level, settings: { protectionPaths } });
}

describe('what a view is made of', onlyOn('linux', 'protection needs Linux'), () => {
  it('is what belongs to builds, and no file of the worker', async () => {
    for (const name of ['buildbot.tac', 'worker.log', 'shutdown.stamp', 'shared.txt'])
      await writeFile(temporary.at(name), '');
    await mkdir(temporary.at('info'));
    await symlink('/data', temporary.at('link'));
    const { buildEntries } = await factsOf('guarded');
    const names = buildEntries.map(({ path }) => path.slice(temporary.path.length + 1)).sort();
    expect(names).toEqual(['a', 'link', 'shared.txt']);
    expect(buildEntries.find(({ path }) => path.endsWith('/link'))?.target).toBe('/data');
  });

  it('is a home for all guarded builds, and one for each strict builder', async () => {
    const guarded = (await factsOf('guarded')).home;
    expect(guarded).toEqual({ at: homeAt(temporary.path), from: homeAt(temporary.path) });
    const strict = (await factsOf('strict')).home;
    expect(strict).toEqual({ at: guarded.at, from: temporary.at('buildtray.homes', 'a%2Fb') });
    expect((await stat(strict.from)).mode & 0o777).toBe(0o700);
  });

  it('is a list of users that has this home', async () => {
    const { passwdPath } = await factsOf('guarded');
    expect(await readFile(passwdPath, 'utf8')).toContain(`:${homeAt(temporary.path)}:`);
  });

  it('is those of the added paths that exist', async () => {
    const { added } = await factsOf('guarded', '/usr/share:rw, /no/such/path');
    expect(added).toEqual([{ path: '/usr/share', isWritable: true }]);
  });
});
