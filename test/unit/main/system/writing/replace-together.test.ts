import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import {
  finishReplacing,
  ReplaceError,
  replaceTogether,
} from '../../../../../main/system/writing/replace-together.ts';
import { killAfter } from '../../../../support/killed-process.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const folder = temporaryBasedir();

async function contentsOf(...names: readonly string[]): Promise<readonly string[]> {
  return Promise.all(names.map((name) => readFile(folder.at(name), 'utf8')));
}

function both(contents: string) {
  return ['a', 'b'].map((name) => ({ path: folder.at(name), contents }));
}

it('replaces every file, those that are not there too, and leaves nothing beside them', async () => {
  await writeFile(folder.at('a'), 'old');
  await replaceTogether(folder.at('plan'), both('new'));
  expect(await contentsOf('a', 'b')).toEqual(['new', 'new']);
  expect(await readdir(folder.path)).toEqual(['a', 'b']);
});

it.each(['a', 'b', 'c'])('changes nothing when %s cannot be replaced', async (name) => {
  const names = ['a', 'b', 'c'];
  for (const one of names) await writeFile(folder.at(one), 'old');
  // A directory has its place.
  await mkdir(folder.at('dir'));
  const files = names.map((one) => ({
    path: one === name ? folder.at('dir') : folder.at(one),
    contents: 'new',
  }));
  await expect(replaceTogether(folder.at('plan'), files)).rejects.toBeInstanceOf(ReplaceError);
  expect(await contentsOf('a', 'b', 'c')).toEqual(['old', 'old', 'old']);
  expect(await readdir(folder.path)).toEqual(['a', 'b', 'c', 'dir']);
});

const PROGRAM = `
import { finishReplacing, replaceTogether } from '${new URL('../../../../../main/system/writing/replace-together.ts', import.meta.url).pathname}';
const [dir] = process.argv.slice(1);
process.stdout.write('ready');
for (let n = 0; ; n += 1) {
  await replaceTogether(dir + '/plan', ['a', 'b'].map((name) => ({ path: dir + '/' + name, contents: 'x' + n })));
}
`;

it('is all or none when its process is killed', async () => {
  await replaceTogether(folder.at('plan'), both('x'));
  for (const delayMs of [3, 8, 13, 21, 34]) {
    await killAfter(PROGRAM, [folder.path], delayMs);
    await finishReplacing(folder.at('plan'), () => true);
    const [a, b] = await contentsOf('a', 'b');
    expect(a).toBe(b);
  }
  await replaceTogether(folder.at('plan'), both('y'));
  expect(await readdir(folder.path)).toEqual(['a', 'b']);
});

it('takes no file that is not ours for part of a plan, and removes what is no plan', async () => {
  await writeFile(folder.at('a'), 'old');
  await writeFile(folder.at('.a.999999999-1.1.tmp'), 'forged');
  const plan = [{ temporary: folder.at('.a.999999999-1.1.tmp'), target: folder.at('a') }];
  await writeFile(folder.at('plan'), JSON.stringify(plan));
  await finishReplacing(folder.at('plan'), () => false);
  await writeFile(folder.at('plan'), 'nonsense');
  await finishReplacing(folder.at('plan'), () => true);
  expect(await contentsOf('a')).toEqual(['old']);
  expect(await readdir(folder.path)).not.toContain('plan');
});

it.each([
  ['of another folder', 'build/.a.999999999-1.1.tmp'],
  ['of another file', '.b.999999999-1.1.tmp'],
  ['of any name', 'forged'],
])('takes no file %s for the new one of a plan', async (_what, temporary) => {
  await mkdir(folder.at('build'));
  await writeFile(folder.at('a'), 'old');
  await writeFile(folder.at(temporary), 'forged');
  const plan = [{ temporary: folder.at(temporary), target: folder.at('a') }];
  await writeFile(folder.at('plan'), JSON.stringify(plan));
  await finishReplacing(folder.at('plan'), () => true);
  expect(await contentsOf('a')).toEqual(['old']);
});
