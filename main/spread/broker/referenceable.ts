import { BrokerValue, type JellyValue } from '../jelly/jelly-value.ts';

/**
 * A method that the peer may call. What it throws, or rejects with, is the call's failure; the
 * references among the arguments of a failed call are released. Otherwise they are the method's.
 */
export type RemoteMethod = (
  args: readonly JellyValue[],
  kwargs: ReadonlyMap<JellyValue, JellyValue>,
) => JellyValue | Promise<JellyValue>;

/** An object of ours that the peer may call, and the methods it has for that. */
export class Referenceable extends BrokerValue {
  readonly #methods: ReadonlyMap<string, RemoteMethod>;

  constructor(methods: Readonly<Record<string, RemoteMethod>>) {
    super();
    this.#methods = new Map(Object.entries(methods));
  }

  method(name: string): RemoteMethod | undefined {
    return this.#methods.get(name);
  }
}
