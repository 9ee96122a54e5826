import { expect, it } from 'vitest';
import type { CheckResult } from '../../../../../main/checks/check.ts';
import { check, checkLine } from '../../../../../main/cli/verbs/check.ts';
import { wordsIn } from '../../../../../main/texts/words.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();

const FAILED: CheckResult = {
  id: 'directory',
  state: 'failed',
  sentence: '/w is not a directory.',
  help: { sentence: 'Choose another place.' },
};

it('prints state, subject, what was found and what to do in columns', () => {
  const passed: CheckResult = { id: 'disk', state: 'passed', sentence: '2 GB.', help: undefined };
  const lines = (language: 'en' | 'de') => [
    checkLine(FAILED, wordsIn(language)),
    checkLine(passed, wordsIn(language)),
  ];
  expect(lines('en')).toEqual([
    'failed   directory  /w is not a directory. Choose another place.',
    'ok       disk       2 GB.',
  ]);
  expect(lines('de')).toEqual([
    'Fehler    Verzeichnis        /w is not a directory. Choose another place.',
    'ok        Datenträger        2 GB.',
  ]);
});

it('refuses a directory that is no worker’s', async () => {
  await expect(check.perform([temporary.path], {}, new FakeTerminal())).rejects.toThrow(
    'there is no buildbot.tac in it',
  );
});
