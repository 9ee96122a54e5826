import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText } from './facts.ts';

/** Why a file of `info/` cannot be written. */
export const hostinfo: WordsOf<'hostinfo'> = {
  notAName: ({ name }) => `"${name}" is not a file name for info/.`,
  tooLong: ({ limitBytes }) =>
    `The text is longer than the ${limitBytes} bytes that a master accepts.`,
  notSent: ({ path, reason }) => `${path} is not sent to the master: ${fileReasonText(reason)}.`,
  cannotCopy: ({ basedir, reason }) =>
    `The host info could not be copied to ${basedir}: ${fileReasonText(reason)}.`,
  isLink: ({ path, target }) =>
    `${path} is a link to ${target}, which other workers may share: choose whether to change that file or to replace the link.`,
};
