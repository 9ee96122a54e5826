import type { BuildtrayApi, ContractHandlers, EventPayloads } from '../../../main/contract/api.ts';
import { contract } from '../../../main/contract/contract.ts';
import { calmAnswers } from './calm-answers.ts';

/** Answers for some of the calls; the others keep the answer that they have. */
export type Answers = {
  readonly [Subject in keyof ContractHandlers]?: Partial<ContractHandlers[Subject]>;
};

/** A call of the window, as main received it. */
export interface ReceivedCall {
  /** Such as `app.perform`. */
  readonly channel: string;
  readonly argument: unknown;
}

type Listener = (payload: unknown) => void;
type AnyHandler = (argument: unknown) => unknown;

/**
 * The main process as a window sees it. Its calls and events are those of the contract, its answers are
 * typed by it: a contract that has changed breaks the tests before they run.
 */
export class FakeMain {
  readonly calls: ReceivedCall[] = [];
  readonly #handlers = new Map<string, AnyHandler>();
  readonly #listeners = new Map<string, Set<Listener>>();

  constructor() {
    this.answer(calmAnswers);
  }

  /** Forgets what was called, and answers calmly again. */
  reset(): void {
    this.calls.length = 0;
    this.answer(calmAnswers);
  }

  /** From now on these calls are answered this way. */
  answer(answers: Answers): void {
    for (const [subject, handlers] of Object.entries(answers)) {
      for (const [name, handler] of Object.entries(handlers)) {
        this.#handlers.set(`${subject}.${name}`, handler as AnyHandler);
      }
    }
  }

  /** Announces something to the window. */
  emit<Channel extends keyof EventPayloads>(
    channel: Channel,
    payload: EventPayloads[Channel],
  ): void {
    for (const listener of this.#listeners.get(channel) ?? []) listener(payload);
  }

  /** The arguments of every call of a channel, oldest first. */
  argumentsOf(channel: string): readonly unknown[] {
    return this.calls.filter((call) => call.channel === channel).map(({ argument }) => argument);
  }

  /** How many listeners an event has. */
  listenersOf(channel: keyof EventPayloads): number {
    return this.#listeners.get(channel)?.size ?? 0;
  }

  /** What the window finds as `window.buildtray`; made from the contract, as the preload does it. */
  get api(): BuildtrayApi {
    const subjects = Object.entries(contract).map(([subject, entries]) => [
      subject,
      Object.fromEntries(
        Object.entries(entries).map(([name, { direction }]) => {
          const channel = `${subject}.${name}`;
          return [name, direction === 'call' ? this.#callOn(channel) : this.#eventOn(channel)];
        }),
      ),
    ]);
    // The types of a table that is walked at run time end here, as they do in the preload.
    return Object.fromEntries(subjects) as BuildtrayApi;
  }

  #callOn(channel: string): (argument: unknown) => Promise<unknown> {
    return async (argument) => {
      this.calls.push({ channel, argument });
      const handler = this.#handlers.get(channel);
      if (handler === undefined) throw new Error(`${channel} has no answer`);
      return await handler(argument);
    };
  }

  #eventOn(channel: string): (listener: Listener) => () => void {
    return (listener) => {
      const listeners = this.#listeners.get(channel) ?? new Set();
      this.#listeners.set(channel, listeners.add(listener));
      return () => {
        listeners.delete(listener);
      };
    };
  }
}
