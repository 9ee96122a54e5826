import type { z } from 'zod';

/** A question of a window, answered by main. */
export interface Call<Argument extends z.ZodType, Result> {
  readonly direction: 'call';
  /** What main takes; anything else is refused before a handler sees it. */
  readonly argument: Argument;
  /** For the compiler alone. */
  readonly types?: (argument: z.infer<Argument>) => Result;
}

/** An announcement of main to every window. */
export interface Announcement<Payload> {
  readonly direction: 'event';
  /** For the compiler alone. */
  readonly types?: (payload: Payload) => void;
}

/** A type that is passed like a value. */
export interface TypeOf<Type> {
  /** For the compiler alone. */
  readonly types?: () => Type;
}

/** `call(workerId, answers<LogRotation>())`: the shape of the argument, then the type of the answer. */
export function call<Argument extends z.ZodType, Result>(
  argument: Argument,
  _answer: TypeOf<Result>,
): Call<Argument, Result> {
  return { direction: 'call', argument };
}

export function answers<Result>(): TypeOf<Result> {
  return {};
}

export function announcement<Payload>(): Announcement<Payload> {
  return { direction: 'event' };
}
