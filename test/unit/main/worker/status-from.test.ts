import { describe, expect, it } from 'vitest';
import { foreignProblem } from '../../../../main/contract/problem.ts';
import type {
  ConnectionProblemKind,
  RunningCommand,
} from '../../../../main/contract/worker/worker-status.ts';
import { statusFrom } from '../../../../main/worker/status-from.ts';
import { INITIAL_FACTS, type WorkerFacts } from '../../../../main/worker/worker-facts.ts';

const command: RunningCommand = {
  commandId: '7',
  builderName: 'linux',
  name: 'shell',
  summary: 'make all',
  startedAt: 1000,
};
const attached: WorkerFacts = {
  ...INITIAL_FACTS,
  isWanted: true,
  builders: ['docs', 'linux'],
  connection: { kind: 'attached' },
};

function trying(kind: ConnectionProblemKind): WorkerFacts {
  const problem = { kind, problem: foreignProblem('It did not work.') };
  return { ...attached, connection: { kind: 'trying', attempt: 3, retryAt: 9000, problem } };
}

describe('statusFrom', () => {
  it('is stopped before anything was requested, and has the reason afterwards', () => {
    expect(statusFrom(INITIAL_FACTS)).toEqual({ kind: 'stopped', why: undefined });
    expect(statusFrom({ ...INITIAL_FACTS, stoppedBecause: foreignProblem('enough') })).toEqual({
      kind: 'stopped',
      why: foreignProblem('enough'),
    });
  });

  it('is connecting while waiting fixes the problem', () => {
    expect(statusFrom(trying('refused'))).toEqual({
      kind: 'connecting',
      attempt: 3,
      retryAt: 9000,
      problem: { kind: 'refused', problem: foreignProblem('It did not work.') },
    });
  });

  it.each<ConnectionProblemKind>([
    'wrong-password',
    'duplicate-name',
    'tls-refused',
    'unknown-issuer',
    'not-a-master',
  ])('is an error when a person has to fix it: %s', (kind) => {
    expect(statusFrom(trying(kind))).toMatchObject({ kind: 'error', retryAt: 9000 });
  });

  it('is building as long as the master goes on with a drain that was cancelled', () => {
    const facts = { ...attached, isStillLeaving: true };
    expect(statusFrom(facts)).toEqual({
      kind: 'building',
      builders: [],
      commands: [],
      isStillLeaving: true,
    });
    expect(statusFrom({ ...facts, busyBuilders: ['linux'] })).toMatchObject({
      builders: ['linux'],
      isStillLeaving: true,
    });
  });

  it('is idle with builders, building with a busy builder even between two commands', () => {
    expect(statusFrom(attached)).toEqual({ kind: 'idle', builders: ['docs', 'linux'] });
    expect(statusFrom({ ...attached, busyBuilders: ['linux'] })).toEqual({
      kind: 'building',
      builders: ['linux'],
      commands: [],
    });
  });

  it('is draining, with its purpose, what it waits for and since when', () => {
    const drain = { purpose: 'quit', since: 5000, pauseUntil: undefined, isByUs: false } as const;
    const facts = { ...attached, drain, busyBuilders: ['linux'], commands: [command] };
    expect(statusFrom(facts)).toEqual({
      kind: 'draining',
      purpose: 'quit',
      since: 5000,
      builders: ['linux'],
      commands: [command],
    });
    const byUs = { ...facts, drain: { ...drain, isByUs: true } };
    expect(statusFrom(byUs)).toMatchObject({ kind: 'draining', isByUs: true });
    const waitsFor = foreignProblem('It does not answer.');
    const waiting = { ...facts, drain: { ...drain, waitsFor } };
    expect(statusFrom(waiting)).toMatchObject({ kind: 'draining', waitsFor });
  });

  it('is paused whatever the connection is', () => {
    const status = { kind: 'paused', until: 'resumed' };
    expect(statusFrom({ ...attached, pausedUntil: 'resumed' })).toEqual(status);
    expect(statusFrom({ ...trying('refused'), pausedUntil: 'resumed' })).toEqual(status);
  });
});
