import type { Writable } from 'node:stream';

/**
 * Makes what cannot be written to a terminal or a pipe any more be lost, and nothing else. Without a
 * listener such a failure would be an uncaught exception: reported on the same output, it would fail and
 * be reported again for ever.
 *
 * To be called before anything is written.
 */
export function outliveOutput(
  streams: readonly Writable[] = [process.stdout, process.stderr],
): void {
  for (const stream of streams) stream.on('error', () => {});
}
