import { describe, expect, it } from 'vitest';
import { workerStatusSchema } from '../../../../../main/contract/worker/worker-status.ts';
import { SAMPLE_STATUSES } from '../../../../support/sample-statuses.ts';

const fromJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the status of a worker', () => {
  it.each(SAMPLE_STATUSES)('survives JSON whole: %j', (status) => {
    expect(workerStatusSchema.parse(fromJson(status))).toEqual(status);
  });

  it('keeps what it knows of a later version’s', () => {
    const later = { kind: 'idle', builders: ['linux'], mood: 'calm' };
    expect(workerStatusSchema.parse(later)).toEqual({ kind: 'idle', builders: ['linux'] });
  });

  it.each([
    undefined,
    {},
    { kind: 'asleep' },
    { kind: 'idle' },
    { kind: 'paused', until: 'tomorrow' },
  ])('is not %j', (value) => {
    expect(workerStatusSchema.safeParse(value).success).toBe(false);
  });
});
