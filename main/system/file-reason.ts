import type { FILE_REASONS, FileReason } from '../contract/problems/facts.ts';
import { codeOf, messageOf } from '../lib/message-of.ts';

/** A file that cannot be used for a reason that no system call gives. */
export class FileReasonError extends Error {
  override readonly name = 'FileReasonError';
  readonly reason: FileReason;

  constructor(reason: FileReason, options?: ErrorOptions) {
    super(reason.kind, options);
    this.reason = reason;
  }
}

type Code = (typeof FILE_REASONS)[number];

/** The codes that have words of their own: the compiler holds it to the list in the contract. */
const CODES: Readonly<Record<Code, true>> = {
  EACCES: true,
  EPERM: true,
  EROFS: true,
  ENOSPC: true,
  EDQUOT: true,
  ENOENT: true,
  ENOTDIR: true,
  EISDIR: true,
  EEXIST: true,
  ELOOP: true,
  ENAMETOOLONG: true,
  EMFILE: true,
  EIO: true,
};

/** Why a file operation failed. */
export function fileReasonOf(error: unknown): FileReason {
  if (error instanceof FileReasonError) return error.reason;
  const code = codeOf(error);
  return code !== undefined && isKnown(code)
    ? { kind: code }
    : { kind: 'other', message: messageOf(error) };
}

function isKnown(code: string): code is Code {
  return Object.hasOwn(CODES, code);
}
