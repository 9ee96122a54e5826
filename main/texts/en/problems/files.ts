import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText } from './facts.ts';

/** What could not be done with a file or a directory. */
export const files: WordsOf<'files'> = {
  missing: ({ path }) => `${path} does not exist.`,
  cannotRead: ({ path, reason }) => `Cannot read ${path}: ${fileReasonText(reason)}.`,
  cannotList: ({ path, reason }) => `Cannot list ${path}: ${fileReasonText(reason)}.`,
  cannotWrite: ({ path, reason }) => `Cannot write ${path}: ${fileReasonText(reason)}.`,
  cannotRemove: ({ path, reason }) => `Cannot remove ${path}: ${fileReasonText(reason)}.`,
  cannotUse: ({ path, reason }) => `Cannot use ${path}: ${fileReasonText(reason)}.`,
  cannotLookAt: ({ path, reason }) => `Cannot access ${path}: ${fileReasonText(reason)}.`,
  cannotMakeDirectory: ({ path, reason }) =>
    `Cannot make the directory ${path}: ${fileReasonText(reason)}.`,
  cannotKeepHistory: ({ path, reason }) =>
    `The history of builds in ${path} cannot be kept: ${fileReasonText(reason)}.`,
};
