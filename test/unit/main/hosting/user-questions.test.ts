import { describe, expect, it } from 'vitest';
import type { WorkerStatus } from '../../../../main/contract/worker/worker-status.ts';
import type { Question } from '../../../../main/hosting/question-from.ts';
import { UserQuestions } from '../../../../main/hosting/user-questions.ts';
import { textsIn } from '../../../../main/texts/texts.ts';
import { FakeClock } from '../../../support/fake-clock.ts';

const IDLE: WorkerStatus = { kind: 'idle', builders: ['linux'] };
const BUILDING: WorkerStatus = { kind: 'building', builders: ['linux'], commands: [] };

/** Questions that wait for `answer`, by the place of the button. */
function questions() {
  const asked: string[] = [];
  const waiting: { answer: (button: number) => void; fail: () => void }[] = [];
  const users = new UserQuestions({
    clock: new FakeClock(),
    texts: () => textsIn('en'),
    ask: <Answer extends string>({ message, answers }: Question<Answer>) => {
      asked.push(message);
      return new Promise<Answer>((resolve, reject) => {
        waiting.push({
          answer: (button) => resolve(answers[button]![0]),
          fail: () => reject(new Error('no dialog')),
        });
      });
    },
  });
  return { users, asked, waiting };
}

describe('the user is asked', () => {
  it('only where a build would be lost', async () => {
    const { users, asked } = questions();
    expect(await users.ask('quit', [IDLE])).toBe('nothing-runs');
    expect(await users.mayLose('disconnect', IDLE)).toBe(true);
    expect(asked).toEqual([]);
  });

  it.each([
    [0, true],
    [1, false],
  ])('and decides whether it may be lost: button %i', async (button, may) => {
    const { users, waiting } = questions();
    const decided = users.mayLose('disconnect', BUILDING);
    waiting[0]?.answer(button);
    expect(await decided).toBe(may);
  });

  it('once at a time; what would ask meanwhile is not done', async () => {
    const { users, asked, waiting } = questions();
    const first = users.ask('quit', [BUILDING]);
    expect(await users.ask('disconnect', [BUILDING])).toBe('cancel');
    expect(await users.mayLose('disconnect', IDLE)).toBe(true);
    waiting[0]?.answer(0);
    expect(await first).toBe('after');
    void users.ask('disconnect', [BUILDING]);
    expect(asked).toHaveLength(2);
  });

  it('again after a dialog that failed', async () => {
    const { users, asked, waiting } = questions();
    const first = users.ask('quit', [BUILDING]);
    waiting[0]?.fail();
    await expect(first).rejects.toThrow('no dialog');
    void users.ask('quit', [BUILDING]);
    expect(asked).toHaveLength(2);
  });
});
