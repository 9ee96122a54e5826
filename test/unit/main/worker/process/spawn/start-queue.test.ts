import { describe, expect, it, vi } from 'vitest';
import { requireDescriptors } from '../../../../../../main/system/descriptors/spare-descriptors.ts';
import { ChildStartError } from '../../../../../../main/worker/process/spawn/child.ts';
import { startQueue } from '../../../../../../main/worker/process/spawn/start-queue.ts';
import { FakeClock } from '../../../../../support/fake-clock.ts';

vi.mock('../../../../../../main/system/descriptors/spare-descriptors.ts', { spy: true });

const lack = Object.assign(new Error('too many open files'), { code: 'EMFILE' });

function terms(changes: { isRequired?: () => boolean } = {}) {
  const clock = new FakeClock();
  const reports: string[] = [];
  const report = (sentence: string): void => void reports.push(sentence);
  return { clock, reports, isRequired: () => true, report, ...changes };
}

/** Lets the tries that a moved clock has set off come to their end. */
async function advance({ clock }: { clock: FakeClock }, byMs: number): Promise<void> {
  clock.advance(byMs);
  await new Promise<void>((resolve) => setImmediate(resolve));
}

describe('starts of processes', () => {
  it('come one after the other, in their order', async () => {
    const order: string[] = [];
    const start = (name: string) => async (): Promise<void> => {
      order.push(`${name} begins`);
      await new Promise<void>((resolve) => setImmediate(resolve));
      order.push(`${name} is over`);
    };
    await Promise.all([startQueue.run(start('a'), terms()), startQueue.run(start('b'), terms())]);
    expect(order).toEqual(['a begins', 'a is over', 'b begins', 'b is over']);
  });

  it('wait for room, and say so once', async () => {
    const given = terms();
    let tries = 0;
    const started = startQueue.run(async () => {
      tries += 1;
      if (tries < 4) throw new ChildStartError('p: EMFILE', { cause: lack });
      return 'started';
    }, given);
    for (let look = 0; look < 4; look += 1) await advance(given, 50);
    expect(await started).toBe('started');
    expect(given.reports).toEqual([
      'waits until other commands leave room for it: too many open files',
    ]);
  });

  it('do not begin while they would take the last descriptors of the worker', async () => {
    const given = terms();
    let tries = 0;
    vi.mocked(requireDescriptors).mockImplementationOnce(() => {
      throw lack;
    });
    const started = startQueue.run(async () => {
      tries += 1;
    }, given);
    await advance(given, 0);
    expect(tries).toBe(0);
    await advance(given, 50);
    await started;
    expect(tries).toBe(1);
  });

  it('are given up after minutes without room, in words for the master', async () => {
    const given = terms();
    const started = startQueue.run(() => Promise.reject(lack), given);
    const failure = expect(started).rejects.toThrow(
      new ChildStartError('no room to start a program: too many open files'),
    );
    await advance(given, 0);
    for (let minute = 0; minute < 7; minute += 1) await advance(given, 60_000);
    await failure;
  });

  it('are given up once they are not required any more', async () => {
    const given = terms({ isRequired: () => false });
    await expect(startQueue.run(() => Promise.reject(lack), given)).rejects.toThrow('no room');
  });

  it('fail at once for any other reason, and keep nobody up', async () => {
    const start = () => Promise.reject(new Error('broken'));
    await expect(startQueue.run(start, terms())).rejects.toThrow('broken');
    expect(await startQueue.run(async () => 'next', terms())).toBe('next');
  });
});
