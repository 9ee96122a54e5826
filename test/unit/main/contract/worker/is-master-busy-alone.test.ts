import { expect, it } from 'vitest';
import { isMasterBusyAlone } from '../../../../../main/contract/worker/is-master-busy-alone.ts';
import type { WorkerStatus } from '../../../../../main/contract/worker/worker-status.ts';

const nothing = { builders: [], commands: [] };
const draining = { kind: 'draining', purpose: 'pause', since: 0 } as const;

it.each<[string, boolean, WorkerStatus]>([
  ['building, with nothing known here', true, { kind: 'building', ...nothing }],
  ['building something', false, { kind: 'building', builders: ['b'], commands: [] }],
  ['draining by the master', true, { ...draining, ...nothing }],
  ['draining a build', false, { ...draining, builders: ['b'], commands: [] }],
  ['draining by itself', false, { ...draining, ...nothing, isByUs: true }],
  ['idle', false, { kind: 'idle', builders: ['b'] }],
  ['stopped', false, { kind: 'stopped', why: undefined }],
])('a worker that is %s: %s', (_what, expected, status) => {
  expect(isMasterBusyAlone(status)).toBe(expected);
});
