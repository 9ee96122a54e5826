#!/usr/bin/env node
import { CommanderError } from 'commander';
import { messageOf } from '../lib/message-of.ts';
import { builds } from './builds.ts';
import { check } from './check.ts';
import { completionFor } from './completion.ts';
import { createWorkerFrom } from './create-worker.ts';
import { hostinfo } from './hostinfo.ts';
import { logs } from './logs.ts';
import { manPage } from './man-page.ts';
import { manualMarkdown } from './manual.ts';
import { cancel, pause, resume } from './pause.ts';
import { programFor } from './program.ts';
import { rehearse } from './rehearse.ts';
import { reload } from './reload.ts';
import { restart } from './restart.ts';
import { runInBackground } from './run-in-background.ts';
import { set } from './set.ts';
import { settings } from './settings.ts';
import { start } from './start.ts';
import { status } from './status.ts';
import { stop } from './stop.ts';
import { upgradeWorker } from './upgrade-worker.ts';
import { RunError, UsageError } from './usage-error.ts';
import { MANUAL, RUN_IN_BACKGROUND } from './verbs.ts';

const EXIT_FAILED = 1;
const EXIT_WRONG_USAGE = 2;

/** The exit status of an error, which is told in one sentence. */
function statusOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_WRONG_USAGE;
  console.error(`buildtray: ${messageOf(error)}`);
  if (error instanceof UsageError) return EXIT_WRONG_USAGE;
  if (!(error instanceof RunError))
    console.error('This is a defect of Buildtray; please report it.');
  return EXIT_FAILED;
}

async function print(text: string): Promise<number> {
  process.stdout.write(text);
  return 0;
}

let exitStatus = 0;
try {
  const program = programFor({
    performers: {
      'create-worker': (args, options) => createWorkerFrom(args, options),
      start: ([dir = '.'], options) => start(dir, options),
      stop: ([dir = '.'], options) => stop(dir, options),
      restart: ([dir = '.'], options) => restart(dir, options),
      reload: async ([dir = '.'], options) => {
        await reload(dir, options);
        return 0;
      },
      hostinfo: (args, options) => hostinfo(args, options),
      settings: ([dir = '.'], options) => settings(dir, options),
      set: (args, options) => set(args, options),
      builds: ([dir = '.'], options) => builds(dir, options),
      status: ([dir = '.'], options) => status(dir, options),
      pause: ([dir = '.'], options) => pause(dir, options),
      resume: ([dir = '.']) => resume(dir),
      cancel: ([dir = '.']) => cancel(dir),
      'upgrade-worker': ([dir = '.'], options) => upgradeWorker(dir, options),
      rehearse: (_args, options) => rehearse(options),
      check: ([dir = '.']) => check(dir),
      completion: ([shell = '']) => print(completionFor(shell)),
      logs: ([dir = '.'], options) => logs(dir, options),
      [MANUAL]: ([format]) => print(format === 'markdown' ? manualMarkdown() : manPage()),
      [RUN_IN_BACKGROUND]: ([dir = '.']) => runInBackground(dir),
    },
    finish: (ended) => {
      exitStatus = ended;
    },
  });
  await program.parseAsync();
} catch (error) {
  exitStatus = statusOf(error);
}
// A pipe may not have taken everything yet.
await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
process.exit(exitStatus);
