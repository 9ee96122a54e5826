import type { Expected, FileReason, Place } from '../../../contract/problems/facts.ts';
import { assertNever } from '../../../lib/assert-never.ts';

/** Why a file operation failed, in words after a colon. */
export function fileReasonText(reason: FileReason): string {
  switch (reason.kind) {
    case 'EACCES':
      return 'permission denied (EACCES)';
    case 'EPERM':
      return 'the system does not permit it (EPERM)';
    case 'EROFS':
      return 'the file system is read-only (EROFS)';
    case 'ENOSPC':
      return 'the disk is full (ENOSPC)';
    case 'EDQUOT':
      return 'the disk quota is used up (EDQUOT)';
    case 'ENOENT':
      return 'there is no such file or directory (ENOENT)';
    case 'ENOTDIR':
      return 'a part of the path is not a directory (ENOTDIR)';
    case 'EISDIR':
      return 'it is a directory (EISDIR)';
    case 'EEXIST':
      return 'something with that name already exists (EEXIST)';
    case 'ELOOP':
      return 'its symbolic links form a loop (ELOOP)';
    case 'ENAMETOOLONG':
      return 'the name is too long (ENAMETOOLONG)';
    case 'EMFILE':
      return 'too many files are open (EMFILE)';
    case 'EIO':
      return 'the disk reports an error (EIO)';
    case 'not-a-directory':
      return 'it is not a directory';
    case 'not-a-file':
      return 'it is not a regular file';
    case 'not-utf-8':
      return 'it is not UTF-8 text';
    case 'too-long':
      return `it is longer than ${reason.limitBytes} bytes`;
    case 'parent-missing':
      return `${reason.parent} does not exist`;
    case 'other':
      return reason.message;
    default:
      return assertNever(reason);
  }
}

/** A file, or a line of it, at the head of a sentence. */
export function placeText({ path, line }: Place): string {
  return line === undefined ? path : `${path} line ${line}`;
}

/** What a value has to be, in words after "must be". */
export function expectedText(expected: Expected): string {
  switch (expected.kind) {
    case 'text':
      return 'text';
    case 'line':
      return 'one line without control characters';
    case 'switch':
      return 'True or False';
    case 'range':
      return `a number from ${expected.min} to ${expected.max}`;
    case 'seconds-above':
      return `a number of seconds greater than ${expected.min}`;
    case 'host':
      return 'the name or address of a machine, without a port';
    case 'connection-string':
      return 'a connection string such as tls:host=ci.example.org:port=9989';
    case 'encoding':
      return 'the name of an encoding, such as utf-8';
    case 'path':
      return "a directory's full path, or a dot";
    case 'seconds-or-none':
      return 'a number of seconds or None';
    case 'count':
      return `a whole number, at least ${expected.min}, or None`;
    case 'mask':
      return 'a number such as 0o22, or None';
    case 'user':
      return 'a user name without a colon';
    case 'object':
      return 'an object in braces';
    case 'one-of':
      return oneOf([
        ...expected.values.map((value) => `'${value}'`),
        ...(expected.orNone ? ['None'] : []),
      ]);
    default:
      return assertNever(expected);
  }
}

function oneOf(values: readonly string[]): string {
  const [last = '', ...others] = values.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} or ${last}`;
}
