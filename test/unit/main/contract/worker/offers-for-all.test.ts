import { expect, it } from 'vitest';
import { offersForAll } from '../../../../../main/contract/worker/offers-for-all.ts';
import type { WorkerStatus } from '../../../../../main/contract/worker/worker-status.ts';

const IDLE: WorkerStatus = { kind: 'idle', builders: [] };
const PAUSED: WorkerStatus = { kind: 'paused', until: 'resumed' };
const STOPPED: WorkerStatus = { kind: 'stopped', why: undefined };

const allowed = (...statuses: readonly WorkerStatus[]) =>
  offersForAll(statuses).flatMap(({ label, isAllowed }) => (isAllowed ? label : []));

it('offers what one of the workers takes', () => {
  expect(allowed(IDLE, PAUSED)).toEqual(['pauseAll', 'resumeAll']);
  expect(allowed(IDLE, STOPPED)).toEqual(['pauseAll']);
  expect(allowed(STOPPED, STOPPED)).toEqual([]);
});

it('offers no other pause to those that pause already', () => {
  expect(allowed(PAUSED, PAUSED)).toEqual(['resumeAll']);
});
