import type { Clock } from '../lib/clock.ts';
import { within } from '../system/within.ts';
import type { MasterAddress } from '../worker-settings/worker-config.ts';
import type { Dial } from './transport.ts';

const ANSWER_TIMEOUT_MS = 5_000;

/**
 * What a port sends first on a connection of its own when a web browser asks: undefined for nothing, and no
 * bytes where it closes instead.
 */
export async function askAsBrowser(
  dial: Dial,
  address: MasterAddress,
  clock: Clock,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  const dialled = await dial(address, within(signal, ANSWER_TIMEOUT_MS));
  if (!dialled.ok) return undefined;
  const transport = dialled.value;
  return new Promise((resolve) => {
    const finish = (answer: Uint8Array | undefined): void => {
      timer.cancel();
      signal.removeEventListener('abort', abandon);
      transport.destroy();
      resolve(answer);
    };
    const abandon = (): void => finish(undefined);
    const timer = clock.setTimer(ANSWER_TIMEOUT_MS, abandon);
    signal.addEventListener('abort', abandon);
    transport.listen({ onData: finish, onClosed: () => finish(new Uint8Array(0)) });
    transport.write([Buffer.from('HEAD / HTTP/1.0\r\n\r\n')]);
  });
}
