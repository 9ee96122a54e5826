#!/usr/bin/env node
import { CommanderError } from 'commander';
import { messageOf } from '../lib/message-of.ts';
import { completionFor } from './completion/completion-for.ts';
import { manPage } from './manual/man-page.ts';
import { manualMarkdown } from './manual/manual.ts';
import { programFor } from './program/program-for.ts';
import { RunError, UsageError } from './program/usage-error.ts';
import { builds } from './verbs/builds.ts';
import { check } from './verbs/check.ts';
import { createWorkerFrom } from './verbs/create-worker.ts';
import { hostinfo } from './verbs/hostinfo.ts';
import { logs } from './verbs/logs.ts';
import { cancel, pause, resume } from './verbs/pause.ts';
import { rehearse } from './verbs/rehearse.ts';
import { reload } from './verbs/reload.ts';
import { restart } from './verbs/restart.ts';
import { set } from './verbs/set.ts';
import { settings } from './verbs/settings.ts';
import { start } from './verbs/start.ts';
import { status } from './verbs/status.ts';
import { stop } from './verbs/stop.ts';
import { upgradeWorker } from './verbs/upgrade-worker.ts';
import { MANUAL, RUN_IN_BACKGROUND } from './verbs.ts';
import { runInBackground } from './worker-process/run-in-background.ts';

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
