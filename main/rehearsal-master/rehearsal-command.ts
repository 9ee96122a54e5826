import { plainText } from '../lib/plain-text.ts';
import type { CopyableFailure } from '../spread/broker/failure.ts';
import { Referenceable } from '../spread/broker/referenceable.ts';
import type { RemoteReference } from '../spread/broker/remote-reference.ts';
import { type JellyValue, Tuple } from '../spread/jelly/jelly-value.ts';

/** A key of an update and its value, as it came. */
export type ReceivedUpdate = readonly [key: string, value: JellyValue];

/** A command that the rehearsal master gave to a worker. */
export class RehearsalCommand {
  readonly commandId: string;
  /** Everything the worker sent, in order. */
  readonly updates: ReceivedUpdate[] = [];
  /** Settles with the worker's last word; undefined when the connection was lost before. */
  readonly completed: Promise<CopyableFailure | null | undefined>;
  /** How often the worker completed it: once, unless the connection was lost before. */
  completions = 0;
  /** What the worker calls. */
  readonly reference: Referenceable;
  #complete!: (failure: CopyableFailure | null | undefined) => void;
  readonly #builder: RemoteReference;
  readonly #onUpdate: ((update: ReceivedUpdate) => void) | undefined;
  #answers: Promise<void> | undefined;

  constructor(
    commandId: string,
    builder: RemoteReference,
    /** Gets the updates, which are not kept then: output may be long. */
    onUpdate: ((update: ReceivedUpdate) => void) | undefined,
  ) {
    this.commandId = commandId;
    this.#builder = builder;
    this.#onUpdate = onUpdate;
    this.completed = new Promise((resolve) => {
      this.#complete = resolve;
    });
    this.reference = new Referenceable({
      update: async ([pairs = []]) => {
        const answer = this.#receive(pairs);
        await this.#answers;
        return answer;
      },
      complete: ([failure = null]) => {
        this.completions += 1;
        this.#complete(failure as CopyableFailure | null);
        return null;
      },
    });
  }

  /** Texts of one stream, joined. */
  text(stream: string): string {
    return this.updates
      .filter(([key]) => key === stream)
      .map(([, text]) => plainText(text))
      .join('');
  }

  valueOf(key: string): JellyValue | undefined {
    return this.updates.find(([found]) => found === key)?.[1];
  }

  /** Reads updates from now on and answers them only when `until` settles. */
  answerLater(until: Promise<void>): void {
    this.#answers = until;
  }

  async interrupt(why: string): Promise<void> {
    await this.#builder.call('interruptCommand', this.commandId, why);
  }

  /** The connection is gone. */
  lost(): void {
    this.#complete(undefined);
  }

  #receive(pairs: JellyValue): JellyValue {
    for (const pair of Array.isArray(pairs) ? pairs : []) {
      const [dictionary] = pair instanceof Tuple ? pair.items : (pair as readonly JellyValue[]);
      if (!(dictionary instanceof Map)) continue;
      for (const [key, value] of dictionary) {
        const update = [String(key), value] as const;
        if (this.#onUpdate) this.#onUpdate(update);
        else this.updates.push(update);
      }
    }
    return 0;
  }
}
