import { expect, it } from 'vitest';
import type { CheckResult } from '../../../../../main/checks/check.ts';
import { check, checkLine } from '../../../../../main/cli/verbs/check.ts';
import { foreignProblem, problem } from '../../../../../main/contract/problem.ts';
import { wordsIn } from '../../../../../main/texts/words.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';
import { settingsDirectory } from '../../../../support/settings-directory.ts';
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

it('prints first what the file does and is not done, each with its line', async () => {
  const directory = settingsDirectory(temporary);
  const master = {
    kind: 'host',
    host: '127.0.0.1',
    port: 1,
    useTls: false,
    proxyConnectionString: undefined,
  } as const;
  const lines = "import os\nos.umask(0o22)\nos.environ['A'] = 'b'\n";
  await directory.write(lines + directory.plain({ master, tacEnvironment: false }));
  const terminal = new FakeTerminal();
  await check.perform([temporary.path], {}, terminal);
  expect(terminal.lines.slice(0, 3)).toEqual([
    expect.stringMatching(/^! .*line 2.* \(`os\.umask\(0o22\)`\).*is not done\.$/),
    expect.stringMatching(/^! .*line 3.*\(A\).*buildtray_tac_environment/),
    expect.not.stringMatching(/^!/),
  ]);
});

it('refuses a file that means not to run its worker, with the line', async () => {
  const directory = settingsDirectory(temporary);
  await directory.write(`raise SystemExit('off until Monday')\n${directory.plain()}`);
  await expect(check.perform([temporary.path], {}, new FakeTerminal())).rejects.toThrow(
    /line 1.*ends the file.*off until Monday/,
  );
});
