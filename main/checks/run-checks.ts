import { problem } from '../contract/problem.ts';
import type { Check, CheckDraft, CheckId, CheckResult } from './check.ts';
import { checkCertificate } from './check-certificate.ts';
import { checkClock } from './check-clock.ts';
import { checkDirectoryOf } from './check-directory-of.ts';
import { checkDisk } from './check-disk.ts';
import { checkLogin } from './check-login.ts';
import { checkName } from './check-name.ts';
import { checkPort } from './check-port.ts';
import { checkSpeaks } from './check-speaks.ts';

/** Every check, each to be used by itself, such as while somebody types. */
export const CHECKS: Readonly<Record<CheckId, Check>> = {
  name: checkName,
  port: checkPort,
  certificate: checkCertificate,
  speaks: checkSpeaks,
  login: checkLogin,
  directory: checkDirectoryOf,
  disk: checkDisk,
  clock: () => checkClock(),
};

/** Each goes one step further on the way to the master: without the one before it makes no sense. */
const WAY: readonly CheckId[] = ['name', 'port', 'certificate', 'speaks', 'login'];
const HERE: readonly CheckId[] = ['directory', 'disk', 'clock'];

/**
 * Runs all checks in order and reports each result as it comes. Ends early when `signal` aborts.
 *
 * Shape:  `known` are results that need no check, such as the login of a worker that is attached.
 */
export async function* runChecks(
  draft: CheckDraft,
  signal: AbortSignal,
  known: Partial<Readonly<Record<CheckId, CheckResult>>> = {},
): AsyncGenerator<CheckResult, void, undefined> {
  let isWayBlocked = false;
  for (const id of [...WAY, ...HERE]) {
    if (signal.aborted) return;
    const result: CheckResult = isWayBlocked && WAY.includes(id) ? blocked(id) : await one(id);
    isWayBlocked ||= WAY.includes(id) && result.state === 'failed';
    yield result;
  }

  async function one(id: CheckId): Promise<CheckResult> {
    return known[id] ?? (await CHECKS[id](draft, signal));
  }
}

function blocked(id: CheckId): CheckResult {
  return { id, state: 'skipped', finding: problem('checks.notTried'), help: undefined };
}
