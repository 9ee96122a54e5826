import { silentLogger } from '../main/logging/logger.ts';
import { BananaError } from '../main/spread/banana/limits.ts';
import { Broker } from '../main/spread/broker/broker.ts';
import { BrokerError } from '../main/spread/broker/errors.ts';
import { Referenceable } from '../main/spread/broker/referenceable.ts';
import { RemoteReference } from '../main/spread/broker/remote-reference.ts';
import { Float, Tuple } from '../main/spread/jelly/jelly-value.ts';
import { inPieces } from './mutate.ts';
import type { FuzzTarget } from './target.ts';

/** The bytes of a conversation between two brokers, and a broker that is sent worse. */
export const banana: FuzzTarget = {
  name: 'banana',
  corpus: recordConversation,
  async read(input, random) {
    for (const role of ['client', 'server'] as const) {
      const broker = new Broker({ role, root: rootObject(), logger: silentLogger, send: () => {} });
      try {
        for (const piece of inPieces(input, random)) broker.push(piece);
      } catch (error) {
        if (!(error instanceof BananaError || error instanceof BrokerError)) throw error;
      }
      broker.connectionLost(new Error('the input has ended'));
    }
    // Answers to calls are made a moment later.
    await new Promise((resolve) => setImmediate(resolve));
  },
};

/** Takes whatever it is given and gives back every kind of value. */
function rootObject(): Referenceable {
  return new Referenceable({
    echo: ([value = null]) => value,
    fails: () => {
      throw new Error('on purpose');
    },
    later: async ([reference]) => {
      if (reference instanceof RemoteReference) await reference.call('echo', 'again');
      return reference ?? null;
    },
  });
}

const VALUES = [
  null,
  true,
  0,
  -1,
  2 ** 31,
  -(2n ** 70n),
  new Float(1.5),
  'text é 日本',
  Buffer.alloc(300, 7),
  ['nested', [1, ['deep', new Tuple([1, 'two'])]]],
  new Map<string, string | number>([
    ['workdir', 'build'],
    ['timeout', 1200],
  ]),
];

/** What each side sends: whole, and in single messages after the greeting. */
async function recordConversation(): Promise<readonly Uint8Array[]> {
  const sent = { client: [] as Buffer[], server: [] as Buffer[] };
  const brokers: { client?: Broker; server?: Broker } = {};
  const connect = (role: 'client' | 'server', other: 'client' | 'server'): Broker =>
    new Broker({
      role,
      root: rootObject(),
      logger: silentLogger,
      send: (chunks) => {
        const bytes = Buffer.concat(chunks);
        sent[role].push(bytes);
        queueMicrotask(() => brokers[other]?.push(bytes));
      },
    });
  brokers.client = connect('client', 'server');
  brokers.server = connect('server', 'client');
  await Promise.all([brokers.client.ready, brokers.server.ready]);
  const root = brokers.client.rootReference();
  for (const value of VALUES) await root.call('echo', value);
  await root.call('later', rootObject());
  await root.call('fails').catch(() => {});
  return [sent.client, sent.server].flatMap((messages) => {
    const [greeting = Buffer.alloc(0), ...rest] = messages;
    return [Buffer.concat(messages), ...rest.map((one) => Buffer.concat([greeting, one]))];
  });
}
