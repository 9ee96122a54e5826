import { fileReason, number, text } from './facts.ts';

/** Why a file of `info/` cannot be written. */
export const hostinfo = {
  notAName: { name: text },
  tooLong: { limitBytes: number },
  notSent: { path: text, reason: fileReason },
  cannotCopy: { basedir: text, reason: fileReason },
  isLink: { path: text, target: text },
};
