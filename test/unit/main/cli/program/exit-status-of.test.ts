import { CommanderError } from 'commander';
import { expect, it } from 'vitest';
import { exitStatusOf } from '../../../../../main/cli/program/exit-status-of.ts';
import { RunError, runErrorOf, UsageError } from '../../../../../main/cli/program/usage-error.ts';
import { problem } from '../../../../../main/contract/problem.ts';
import { ProblemError } from '../../../../../main/contract/problem-error.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';

it.each([
  [
    'what was typed cannot be done',
    new UsageError(({ cli }) => cli.verbs.set.nothingNamed),
    2,
    /^buildtray: Nennen Sie, was zu ändern ist/,
  ],
  [
    'what was requested has failed',
    new RunError(({ cli }) => cli.runningWorker.noneRuns('/w')),
    1,
    /^buildtray: In \/w läuft kein Worker\.\n$/,
  ],
  ['another room has a problem', runErrorOf('Who knows.'), 1, /^buildtray: Who knows\.\n$/],
  [
    'a problem is thrown through a verb',
    new ProblemError(problem('log.closed')),
    1,
    /^buildtray: Das Protokoll ist geschlossen\.\n$/,
  ],
  [
    'a file cannot be used',
    Object.assign(new Error('EACCES: open'), { code: 'EACCES', path: '/w/worker.log' }),
    1,
    /^buildtray: \/w\/worker\.log lässt sich nicht verwenden: Zugriff verweigert \(EACCES\)\.\n$/,
  ],
  [
    'something surprises us',
    new Error('lost its way'),
    1,
    /^buildtray: lost its way\nDas ist ein Fehler in Buildtray/,
  ],
  ['the help was printed', new CommanderError(0, 'commander.helpDisplayed', ''), 0, /^$/],
  ['no command was named', new CommanderError(1, 'commander.help', '(outputHelp)'), 2, /^$/],
  [
    'an option is not known',
    new CommanderError(1, 'commander.unknownOption', "error: unknown option '-x'"),
    2,
    /^buildtray: unbekannte Option »-x«\n$/,
  ],
])('when %s, it is reported in the user’s language', (_when, error, status, stderr) => {
  const terminal = new FakeTerminal('de');
  expect(exitStatusOf(error, terminal)).toBe(status);
  expect(terminal.stderr).toMatch(stderr);
  expect(terminal.stdout).toBe('');
});
