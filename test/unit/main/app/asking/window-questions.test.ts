import { expect, it } from 'vitest';
import { WindowQuestions } from '../../../../../main/app/asking/window-questions.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';
import { SAMPLE_QUESTION } from '../../../../support/sample-question.ts';

function asked() {
  const clock = new FakeClock();
  const shown: (string | undefined)[] = [];
  const questions: WindowQuestions = new WindowQuestions({
    clock,
    onChanged: () => shown.push(questions.shown?.message),
  });
  const answer = questions.ask(SAMPLE_QUESTION);
  const questionId = questions.shown?.id ?? '';
  return { clock, questions, answer, questionId, shown };
}

it.each([
  [0, 'after'],
  [1, 'now'],
  [2, 'cancel'],
  // No button has that place.
  [9, 'cancel'],
])('is part of what the window shows until the answer: button %i is %s', async (at, wanted) => {
  const { questions, answer, questionId, shown } = asked();
  expect(questions.shown?.answers).toEqual(['Quit after this build', 'Quit now', 'Cancel']);
  questions.answer({ questionId, at });
  expect(await answer).toBe(wanted);
  expect(shown).toEqual([SAMPLE_QUESTION.message, undefined]);
});

it('waits as long as the user takes, once the window shows it', async () => {
  const { clock, questions, answer, questionId } = asked();
  questions.seen('another');
  questions.seen(questionId);
  expect(clock.pendingTimers).toBe(0);
  questions.answer({ questionId: 'another', at: 0 });
  expect(questions.shown).toBeDefined();
  questions.answer({ questionId, at: 1 });
  expect(await answer).toBe('now');
});

it('is for somebody else to ask where the page does not show it', async () => {
  const { clock, questions, answer, questionId } = asked();
  clock.advance(2_000);
  expect(await answer).toBeUndefined();
  expect(questions.shown).toBeUndefined();
  // Too late.
  questions.answer({ questionId, at: 1 });
});

it('is for somebody else to ask where the window goes before the answer', async () => {
  const { questions, answer, questionId } = asked();
  questions.seen(questionId);
  questions.windowGone();
  expect(await answer).toBeUndefined();
});
