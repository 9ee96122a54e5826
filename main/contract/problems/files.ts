import { fileReason, text } from './facts.ts';

/** What could not be done with a file or a directory. */
export const files = {
  missing: { path: text },
  cannotRead: { path: text, reason: fileReason },
  cannotList: { path: text, reason: fileReason },
  cannotWrite: { path: text, reason: fileReason },
  cannotRemove: { path: text, reason: fileReason },
  cannotUse: { path: text, reason: fileReason },
  cannotLookAt: { path: text, reason: fileReason },
  cannotMakeDirectory: { path: text, reason: fileReason },
  cannotKeepHistory: { path: text, reason: fileReason },
};
