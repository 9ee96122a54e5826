import { constants } from 'node:os';
import { codeOf, messageOf } from '../lib/message-of.ts';

/** The words of the C library for an error, which is what masters know from the Python worker. */
const SENTENCES: Readonly<Record<string, string>> = {
  EACCES: 'Permission denied',
  EAGAIN: 'Resource temporarily unavailable',
  EBADF: 'Bad file descriptor',
  EBUSY: 'Device or resource busy',
  EEXIST: 'File exists',
  EFBIG: 'File too large',
  EILSEQ: 'Invalid or incomplete multibyte or wide character',
  EINTR: 'Interrupted system call',
  EINVAL: 'Invalid argument',
  EIO: 'Input/output error',
  EISDIR: 'Is a directory',
  ELOOP: 'Too many levels of symbolic links',
  EMFILE: 'Too many open files',
  EMLINK: 'Too many links',
  ENAMETOOLONG: 'File name too long',
  ENFILE: 'Too many open files in system',
  ENODEV: 'No such device',
  ENOENT: 'No such file or directory',
  ENOMEM: 'Cannot allocate memory',
  ENOSPC: 'No space left on device',
  ENOSYS: 'Function not implemented',
  ENOTDIR: 'Not a directory',
  ENOTEMPTY: 'Directory not empty',
  ENXIO: 'No such device or address',
  EPERM: 'Operation not permitted',
  EROFS: 'Read-only file system',
  ETIMEDOUT: 'Connection timed out',
  ETXTBSY: 'Text file busy',
  EXDEV: 'Invalid cross-device link',
};

/** The system's sentence for a failed system call, such as `No such file or directory`. */
export function strerror(error: unknown): string {
  return SENTENCES[codeOf(error) ?? ''] ?? messageOf(error);
}

/** The system's number of the error, such as 2 for ENOENT; undefined when no system call failed. */
export function errnoFrom(error: unknown): number | undefined {
  const code = codeOf(error);
  if (code === undefined) return undefined;
  const numbers: Readonly<Record<string, number>> = constants.errno;
  return numbers[code];
}
