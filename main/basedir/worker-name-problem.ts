import { type Statement, tell } from '../lib/statement.ts';
import type { WorkerConfig } from '../worker-settings/worker-config.ts';

/** Why a worker of this name cannot log in by a protocol; undefined when it can. */
export function workerNameProblem({
  workerName,
  protocol,
}: Pick<WorkerConfig, 'workerName' | 'protocol'>): Statement | undefined {
  if (protocol === 'pb' || !workerName.includes(':')) return undefined;
  // The login is `name:password` in one header, and the first colon ends the name.
  return tell('nameHasColon', workerName, protocol);
}
