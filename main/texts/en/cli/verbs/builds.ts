import { format } from '../../format.ts';
import { asJson, workerDirectory } from '../shared.ts';

export const builds = {
  help: {
    summary: 'print the builds that ran here, newest first, or remove them',
    about: [
      'One line for each build: its start, its result as far as a worker can know it, its builder, its duration, the number of its commands and the size of their output. Up to 10,000 builds that the tray app and buildtray start have run are kept in your user folder; those that buildbot-worker has run are not.',
      '--clear removes the whole history without asking, except for running builds, with the output that the tray app has kept, and prints how many builds were removed. The running worker forgets them too, and the window of the tray app no longer shows them. The master keeps its own records.',
    ],
    args: { dir: workerDirectory },
    options: {
      lines: 'how many builds to print',
      builder: 'only builds of this builder',
      search: 'only builds with these words in their builder, commands or directories',
      verbose: 'print their commands too',
      clear: 'remove the history; can only be combined with --json',
      json: asJson,
    },
    exit: {
      ok: 'the builds were printed or removed, or there are none',
      failed: 'they cannot be read or removed',
    },
  },
  linesNeedsNumber: (typed: string) => `--lines needs a number above 0, not '${typed}'.`,
  clearGoesAlone: (option: string) =>
    `--clear removes the whole history: it cannot be combined with ${option}.`,
  outcomes: {
    running: 'running',
    ok: 'no errors',
    errors: 'with errors',
    interrupted: 'interrupted',
    lost: 'lost',
  },
  /** After the outcome: of which builder, how long, how much. */
  build: (builder: string, took: string, commands: number, outputBytes: number) =>
    `${builder}, ${took}, ${format.number(commands)} ${format.plural(commands, { one: 'command', other: 'commands' })}, ${format.bytes(outputBytes)}`,
  command: (
    end: string,
    took: string | undefined,
    summary: string,
    workdir: string | undefined,
  ) => {
    const head = took === undefined ? end : `${end}, ${took}`;
    return workdir === undefined ? `${head}: ${summary}` : `${head}: ${summary}  (in ${workdir})`;
  },
  nothingBuilt: 'No builds have run here yet.',
  noneFits: 'No matching builds.',
  nothingToRemove: (basedir: string) => `The history of the worker in ${basedir} is already empty.`,
  removed: (count: number, basedir: string) =>
    `Removed ${format.number(count)} ${format.plural(count, { one: 'build', other: 'builds' })} from the history of the worker in ${basedir}.`,
};
