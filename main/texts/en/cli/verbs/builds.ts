import { format } from '../../format.ts';
import { asJson, workerDirectory } from '../shared.ts';

export const builds = {
  help: {
    summary: 'print what ran here, newest first, or forget it',
    about: [
      'A line each: when it began, how it went as far as a worker can know, its builder, how long it took, how many commands it had and how much they printed. What the tray app and buildtray start have run is kept, up to 2,000 builds, in a folder of yours; what buildbot-worker has run is not.',
      'With --clear all of it is removed without a question, except builds that run, and the number of removed builds is printed. The running worker forgets them, too, and the window of the tray app no longer shows them. The master keeps its own.',
    ],
    args: { dir: workerDirectory },
    options: {
      lines: 'how many builds',
      builder: 'those of one builder',
      search: 'those with these words in builder, commands or directories',
      verbose: 'print their commands too',
      clear: 'remove the history; no other option but --json goes with it',
      json: asJson,
    },
    exit: {
      ok: 'they were printed or removed, or there are none',
      failed: 'they cannot be read or removed',
    },
  },
  linesNeedsNumber: (typed: string) => `--lines needs a number above 0, not '${typed}'.`,
  clearGoesAlone: (option: string) =>
    `--clear removes the whole history: ${option} cannot be given with it.`,
  outcomes: {
    running: 'running',
    ok: 'went well',
    errors: 'with errors',
    interrupted: 'interrupted',
    lost: 'lost',
  },
  /** After the outcome: of which builder, how long, how much. */
  build: (builder: string, took: string, commands: number, outputBytes: number) =>
    `${builder}, ${took}, ${format.number(commands)} ${format.plural(commands, { one: 'command', other: 'commands' })}, ${format.bytes(outputBytes)}`,
  command: (end: string, took: string | undefined, summary: string, workdir: string | undefined) =>
    `${end}${took === undefined ? '' : `, ${took}`}: ${summary}${workdir === undefined ? '' : `  (in ${workdir})`}`,
  nothingBuilt: 'Nothing was built here yet.',
  noneFits: 'No build fits.',
  nothingToRemove: (basedir: string) =>
    `There was no build in the history of the worker in ${basedir}.`,
  removed: (count: number, basedir: string) =>
    `Removed ${format.number(count)} ${format.plural(count, { one: 'build', other: 'builds' })} from the history of the worker in ${basedir}.`,
};
