import { readFile, stat } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { diagnose } from '../../../../../main/cli/verbs/diagnose.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();

it('prints the report, of a directory without a worker as well', async () => {
  const terminal = new FakeTerminal('de');
  expect(await diagnose.perform([temporary.path], {}, terminal)).toBe(0);
  expect(terminal.stdout).toMatch(/^# Buildtray diagnostics\n/);
});

it('writes it to a file that only its owner can read', async () => {
  const terminal = new FakeTerminal();
  const path = temporary.at('report.md');
  expect(await diagnose.perform([temporary.path], { output: path }, terminal)).toBe(0);
  expect(terminal.lines).toEqual([`The report is in ${path}. Read it before you pass it on.`]);
  expect(await readFile(path, 'utf8')).toMatch(/^# Buildtray diagnostics\n/);
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
});

it('fails where the file cannot be written, with the reason', async () => {
  const output = temporary.at('no', 'report.md');
  const terminal = new FakeTerminal();
  await expect(diagnose.perform([temporary.path], { output }, terminal)).rejects.toThrow(output);
});
