import type { Flow } from '../command.ts';

/** Settles when the master takes more, or nothing more is to be sent. */
export async function untilWritable(flow: Flow, signal: AbortSignal): Promise<void> {
  if (flow.isWritable || signal.aborted) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      watch.dispose();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const watch = flow.onWritableChanged((isWritable) => {
      if (isWritable) done();
    });
    signal.addEventListener('abort', done);
  });
}
