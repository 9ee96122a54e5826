import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText } from './facts.ts';

/** Of a worker's log: its files, and searches of it. */
export const log: WordsOf<'log'> = {
  cannotBegin: ({ path, reason }) => `Cannot start a new log ${path}: ${fileReasonText(reason)}.`,
  cannotWrite: ({ path, reason }) =>
    `The log ${path} cannot be written: ${fileReasonText(reason)}.`,
  cannotRotate: ({ path, reason }) =>
    `The log ${path} cannot be rotated: ${fileReasonText(reason)}.`,
  closed: () => 'The log is closed.',
  notAPattern: ({ reason }) => `That is not a regular expression: ${reason}.`,
  patternTooSlow: () => 'This regular expression takes too long on some lines: simplify it.',
};
