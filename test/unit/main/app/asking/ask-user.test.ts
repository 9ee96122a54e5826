import { beforeEach, expect, it, vi } from 'vitest';
import { askForDirectory, askForFile, askUser } from '../../../../../main/app/asking/ask-user.ts';
import type { Question } from '../../../../../main/hosting/question-from.ts';
import { fakeDesktop } from '../../../../support/fake-electron.ts';

vi.mock(
  'electron',
  async () => (await import('../../../../support/fake-electron.ts')).fakeElectron,
);

const QUESTION: Question<'after' | 'now' | 'cancel'> = {
  message: 'Quit in the middle of a build?',
  detail: 'It will be run again.',
  answers: [
    ['after', 'Quit after this build'],
    ['now', 'Quit now'],
    ['cancel', 'Cancel'],
  ],
};

beforeEach(() => {
  fakeDesktop.dialogs.length = 0;
});

it.each([
  [0, 'after'],
  [1, 'now'],
  [2, 'cancel'],
  // What a system reports that closed the dialog by other means.
  [9, 'cancel'],
])('button %i is the answer %s', async (response, answer) => {
  fakeDesktop.response = response;
  expect(await askUser(QUESTION, undefined)).toBe(answer);
});

it('offers the answers as buttons; Escape is the last, which changes nothing', async () => {
  await askUser(QUESTION, undefined);
  expect(fakeDesktop.dialogs).toEqual([
    [
      expect.objectContaining({
        // A box without one shows an empty bar.
        title: expect.stringMatching(/./),
        message: QUESTION.message,
        detail: QUESTION.detail,
        buttons: ['Quit after this build', 'Quit now', 'Cancel'],
        cancelId: 2,
      }),
    ],
  ]);
});

it('gives the path of the user’s choice, and none when the dialog is dismissed', async () => {
  fakeDesktop.filePaths = ['/srv/w'];
  expect(await askForDirectory(undefined)).toBe('/srv/w');
  fakeDesktop.filePaths = [];
  expect(await askForFile(undefined)).toBeUndefined();
  expect(fakeDesktop.dialogs).toEqual([
    [{ properties: ['openDirectory', 'createDirectory'] }],
    [{ properties: ['openFile'] }],
  ]);
});

it('shows what acts in a text of others as its number', async () => {
  const question = { ...QUESTION, message: 'Quit \u202egnp?', detail: 'one\n\u2066two' };
  await askUser(question, undefined);
  expect(fakeDesktop.dialogs).toEqual([
    [expect.objectContaining({ message: 'Quit \\u202egnp?', detail: 'one\n\\u2066two' })],
  ]);
});
