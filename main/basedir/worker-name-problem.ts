import { type Problem, problem } from '../contract/problem.ts';
import type { WorkerConfig } from '../worker-settings/worker-config.ts';

/** Why a worker of this name cannot log in by a protocol; undefined when it can. */
export function workerNameProblem({
  workerName,
  protocol,
}: Pick<WorkerConfig, 'workerName' | 'protocol'>): Problem | undefined {
  if (protocol === 'pb' || !workerName.includes(':')) return undefined;
  // The login is `name:password` in one header, and the first colon ends the name.
  return problem('settings.nameHasColon', { workerName, protocol });
}
