import { Broker } from '../../main/spread/broker/broker.ts';
import type { Referenceable } from '../../main/spread/broker/referenceable.ts';
import { RecordingLogger } from './recording-logger.ts';

/** Two brokers that talk through memory; what one sends reaches the other a moment later. */
export class BrokerPair {
  readonly logger = new RecordingLogger();
  readonly client: Broker;
  readonly server: Broker;

  constructor(root: Referenceable) {
    const { logger } = this;
    this.server = new Broker({
      role: 'server',
      root,
      logger,
      send: (chunks) => this.#pass(chunks, () => this.client),
    });
    this.client = new Broker({
      role: 'client',
      logger,
      send: (chunks) => this.#pass(chunks, () => this.server),
    });
  }

  #pass(chunks: readonly Uint8Array[], to: () => Broker): void {
    queueMicrotask(() => {
      for (const chunk of chunks) to().push(chunk);
    });
  }
}

/** Waits until everything that is on its way has come to its end. */
export function allDelivered(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
