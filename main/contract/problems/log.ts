import { fileReason, text } from './facts.ts';

/** Of a worker's log: its files, and what is looked for in it. */
export const log = {
  cannotBegin: { path: text, reason: fileReason },
  cannotWrite: { path: text, reason: fileReason },
  cannotRotate: { path: text, reason: fileReason },
  closed: {},
  notAPattern: { reason: text },
  patternTooSlow: {},
};
