import { describe, expect, it } from 'vitest';
import type { WorkerStatus } from '../../../../main/contract/worker/worker-status.ts';
import { worstOf } from '../../../../main/tray/worst-of.ts';
import { SAMPLE_STATUSES } from '../../../support/sample-statuses.ts';

const worst = (statuses: readonly WorkerStatus[]) =>
  worstOf(statuses.map((status, at) => ({ status, at })));

describe('the worst of several workers', () => {
  it('is none of none', () => {
    expect(worst([])).toBeUndefined();
  });

  it('is in the state that needs the user most, wherever it stands', () => {
    const order: string[] = [];
    for (let left = SAMPLE_STATUSES.toReversed(); left.length > 0; ) {
      const kind = worst(left)?.status.kind;
      order.push(String(kind));
      left = left.filter((status) => status.kind !== kind);
    }
    expect(order).toEqual([
      ...['error', 'draining', 'connecting', 'building', 'stopped', 'paused', 'idle'],
    ]);
  });

  it('is the first of those in the same state', () => {
    const idle = { kind: 'idle', builders: [] } as const;
    const paused = { kind: 'paused', until: 'resumed' } as const;
    expect(worst([idle, paused, paused])?.at).toBe(1);
  });
});
