#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { createWorkerOptions } from '../basedir/create-worker-options.ts';
import { messageOf } from '../lib/errors.ts';
import { createWorkerFrom } from './create-worker.ts';
import { addRehearse } from './rehearse.ts';
import { type StartOptions, start } from './start.ts';
import { addUpgradeWorker } from './upgrade-worker.ts';
import { RunError, UsageError } from './usage-error.ts';
import { versionText } from './version-text.ts';

const EXIT_FAILED = 1;
const EXIT_WRONG_USAGE = 2;

function programFor(finish: (status: number) => void): Command {
  const program = new Command('buildtray')
    .description('A Buildbot worker, without a window')
    .version(versionText(), '-V, --version', 'print the versions')
    .exitOverride();
  const creation = program
    .command('create-worker')
    .description('make the directory of a worker')
    .usage('[options] DIR MASTER NAME PASSWD')
    .argument('[args...]', 'DIR to make, MASTER as host[:port], NAME and PASSWD (- reads it)')
    .action((args: string[], options) => createWorkerFrom(args, options));
  for (const { name, short, value, byDefault, description } of createWorkerOptions) {
    const flags = `${short ? `-${short}, ` : ''}--${name}${value ? ` <${value}>` : ''}`;
    creation.option(flags, byDefault ? `${description} (default: ${byDefault})` : description);
  }
  program
    .command('start')
    .description('run the worker of a directory')
    .argument('[dir]', 'base directory of the worker', '.')
    .option('--nodaemon', 'stay in the foreground and print the log')
    .action(async (dir: string, options: StartOptions) => finish(await start(dir, options)));
  addRehearse(program, finish);
  addUpgradeWorker(program);
  return program;
}

/** The exit status of an error, which is told in one sentence. */
function statusOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_WRONG_USAGE;
  console.error(`buildtray: ${messageOf(error)}`);
  if (error instanceof UsageError) return EXIT_WRONG_USAGE;
  if (!(error instanceof RunError))
    console.error('This is a defect of Buildtray; please report it.');
  return EXIT_FAILED;
}

let exitStatus = 0;
try {
  const program = programFor((status) => {
    exitStatus = status;
  });
  await program.parseAsync();
} catch (error) {
  exitStatus = statusOf(error);
}
process.exit(exitStatus);
