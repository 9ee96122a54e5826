import { app, type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import type { Question } from '../../hosting/question-from.ts';
import { showable, showableLines } from '../../lib/showable.ts';

/** Asks in the system's own dialog, over the window where one is shown. Names in a question come from others. */
export async function askUser<Answer extends string>(
  question: Question<Answer>,
  window: BrowserWindow | undefined,
): Promise<Answer> {
  const { message, detail, answers } = question;
  const options = {
    type: 'warning' as const,
    title: app.getName(),
    message: showableLines(message),
    detail: showableLines(detail),
    buttons: answers.map(([, label]) => showable(label)),
    defaultId: 0,
    cancelId: answers.length - 1,
    noLink: true,
  };
  const { response } = window
    ? await dialog.showMessageBox(window, options)
    : await dialog.showMessageBox(options);
  const [answer] = answers[response] ?? answers.at(-1) ?? [];
  if (answer === undefined) throw new RangeError('a question needs answers');
  return answer;
}

/** A directory of the user's choice; undefined when the dialog is dismissed. */
export function askForDirectory(
  window: BrowserWindow | undefined,
  title: string,
): Promise<string | undefined> {
  return askForPath(window, { ...titled(title), properties: ['openDirectory', 'createDirectory'] });
}

/** The same for a file that is there. */
export function askForFile(
  window: BrowserWindow | undefined,
  title: string,
): Promise<string | undefined> {
  return askForPath(window, { ...titled(title), properties: ['openFile'] });
}

/** A file to write, replaced if it is there; undefined when the dialog is dismissed. */
export async function askWhereToSave(
  window: BrowserWindow | undefined,
  title: string,
  suggestedName: string,
): Promise<string | undefined> {
  const options = { ...titled(title), defaultPath: suggestedName };
  const { filePath } = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options);
  // Empty when the dialog is dismissed.
  return filePath || undefined;
}

/** macOS shows a message in the place of a title. */
function titled(title: string) {
  return { title, message: title };
}

async function askForPath(
  window: BrowserWindow | undefined,
  options: OpenDialogOptions,
): Promise<string | undefined> {
  const { filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options);
  return filePaths[0];
}
