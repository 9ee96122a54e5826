import { FileReasonError } from '../file-reason.ts';

/** There is something else than a regular file: a pipe, a socket, a device. */
export class NoRegularFileError extends FileReasonError {
  readonly path: string;

  constructor(path: string | Uint8Array) {
    super({ kind: 'not-a-file' });
    this.path = Buffer.from(path).toString();
    this.message = `no regular file: ${this.path}`;
  }
}
