import { messageOf } from '../../../lib/message-of.ts';
import type { Teardown } from '../../../lib/teardown.ts';
import type { Logger } from '../../../logging/logger.ts';
import type { MsgpackSession } from '../../../msgpack/msgpack-session.ts';
import type { CommandChannel } from '../../command-run.ts';
import type { Update } from '../../update.ts';
import type { UnansweredUpdates } from '../unanswered-updates.ts';
import { pairsFrom } from './msgpack-values.ts';

export interface MsgpackCommandChannelOptions {
  readonly session: MsgpackSession;
  readonly commandId: string;
  readonly flow: UnansweredUpdates;
  readonly logger: Logger;
}

/** A command's way to the master over MessagePack: `update` and `complete` with its id. */
export class MsgpackCommandChannel implements CommandChannel {
  readonly #options: MsgpackCommandChannelOptions;
  #hasFailed = false;

  constructor(options: MsgpackCommandChannelOptions) {
    this.#options = options;
  }

  get isWritable(): boolean {
    return this.#options.flow.isWritable;
  }

  onWritableChanged(listener: (isWritable: boolean) => void): Teardown {
    return this.#options.flow.onWritableChanged(listener);
  }

  sendUpdates(updates: readonly Update[]): void {
    const { session, commandId, flow } = this.#options;
    const fields = { command_id: commandId, args: pairsFrom(updates) };
    // Answers are not waited for: the wire keeps the order, and `complete` comes after them all.
    const answer = session.call('update', fields);
    flow.sent(
      updates,
      answer.then(
        () => {},
        (error: unknown) => this.#refused(error),
      ),
    );
  }

  async complete(failure: Error | undefined): Promise<void> {
    const { session, commandId } = this.#options;
    try {
      // This protocol knows no classes of failures: the master raises one of its own with this text.
      const args = failure ? failure.message : null;
      await session.call('complete', { command_id: commandId, args });
    } catch (error) {
      this.#refused(error);
    }
  }

  /** The master forgets the command by itself. */
  release(): void {}

  #refused(error: unknown): void {
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    const { commandId, logger } = this.#options;
    const text = `the master did not accept an update of command ${commandId}: ${messageOf(error)}`;
    logger.log('warn', 'connection', text);
  }
}
