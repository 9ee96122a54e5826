import { problem } from '../contract/problem.ts';
import type { WorkerStatusKind } from '../contract/worker/worker-status.ts';
import type { CheckResult } from './check.ts';

/** What a worker that runs reports of itself. */
interface RunningWorker {
  readonly workerName: string;
  readonly master: string;
  readonly pid: number;
  readonly status: { readonly kind: WorkerStatusKind };
}

const ATTACHED: readonly WorkerStatusKind[] = ['idle', 'building', 'draining'];

/** A worker that is attached has logged in; a second login would only be refused. Undefined for any other. */
export function attachedLogin(running: RunningWorker | undefined): CheckResult | undefined {
  if (running === undefined || !ATTACHED.includes(running.status.kind)) return undefined;
  const { workerName, master, pid } = running;
  const finding = problem('checks.attachedNow', { workerName, master, pid });
  return { id: 'login', state: 'passed', finding, help: undefined };
}
