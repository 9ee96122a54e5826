import type { ConnectionProblemKind, WorkerStatus } from '../contract/worker/worker-status.ts';
import type { WorkerFacts } from './worker-facts.ts';

/** Problems that waiting does not fix: a person has to change something. */
const NEEDS_A_PERSON: ReadonlySet<ConnectionProblemKind> = new Set([
  'wrong-password',
  'duplicate-name',
  'tls-refused',
  'unknown-issuer',
  'not-a-master',
  'proxy-refused',
  'directory',
  'protection',
]);

/** The one place where facts become a status. */
export function statusFrom(facts: WorkerFacts): WorkerStatus {
  const { connection, drain, builders, busyBuilders, commands } = facts;
  if (facts.pausedUntil !== undefined) return { kind: 'paused', until: facts.pausedUntil };
  if (!facts.isWanted) return { kind: 'stopped', why: facts.stoppedBecause };
  if (connection.kind === 'trying') {
    const { attempt, retryAt, problem } = connection;
    return problem && NEEDS_A_PERSON.has(problem.kind)
      ? { kind: 'error', problem, retryAt }
      : { kind: 'connecting', attempt, retryAt, problem };
  }
  if (drain) {
    const { purpose, since, isByUs, waitsFor } = drain;
    const byUs = isByUs ? { isByUs } : {};
    const waits = waitsFor === undefined ? {} : { waitsFor };
    const busy = { builders: busyBuilders, commands };
    return { kind: 'draining', purpose, since, ...busy, ...byUs, ...waits };
  }
  if (facts.isStillLeaving) {
    return { kind: 'building', builders: busyBuilders, commands, isStillLeaving: true };
  }
  return busyBuilders.length > 0 || commands.length > 0
    ? { kind: 'building', builders: busyBuilders, commands }
    : { kind: 'idle', builders };
}
