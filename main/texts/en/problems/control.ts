import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText } from './facts.ts';

export const control: WordsOf<'control'> = {
  cannotAsk: ({ basedir, reason }) =>
    `Cannot ask the worker in ${basedir}: ${fileReasonText(reason)}.`,
  runsAsOtherUser: ({ basedir }) =>
    `Cannot ask the worker in ${basedir}: it runs as another user (EACCES).`,
  noAnswer: ({ basedir }) => `The worker in ${basedir} does not answer.`,
  hungUp: ({ basedir }) => `The worker in ${basedir} hung up.`,
  otherVersion: ({ basedir }) =>
    `The worker in ${basedir} is run by another version of Buildtray: use that one's command line.`,
  answeredElse: () => 'The worker answered something else.',
  hasJustBegun: () => 'The worker has only just begun: ask it again.',
  cannotListen: ({ basedir, reason }) =>
    `Nobody can ask this worker for its state: cannot listen in ${basedir}: ${fileReasonText(reason)}.`,
};
