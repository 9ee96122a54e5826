import { describe, expect, it } from 'vitest';
import { buildLines, builds, withRunning } from '../../../../../main/cli/verbs/builds.ts';
import type { BuildSummary } from '../../../../../main/contract/builds/build-history.ts';
import { wordsIn } from '../../../../../main/texts/words.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';

const AT = new Date(2026, 10, 24, 14, 5).getTime();
const BUILD: BuildSummary = {
  id: '1',
  builderName: 'linux',
  outcome: 'errors',
  startedAt: AT,
  endedAt: AT + 185_000,
  commandCount: 2,
  failedCount: 1,
  outputBytes: 1_500,
};

describe('a build', () => {
  it('is one line: when, how, which, how long, how much', () => {
    expect(buildLines(BUILD, AT, wordsIn('en'))).toEqual([
      '2026-11-24 14:05  with errors  linux, 3 min 5 s, 2 commands, 1.5 kB',
    ]);
    expect(buildLines(BUILD, AT, wordsIn('de'))).toEqual([
      '2026-11-24 14:05  mit Fehlern  linux, 3 min 5 s, 2 Befehle, 1,5 kB',
    ]);
  });

  it('that runs lasts until now', () => {
    const running = { ...BUILD, outcome: 'running', endedAt: undefined } as const;
    expect(buildLines(running, AT + 4_000, wordsIn('en'))[0]).toContain(
      'running      linux, 4 s, ',
    );
  });

  it('in the file looks lost while it runs: the newest of a busy builder is', () => {
    const lost = { ...BUILD, outcome: 'lost', endedAt: undefined } as const;
    const other = { ...lost, builderName: 'mac' };
    expect(withRunning([lost, other, lost], ['linux'])).toMatchObject([
      { builderName: 'linux', outcome: 'running' },
      { builderName: 'mac', outcome: 'lost' },
      { builderName: 'linux', outcome: 'lost' },
    ]);
  });
});

it('names what a build had started, and was ended with its command or with the build', () => {
  const leftovers = { names: ['Xvfb', 'adb'], count: 3 };
  const endedWithCommands = { names: ['gcc'], count: 1 };
  const details = { ...BUILD, commands: [], leftovers, endedWithCommands };
  expect(buildLines(details, AT, wordsIn('en')).slice(1)).toEqual([
    '    Ended with their command: gcc (1 process)',
    '    Left running, then ended: Xvfb, adb (3 processes)',
  ]);
  expect(buildLines(details, AT, wordsIn('de')).slice(1)).toEqual([
    '    Mit ihrem Befehl beendet: gcc (1 Prozess)',
    '    Übrig geblieben und beendet: Xvfb, adb (3 Prozesse)',
  ]);
});

describe('options', () => {
  it.each([
    [{ lines: '0' }, "--lines needs a number above 0, not '0'."],
    [{ lines: 'all' }, "--lines needs a number above 0, not 'all'."],
    [
      { clear: true, builder: 'linux' },
      '--clear removes the whole history: it cannot be combined with --builder.',
    ],
    [{ clear: true, verbose: true }, 'it cannot be combined with --verbose.'],
  ])('%j are refused', async (options, sentence) => {
    await expect(builds.perform(['/w'], options, new FakeTerminal())).rejects.toThrow(sentence);
  });
});
