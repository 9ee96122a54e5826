import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText } from './facts.ts';

/** Why a rehearsal failed. */
export const rehearsal: WordsOf<'rehearsal'> = {
  cannotMake: ({ reason }) =>
    `Cannot make a directory for the rehearsal: ${fileReasonText(reason)}.`,
  unreached: ({ peer }) => `The worker did not reach the rehearsal's master on ${peer}.`,
  notLeaving: () => 'The worker was asked to shut down gracefully and has not left.',
  notRemoved: ({ reason }) =>
    `Not all of the rehearsal could be removed: ${fileReasonText(reason)}.`,
  earlierNotRemoved: ({ parentDir, reason }) =>
    `Not all of an earlier rehearsal in ${parentDir} could be removed: ${fileReasonText(reason)}.`,
};
