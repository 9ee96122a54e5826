import { checkDirectory } from '../../basedir/check-directory.ts';
import { readExtras } from '../../basedir/extras-file.ts';
import { workerConfigFrom } from '../../basedir/tac/worker-config-from.ts';
import type { CheckDraft, CheckId, CheckResult } from '../../checks/check.ts';
import { runChecks } from '../../checks/run-checks.ts';
import { tell } from '../../lib/statement.ts';
import { RunError } from '../program/usage-error.ts';
import { statusIfRunning } from '../running-worker/find-worker.ts';

const TITLES: Readonly<Record<CheckId, string>> = {
  name: 'name',
  port: 'reach',
  certificate: 'TLS',
  speaks: 'protocol',
  login: 'login',
  directory: 'directory',
  disk: 'disk',
  clock: 'clock',
};

const WORDS: Readonly<Record<CheckResult['state'], string>> = {
  passed: 'ok',
  warned: 'warning',
  failed: 'failed',
  skipped: 'skipped',
};

/**
 * Checks whether the worker of a directory can run, a line each.
 *
 * Shape:  the exit status: 1 when a check failed, else 0.
 * Errors: RunError for a directory that is no worker's.
 */
export async function check(dir: string): Promise<number> {
  const draft = await draftFrom(dir);
  const login = await attachedLogin(draft.basedir ?? dir);
  const known = login === undefined ? {} : { login };
  let hasFailed = false;
  for await (const result of runChecks(draft, new AbortController().signal, known)) {
    console.log(lineFrom(result));
    hasFailed ||= result.state === 'failed';
  }
  return hasFailed ? 1 : 0;
}

async function draftFrom(dir: string): Promise<CheckDraft> {
  const directory = await checkDirectory(dir);
  if (!directory.ok) throw new RunError(directory.problem.sentence);
  const read = workerConfigFrom(directory.value.reading);
  if (!read.ok) throw new RunError(read.problem.sentence);
  const { config } = read.value;
  const extras = await readExtras(config.basedir);
  if (!extras.ok) throw new RunError(extras.problem.sentence);
  return { ...config, address: config.master, extras: extras.value.extras };
}

/** A worker that is attached has logged in; a second login would only be refused. */
async function attachedLogin(basedir: string): Promise<CheckResult | undefined> {
  const running = await statusIfRunning(basedir);
  if (!running || !['idle', 'building', 'draining'].includes(running.status.kind)) return undefined;
  const { workerName, master, pid } = running;
  const attached = tell('attachedNow', workerName, master, pid);
  return { id: 'login', state: 'passed', ...attached, help: undefined };
}

function lineFrom({ id, state, sentence, help }: CheckResult): string {
  const advice = help === undefined ? '' : ` ${help.sentence}`;
  return `${WORDS[state].padEnd(8)} ${TITLES[id].padEnd(10)} ${sentence}${advice}`;
}
