/** A question of a window, answered by main. */
export interface Call<Argument, Result> {
  readonly direction: 'call';
  /** For the compiler alone. */
  readonly types?: (argument: Argument) => Result;
}

/** An announcement of main to every window. */
export interface Event<Payload> {
  readonly direction: 'event';
  /** For the compiler alone. */
  readonly types?: (payload: Payload) => void;
}

export const call = <Argument, Result>(): Call<Argument, Result> => ({ direction: 'call' });
export const event = <Payload>(): Event<Payload> => ({ direction: 'event' });
