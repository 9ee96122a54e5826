import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { logSection } from '../../../../main/diagnostics/log-section.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const AT = '2026-11-24 14:42:56+0000 [worker#info]';
const as = (text: string): string => text.replaceAll('ada', '~');
const write = (...lines: readonly string[]): Promise<void> =>
  writeFile(basedir.at('worker.log'), lines.map((line) => `${line}\n`).join(''));

it('has whole messages, each through the redaction, and the name of the file', async () => {
  await write(`${AT} of ada\n\tand ada`, 'no line of ours, ada');
  const { title, lines } = await logSection(basedir.path, as);
  expect(title).toMatch(/^Last 2 lines of .*worker\.log$/);
  expect(lines).toEqual([
    expect.stringMatching(/\[worker#info\] of ~\n\tand ~$/),
    'no line of ours, ~',
  ]);
});

it('has the newest where there are too many, or they are too long', async () => {
  await write(...Array.from({ length: 300 }, (_line, at) => `${AT} ${at}`));
  const many = await logSection(basedir.path, as);
  expect(many.lines).toHaveLength(200);
  expect(many.lines.at(-1)).toMatch(/ 299$/);
  await write(...Array.from({ length: 50 }, (_line, at) => `${AT} ${'x'.repeat(3_000)} ${at}`));
  const long = await logSection(basedir.path, as);
  expect(long.lines.length).toBeLessThan(25);
  expect(long.lines.at(-1)).toMatch(/ 49$/);
});

it('is empty where no worker has run', async () => {
  expect(await logSection(basedir.path, as)).toMatchObject({ title: 'Log', lines: ['none'] });
});
