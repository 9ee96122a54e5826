import { messageOf } from '../../../lib/message-of.ts';
import type { Teardown } from '../../../lib/teardown.ts';
import type { Logger } from '../../../logging/logger.ts';
import { CopyableFailure } from '../../../spread/broker/failure.ts';
import type { RemoteReference } from '../../../spread/broker/remote-reference.ts';
import { type JellyValue, Tuple, Utf8Text } from '../../../spread/jelly/jelly-value.ts';
import type { CommandChannel } from '../../command-run.ts';
import type { Update } from '../../update.ts';
import type { UnansweredUpdates } from '../unanswered-updates.ts';
import { jellyFromUpdateValue } from './pb-values.ts';

/** The master's counter of updates, which no master reads any more but all expect. */
const UPDATE_NUMBER = 0;

/** A command's way to the master over Perspective Broker: `update` and `complete` on its reference. */
export class PbCommandChannel implements CommandChannel {
  readonly #reference: RemoteReference;
  readonly #others: readonly RemoteReference[];
  readonly #flow: UnansweredUpdates;
  readonly #logger: Logger;
  #hasFailed = false;

  /** `others` are further references that came with the command; they are let go at its end. */
  constructor(
    reference: RemoteReference,
    others: readonly RemoteReference[],
    flow: UnansweredUpdates,
    logger: Logger,
  ) {
    this.#reference = reference;
    this.#others = others;
    this.#flow = flow;
    this.#logger = logger;
  }

  get isWritable(): boolean {
    return this.#flow.isWritable;
  }

  onWritableChanged(listener: (isWritable: boolean) => void): Teardown {
    return this.#flow.onWritableChanged(listener);
  }

  sendUpdates(updates: readonly Update[]): void {
    const pairs = updates.map((update) => [dictionaryFrom(update), UPDATE_NUMBER]);
    // Answers are not waited for: the wire keeps the order, and `complete` comes after them all.
    const answer = this.#reference.call('update', pairs);
    this.#flow.sent(
      updates,
      answer.then(
        () => {},
        (error: unknown) => this.#refused(error),
      ),
    );
  }

  async complete(failure: Error | undefined): Promise<void> {
    try {
      const value = failure ? CopyableFailure.from(failure) : null;
      await this.#reference.call('complete', value);
    } catch (error) {
      this.#refused(error);
    }
  }

  /** Without this the master's table of references grows for as long as the connection lives. */
  release(): void {
    for (const reference of [this.#reference, ...this.#others]) reference.release();
  }

  #refused(error: unknown): void {
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    this.#logger.log(
      'warn',
      'connection',
      `the master did not accept an update: ${messageOf(error)}`,
    );
  }
}

function dictionaryFrom(update: Update): JellyValue {
  switch (update.kind) {
    case 'text':
      return new Map([[update.stream, new Utf8Text(update.lines.utf8)]]);
    case 'log':
      return new Map([['log', new Tuple([update.logName, new Utf8Text(update.lines.utf8)])]]);
    case 'value':
      return new Map([[update.key, jellyFromUpdateValue(update.value)]]);
  }
}
