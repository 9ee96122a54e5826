import { act, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { main } from './support/main.ts';
import { openWindow } from './support/open-window.tsx';
import { sampleView } from './support/samples.ts';

const question = {
  id: 'q1',
  message: 'Quit in the middle of a build?',
  detail: 'It will be run again.',
  answers: ['Quit after this build', 'Quit now', 'Cancel'],
};

async function openWithQuestion() {
  const user = await openWindow();
  act(() => main.emit('app.changed', sampleView({ question })));
  const dialog = within(await screen.findByRole('dialog', { name: question.message }));
  return { user, dialog };
}

it('asks what main asks, and reports that it does', async () => {
  const { user, dialog } = await openWithQuestion();
  expect(dialog.getByText(question.detail)).toBeDefined();
  expect(main.argumentsOf('app.questionSeen')).toEqual(['q1']);
  await user.click(dialog.getByRole('button', { name: 'Quit now' }));
  expect(main.argumentsOf('app.answer')).toEqual([{ questionId: 'q1', at: 1 }]);
  act(() => main.emit('app.changed', sampleView()));
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('changes nothing by Esc', async () => {
  const { user } = await openWithQuestion();
  await user.keyboard('{Escape}');
  expect(main.argumentsOf('app.answer')).toEqual([{ questionId: 'q1', at: 2 }]);
});
