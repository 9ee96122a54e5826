import { expect, it } from 'vitest';
import type { CheckResult } from '../../../../../main/checks/check.ts';
import { check, checkLine } from '../../../../../main/cli/verbs/check.ts';
import { foreignProblem, problem } from '../../../../../main/contract/problem.ts';
import { wordsIn } from '../../../../../main/texts/words.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();

const FAILED: CheckResult = {
  id: 'directory',
  state: 'failed',
  finding: problem('checks.notADirectory', { path: '/w' }),
  help: problem('checks.choosePlace'),
};

it('prints state, subject, what was found and what to do in columns', () => {
  const passed: CheckResult = {
    id: 'disk',
    state: 'passed',
    finding: foreignProblem('2 GB.'),
    help: undefined,
  };
  const lines = (language: 'en' | 'de') => [
    checkLine(FAILED, wordsIn(language)),
    checkLine(passed, wordsIn(language)),
  ];
  expect(lines('en')).toEqual([
    'failed   directory  /w is not a directory. Choose another place.',
    'ok       disk       2 GB.',
  ]);
  expect(lines('de')).toEqual([
    'Fehler    Verzeichnis        /w ist kein Verzeichnis. Wählen Sie einen anderen Ort.',
    'ok        Datenträger        2 GB.',
  ]);
});

it('refuses a directory that is no worker’s', async () => {
  await expect(check.perform([temporary.path], {}, new FakeTerminal())).rejects.toThrow(
    'there is no buildbot.tac in it',
  );
});
