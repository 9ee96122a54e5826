import { foreignProblem, problem } from '../../main/contract/problem.ts';
import type { WorkerStatus } from '../../main/contract/worker/worker-status.ts';

const COMMAND = {
  commandId: '1',
  builderName: 'linux',
  name: 'shell',
  summary: 'make all',
  startedAt: 5,
};
const PROBLEM = { kind: 'refused', problem: foreignProblem('Nothing listens there.') } as const;
const DRAIN = { kind: 'draining', since: 3, builders: ['linux'], commands: [COMMAND] } as const;

/** Every kind of status, with each of its optional parts there and not. */
export const SAMPLE_STATUSES: readonly WorkerStatus[] = [
  { kind: 'stopped', why: undefined },
  { kind: 'stopped', why: foreignProblem('It was asked to.') },
  { kind: 'connecting', attempt: 1, retryAt: undefined, problem: undefined },
  { kind: 'connecting', attempt: 4, retryAt: 99, problem: PROBLEM },
  { kind: 'idle', builders: [] },
  { kind: 'idle', builders: ['linux', 'mac'] },
  { kind: 'building', builders: ['linux'], commands: [COMMAND] },
  { kind: 'building', builders: [], commands: [], isStillLeaving: true },
  { ...DRAIN, purpose: 'pause' },
  { ...DRAIN, purpose: 'shut-down', isByUs: true },
  { ...DRAIN, purpose: 'quit', builders: [], commands: [] },
  {
    ...DRAIN,
    purpose: 'pause',
    waitsFor: problem('session.masterHasNotAnswered', { seconds: 65 }),
  },
  { kind: 'paused', until: 'resumed' },
  { kind: 'paused', until: 123 },
  { kind: 'error', problem: PROBLEM, retryAt: undefined },
  { kind: 'error', problem: { ...PROBLEM, kind: 'directory' }, retryAt: 7 },
];
