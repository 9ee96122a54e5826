import { describe, expect, it } from 'vitest';
import { exitStatusOf } from '../../../../../main/cli/program/exit-status-of.ts';
import { programFor } from '../../../../../main/cli/program/program-for.ts';
import { RunError } from '../../../../../main/cli/program/usage-error.ts';
import type { Options, Verb } from '../../../../../main/cli/program/verb.ts';
import type { Language } from '../../../../../main/contract/language.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';

interface Performed {
  readonly name: string;
  readonly args: readonly string[];
  readonly options: Options;
}

/** What a command line does, with verbs that only write down how they are called. */
async function run(typed: readonly string[], language: Language = 'en') {
  const terminal = new FakeTerminal(language);
  const performed: Performed[] = [];
  const recording = (verb: Omit<Verb, 'perform'>): Verb => ({
    ...verb,
    perform: async (args, options) => {
      performed.push({ name: verb.name, args, options });
      if (args.includes('fails')) throw new RunError(({ cli }) => cli.runningWorker.notRunning);
      if (args.includes('breaks')) throw new Error('lost its way');
      return 3;
    },
  });
  let status: number | undefined;
  const program = programFor({
    verbs: [
      recording({
        name: 'logs',
        args: [{ name: 'dir', byDefault: '.', offers: 'directories' }],
        options: [
          { name: 'follow', short: 'f' },
          { name: 'lines', short: 'n', value: 'number', byDefault: '50' },
        ],
      }),
      recording({
        name: 'set',
        args: [
          { name: 'dir', byDefault: '.' },
          { name: 'name=value', isMany: true },
        ],
        isOpenEnded: true,
        options: [{ name: 'dry-run', short: 'n' }],
      }),
      recording({
        name: 'completion',
        args: [{ name: 'shell', offers: ['bash', 'zsh'] }],
        options: [],
      }),
    ],
    hiddenVerbs: [
      {
        name: 'manual',
        perform: async (word) => {
          performed.push({ name: 'manual', args: [word], options: {} });
          return 0;
        },
      },
    ],
    terminal,
    finish: (ended) => {
      status = ended;
    },
  });
  try {
    await program.parseAsync([...typed], { from: 'user' });
  } catch (error) {
    status = exitStatusOf(error, terminal);
  }
  return { status, performed, stdout: terminal.stdout, stderr: terminal.stderr };
}

describe('a command', () => {
  it('gets its words and its options, and its exit status is the program’s', async () => {
    expect(await run(['logs', '-f', '--lines', '7', 'w'])).toMatchObject({
      status: 3,
      performed: [{ name: 'logs', args: ['w'], options: { follow: true, lines: '7' } }],
      stderr: '',
    });
  });

  it('gets nothing for what is left out', async () => {
    const { performed } = await run(['logs']);
    expect(performed).toEqual([{ name: 'logs', args: [], options: {} }]);
  });

  it('sorts its words itself where any number is allowed', async () => {
    const { performed } = await run(['set', 'w', 'a=1', '-n', 'b=-']);
    expect(performed).toEqual([
      { name: 'set', args: ['w', 'a=1', 'b=-'], options: { dryRun: true } },
    ]);
  });

  it('may be hidden from people', async () => {
    expect((await run(['manual', 'man'])).performed).toMatchObject([{ args: ['man'] }]);
    expect((await run(['--help'])).stdout).not.toContain('manual');
  });
});

describe('the help', () => {
  it('shows every command with its summary, in the user’s language', async () => {
    const { status, stdout } = await run(['--help'], 'de');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Aufruf: buildtray/);
    expect(stdout).toContain('das Protokoll eines Workers ausgeben');
    expect(stdout).not.toMatch(/display help|Usage|Commands|Options:/);
  });

  it('of a command shows arguments, options, defaults, more, and what its exit status means', async () => {
    const { stdout } = await run(['logs', '--help']);
    expect(stdout).toContain('dir                   base directory of the worker (default: .)\n');
    expect(stdout).toContain('-n, --lines <number>');
    expect(stdout).toContain('(default: 50)');
    expect(stdout).toMatch(/\nPrints the newest lines, .*\n\nExit status 0: .*\n/);
  });

  it('shows the words of a command that sorts them itself', async () => {
    const { stdout } = await run(['set', '--help']);
    expect(stdout).toMatch(/^Usage: buildtray set \[options\] \[DIR\] NAME=VALUE\.\.\.\n/);
    expect(stdout).toMatch(
      /\nArguments:\n {2}dir {2,}base directory.*\n {2}name=value {2,}what to/,
    );
  });

  it('is printed where no command is named, which is wrong usage', async () => {
    expect(await run([])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^Usage: buildtray/),
    });
  });
});

describe('wrong usage', () => {
  it.each([
    [
      ['lgs'],
      "unknown command 'lgs'. Did you mean logs?",
      'unbekannter Befehl »lgs«. Meinten Sie logs?',
    ],
    [['dance'], "unknown command 'dance'", 'unbekannter Befehl »dance«'],
    [
      ['logs', '--follo'],
      "unknown option '--follo'. Did you mean --follow?",
      'unbekannte Option »--follo«. Meinten Sie --follow?',
    ],
    [['logs', '-x'], "unknown option '-x'", 'unbekannte Option »-x«'],
    [
      ['logs', '-n'],
      "the option '-n, --lines <number>' needs a value",
      'die Option »-n, --lines <Zahl>« braucht einen Wert',
    ],
    [['logs', 'a', 'b'], 'too many arguments', 'zu viele Argumente'],
    [['completion'], "missing argument 'shell'", 'das Argument »shell« fehlt'],
    [
      ['completion', 'tcsh'],
      "'tcsh' is not a valid shell: choose one of bash, zsh.",
      '»tcsh« ist kein gültiger Wert für shell: möglich sind bash, zsh.',
    ],
  ])('%j is reported in one sentence, with status 2', async (typed, english, german) => {
    const shown = (sentence: string) => ({
      status: 2,
      performed: [],
      stdout: '',
      stderr: `buildtray: ${sentence}\n`,
    });
    expect(await run(typed)).toEqual(shown(english));
    expect(await run(typed, 'de')).toEqual(shown(german));
  });
});

describe('a command that fails', () => {
  it('is reported in one sentence in the user’s language, with status 1', async () => {
    expect(await run(['logs', 'fails'], 'de')).toMatchObject({
      status: 1,
      stderr: 'buildtray: der Worker läuft nicht\n',
    });
  });

  it('for a reason that nobody foresaw is said to be a defect', async () => {
    expect(await run(['logs', 'breaks'])).toMatchObject({
      status: 1,
      stderr: 'buildtray: lost its way\nThis is a bug in Buildtray; please report it.\n',
    });
  });
});
