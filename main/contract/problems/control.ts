import { fileReason, text } from './facts.ts';

/** Why a running worker cannot be asked from outside. */
export const control = {
  cannotAsk: { basedir: text, reason: fileReason },
  runsAsOtherUser: { basedir: text },
  noAnswer: { basedir: text },
  closedConnection: { basedir: text },
  otherVersion: { basedir: text },
  hasJustBegun: {},
  cannotListen: { basedir: text, reason: fileReason },
};
