import { beforeEach, expect, it, vi } from 'vitest';
import { askForDirectory, askForFile, askUser } from '../../../../../main/app/asking/ask-user.ts';
import { fakeDesktop } from '../../../../support/fake-electron.ts';
import { SAMPLE_QUESTION } from '../../../../support/sample-question.ts';

vi.mock(
  'electron',
  async () => (await import('../../../../support/fake-electron.ts')).fakeElectron,
);

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
  expect(await askUser(SAMPLE_QUESTION, undefined)).toBe(answer);
});

it('offers the answers as buttons; Escape is the last, which changes nothing', async () => {
  await askUser(SAMPLE_QUESTION, undefined);
  expect(fakeDesktop.dialogs).toEqual([
    [
      expect.objectContaining({
        // A box without one shows an empty bar.
        title: expect.stringMatching(/./),
        message: SAMPLE_QUESTION.message,
        detail: SAMPLE_QUESTION.detail,
        buttons: ['Quit after this build', 'Quit now', 'Cancel'],
        cancelId: 2,
      }),
    ],
  ]);
});

it('gives the path of the user’s choice, and none when the dialog is dismissed', async () => {
  fakeDesktop.filePaths = ['/srv/w'];
  expect(await askForDirectory(undefined, 'Its directory')).toBe('/srv/w');
  fakeDesktop.filePaths = [];
  expect(await askForFile(undefined, 'A file')).toBeUndefined();
  expect(fakeDesktop.dialogs).toEqual([
    [
      {
        title: 'Its directory',
        message: 'Its directory',
        properties: ['openDirectory', 'createDirectory'],
      },
    ],
    [{ title: 'A file', message: 'A file', properties: ['openFile'] }],
  ]);
});

it('shows what acts in a text of others as its number', async () => {
  const question = { ...SAMPLE_QUESTION, message: 'Quit \u202egnp?', detail: 'one\n\u2066two' };
  await askUser(question, undefined);
  expect(fakeDesktop.dialogs).toEqual([
    [expect.objectContaining({ message: 'Quit \\u202egnp?', detail: 'one\n\\u2066two' })],
  ]);
});
