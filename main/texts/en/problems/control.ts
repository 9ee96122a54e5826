import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText } from './facts.ts';

export const control: WordsOf<'control'> = {
  cannotAsk: ({ basedir, reason }) =>
    `Cannot ask the worker in ${basedir}: ${fileReasonText(reason)}.`,
  runsAsOtherUser: ({ basedir }) =>
    `Cannot ask the worker in ${basedir}: it runs as another user (EACCES).`,
  noAnswer: ({ basedir }) => `The worker in ${basedir} does not answer.`,
  closedConnection: ({ basedir }) => `The worker in ${basedir} closed the connection.`,
  otherVersion: ({ basedir }) =>
    `The worker in ${basedir} is run by another version of Buildtray: use the command line of that version.`,
  hasJustBegun: () => 'The worker has only just started: try again.',
  cannotListen: ({ basedir, reason }) =>
    `Nobody can ask this worker for its state: cannot listen in ${basedir}: ${fileReasonText(reason)}.`,
};
