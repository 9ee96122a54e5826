import { describe, expect, it } from 'vitest';
import { ROOM_PATIENCE_MS, untilRoom } from '../../../../main/worker/until-room.ts';
import { FakeClock } from '../../../support/fake-clock.ts';

const lack = Object.assign(new Error('too many open files'), { code: 'EMFILE' });

/** Tries what fails for so many times, while a clock is moved. */
async function tried(failures: readonly Error[], isRequired = () => true) {
  const clock = new FakeClock();
  const reports: string[] = [];
  let tries = 0;
  const attempt = async (): Promise<string> => {
    tries += 1;
    const failure = failures[Math.min(tries, failures.length + 1) - 1];
    if (failure) throw failure;
    return 'done';
  };
  const report = (sentence: string): void => void reports.push(sentence);
  const ended = untilRoom(attempt, { clock, isRequired, report }).catch((error: Error) => error);
  for (let look = 0; look < 5; look += 1) {
    await new Promise<void>((resolve) => setImmediate(resolve));
    clock.advance(50);
  }
  return { ended, clock, reports, tries: () => tries };
}

describe('what has no room', () => {
  it('is tried until there is some, and says so once', async () => {
    const { ended, reports } = await tried([lack, new Error('worded', { cause: lack })]);
    expect(await ended).toBe('done');
    expect(reports).toEqual(['waits until other commands leave room for it: too many open files']);
  });

  it('fails at once for any other reason', async () => {
    const { ended, tries } = await tried([new Error('broken')]);
    expect([await ended, tries()]).toEqual([new Error('broken'), 1]);
  });

  it('is given up once it is not required', async () => {
    const { ended, tries } = await tried([lack], () => false);
    expect([await ended, tries()]).toEqual([lack, 1]);
  });

  it('is given up after minutes', async () => {
    const { ended, clock } = await tried(Array.from({ length: 100 }, () => lack));
    clock.advance(ROOM_PATIENCE_MS);
    expect(await ended).toBe(lack);
  });
});
