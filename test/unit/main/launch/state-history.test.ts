import { expect, it } from 'vitest';
import { problem } from '../../../../main/contract/problem.ts';
import type { WorkerStatus } from '../../../../main/contract/worker/worker-status.ts';
import { StateHistory } from '../../../../main/launch/state-history.ts';
import { Emitter } from '../../../../main/lib/emitter.ts';

const refused = problem('session.restartByCommandLine');
const gone = problem('session.hasJustStopped');
const connecting = (attempt: number, found?: typeof refused | typeof gone): WorkerStatus => ({
  kind: 'connecting',
  attempt,
  retryAt: undefined,
  problem: found && { kind: 'refused', problem: found },
});
const command = { commandId: '1', builderName: 'b', name: 'shell', summary: 'make', startedAt: 1 };
const building = (commands: readonly (typeof command)[]): WorkerStatus => ({
  kind: 'building',
  builders: ['b'],
  commands,
});

/** The history of a worker that goes through states, one each ms. */
function historyOf(...statuses: readonly WorkerStatus[]) {
  const changed = new Emitter<WorkerStatus>();
  let at = 0;
  const status: WorkerStatus = { kind: 'stopped', why: undefined };
  const history = new StateHistory(
    { status, onStatusChanged: changed.on.bind(changed) },
    { now: () => at },
  );
  for (const next of statuses) {
    at += 1;
    changed.emit(next);
  }
  return history.changes;
}

it('begins with the state at the start, and has what came after with its time', () => {
  expect(historyOf(connecting(1), { kind: 'idle', builders: [] })).toEqual([
    { at: 0, kind: 'stopped', problem: undefined },
    { at: 1, kind: 'connecting', problem: undefined },
    { at: 2, kind: 'idle', problem: undefined },
  ]);
});

it('counts another try, or another command, as no other state', () => {
  const tries = [connecting(1), connecting(1, refused), connecting(2), connecting(2, refused)];
  expect(historyOf(...tries, building([]), building([command])).map(({ at }) => at)).toEqual([
    0, 1, 2, 5,
  ]);
});

it('counts another problem as another state', () => {
  const changes = historyOf(connecting(1, refused), connecting(2, gone));
  expect(changes.map((change) => change.problem?.key)).toEqual([undefined, refused.key, gone.key]);
});

it('keeps the last fifty', () => {
  const idle: WorkerStatus = { kind: 'idle', builders: [] };
  const changes = historyOf(...Array.from({ length: 60 }, () => [building([]), idle]).flat());
  expect(changes).toHaveLength(50);
  expect(changes.at(-1)).toEqual({ at: 120, kind: 'idle', problem: undefined });
});
