import { silentLogger } from '../main/logging/logger.ts';
import { decode, encode } from '../main/msgpack/codec.ts';
import { MsgpackError } from '../main/msgpack/limits.ts';
import { requestOf, responseOf } from '../main/msgpack/message-from.ts';
import { MsgpackSession } from '../main/msgpack/msgpack-session.ts';
import { Float, type MsgpackValue } from '../main/msgpack/msgpack-value.ts';
import type { FuzzTarget } from './target.ts';

const BUILDERS: MsgpackValue = [
  ['linux', 'linux'],
  ['dös', 'd\u{1f600}s'],
];
const COMMAND: MsgpackValue = new Map<MsgpackValue, MsgpackValue>([
  ['command', ['make', 'all', '']],
  ['env', new Map<MsgpackValue, MsgpackValue>([['A', null]])],
  ['timeout', 1200],
  ['maxTime', new Float(2)],
  ['big', 2n ** 63n],
  ['small', -(2n ** 63n)],
  ['bytes', Buffer.alloc(300, 7)],
  ['usePTY', false],
]);

/** What a master says, message by message, to a session that gives it back. */
export const msgpack: FuzzTarget = {
  name: 'msgpack',
  corpus: async () =>
    [
      requestOf('set_builder_list', 0, { builders: BUILDERS }),
      requestOf('start_command', 70_000, { builder_name: 'linux', args: COMMAND }),
      requestOf('print', 2, { message: 'x'.repeat(70_000) }),
      responseOf(0, null),
      responseOf(1, BUILDERS),
    ].map(encode),
  async read(input) {
    const session = new MsgpackSession({
      send: (message) => void decode(message),
      answer: ({ fields }) => fields.get('args') ?? fields.get('builders') ?? null,
      logger: silentLogger,
    });
    const answered = session.call('keepalive').catch(() => {});
    try {
      session.receive(input);
    } catch (error) {
      if (!(error instanceof MsgpackError)) throw error;
    }
    // Answers to requests are made a moment later.
    await new Promise((resolve) => setImmediate(resolve));
    session.connectionLost('the input has ended');
    await answered;
  },
};
