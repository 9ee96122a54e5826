import { BrokerValue, type JellyValue } from '../jelly/jelly-value.ts';

/** What a reference needs of its broker. */
export interface ReferenceHolder {
  call(id: number | Uint8Array, method: string, args: readonly JellyValue[]): Promise<JellyValue>;
  callWithoutAnswer(id: number | Uint8Array, method: string, args: readonly JellyValue[]): void;
  release(id: number | Uint8Array): void;
}

/** An object of the peer's that we may call. */
export class RemoteReference extends BrokerValue {
  /** As the peer numbers it; the root has a name instead. */
  readonly id: number | Uint8Array;
  readonly #holder: ReferenceHolder;
  #isReleased = false;

  constructor(id: number | Uint8Array, holder: ReferenceHolder) {
    super();
    this.id = id;
    this.#holder = holder;
  }

  /**
   * Calls a method and waits for its answer.
   *
   * Errors: RemoteError when the method fails; BrokerError with code PB_CONNECTION_LOST; BananaError and
   *         JellyError for arguments that cannot be sent.
   */
  call(method: string, ...args: readonly JellyValue[]): Promise<JellyValue> {
    return this.#holder.call(this.id, method, args);
  }

  /** Calls a method whose answer and failure do not matter; does nothing without a connection. */
  callWithoutAnswer(method: string, ...args: readonly JellyValue[]): void {
    this.#holder.callWithoutAnswer(this.id, method, args);
  }

  /** Lets the peer forget the object. Twice does no harm. */
  release(): void {
    if (this.#isReleased) return;
    this.#isReleased = true;
    this.#holder.release(this.id);
  }
}
