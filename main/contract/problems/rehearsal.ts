import { fileReason, text } from './facts.ts';

/** Why a rehearsal did not come to its end. */
export const rehearsal = {
  cannotMake: { reason: fileReason },
  /** With a cause, where one is known. */
  unreached: { peer: text },
  notLeaving: {},
  notRemoved: { reason: fileReason },
  earlierNotRemoved: { parentDir: text, reason: fileReason },
};
