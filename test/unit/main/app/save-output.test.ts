import { mkdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { outputFilename, saveOutput } from '../../../../main/app/save-output.ts';
import { succeeded } from '../../../../main/lib/outcome.ts';
import { inEnglish } from '../../../support/in-english.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const TEXT = {
  pieces: [
    { stream: 'stdout', text: '\u001b[32mone\u001b[0m\n' },
    { stream: 'stderr', text: 'zwei ✓\n' },
  ],
  isCut: false,
};

it('is written as plain text', async () => {
  expect(await saveOutput(basedir.at('a.txt'), TEXT)).toEqual(succeeded(undefined));
  expect(await readFile(basedir.at('a.txt'), 'utf8')).toBe('one\nzwei ✓\n');
});

it('reports why the file cannot be written', async () => {
  await mkdir(basedir.at('a.txt'));
  const saved = await saveOutput(basedir.at('a.txt'), TEXT);
  expect(saved.ok || inEnglish(saved.problem)).toContain(basedir.at('a.txt'));
});

it.each([
  ['linux', 'make all', 'linux-make-all.txt'],
  ['linux', './run "x/y" ../..', 'linux-run-x-y.txt'],
  ['größe', '', 'größe.txt'],
  ['/', '/', 'output.txt'],
  ['a', 'x'.repeat(300), `a-${'x'.repeat(78)}.txt`],
])('is called after builder and command: %s, %s', (builderName, summary, filename) => {
  const build = { builderName, commands: [{ commandId: '1', summary }] };
  expect(outputFilename(build, '1')).toBe(filename);
});
