import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import type { FuzzEnd } from './loop.ts';

/** No input is read for so long unless the reader goes round in circles. */
const HANGS_AFTER_MS = 20_000;

/** How the thread's run ends; a thread that hangs, or dies, is an end too. */
export async function watched(thread: Worker, shared: SharedArrayBuffer): Promise<FuzzEnd> {
  const progress = new BigInt64Array(shared);
  const stop = new AbortController();
  const { signal } = stop;
  const ended = once(thread, 'message', { signal }).then(([end]) => end as FuzzEnd);
  const died = once(thread, 'exit', { signal }).then(([code]) =>
    failed(`input ${Atomics.load(progress, 0)}: the thread ended with code ${code}`),
  );
  const hung = new Promise<FuzzEnd>((resolve) => {
    let before = -1n;
    const timer = setInterval(() => {
      const now = Atomics.load(progress, 0);
      if (now === before) resolve(failed(`input ${now}: still being read`));
      before = now;
    }, HANGS_AFTER_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
  });
  try {
    return await Promise.race([ended, died, hung]);
  } catch (error) {
    return failed(`input ${Atomics.load(progress, 0)}: ${String(error)}`);
  } finally {
    stop.abort();
    for (const waiting of [ended, died]) waiting.catch(() => {});
    await thread.terminate();
  }
}

function failed(sentence: string): FuzzEnd {
  return { isWell: false, sentence };
}
