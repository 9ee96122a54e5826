import type { Socket } from 'node:net';
import { unacknowledgedBytes } from './unacknowledged-bytes.ts';

/** How far that has come which was written to a connection. */
export interface Outgoing {
  /** Written since the connection was made. */
  readonly writtenBytes: number;
  /** Of those, what this program still holds because the system takes no more. */
  readonly queuedBytes: number;
  /**
   * What the system holds that the other end has not acknowledged; undefined where the system does not
   * say. With TLS a little more than what was written.
   */
  readonly unacknowledgedBytes: number | undefined;
}

export function outgoingOf(socket: Socket): Outgoing {
  return {
    writtenBytes: socket.bytesWritten,
    queuedBytes: socket.writableLength,
    unacknowledgedBytes: unacknowledgedBytes(socket),
  };
}
