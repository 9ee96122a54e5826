import { describe, expect, it } from 'vitest';
import { silentLogger } from '../../../../../main/logging/logger.ts';
import { BananaDecoder } from '../../../../../main/spread/banana/banana-decoder.ts';
import { BananaEncoder } from '../../../../../main/spread/banana/banana-encoder.ts';
import type { Expression } from '../../../../../main/spread/banana/expression.ts';
import { BANANA_ELEMENT_LIMIT } from '../../../../../main/spread/banana/limits.ts';
import { Broker } from '../../../../../main/spread/broker/broker.ts';
import { RaisedError } from '../../../../../main/spread/broker/errors.ts';
import { Referenceable } from '../../../../../main/spread/broker/referenceable.ts';
import type { RemoteReference } from '../../../../../main/spread/broker/remote-reference.ts';
import { type JellyValue, Tuple } from '../../../../../main/spread/jelly/jelly-value.ts';
import { allDelivered, BrokerPair } from '../../../../support/broker-pair.ts';

const word = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

async function connected(methods: ConstructorParameters<typeof Referenceable>[0]) {
  const pair = new BrokerPair(new Referenceable(methods));
  await pair.client.ready;
  return { ...pair, client: pair.client, server: pair.server, root: pair.client.rootReference() };
}

describe('a call', () => {
  it('brings arguments there and the answer back', async () => {
    const { root } = await connected({ join: (args) => args.join('-') });
    expect(await root.call('join', 'a', 1, true)).toBe('a-1-true');
  });

  it('is answered when the answer is there, whatever came before', async () => {
    let letGo: (value: JellyValue) => void = () => {};
    const { root } = await connected({
      slow: () => new Promise<JellyValue>((resolve) => (letGo = resolve)),
      fast: () => 'fast',
    });
    const slow = root.call('slow');
    expect(await root.call('fast')).toBe('fast');
    letGo('slow');
    expect(await slow).toBe('slow');
  });

  it('starts in the order in which calls were made', async () => {
    const seen: JellyValue[] = [];
    const { root } = await connected({
      note: async ([item = null]) => {
        seen.push(item);
        await allDelivered();
        return null;
      },
    });
    await Promise.all([1, 2, 3].map((item) => root.call('note', item)));
    expect(seen).toEqual([1, 2, 3]);
  });

  it('fails with the class that the method chose', async () => {
    const { root } = await connected({
      fail: () => {
        throw new RaisedError('builtins.ValueError', 'no good');
      },
    });
    await expect(root.call('fail')).rejects.toMatchObject({
      code: 'PB_REMOTE_ERROR',
      typeName: 'builtins.ValueError',
      value: 'no good',
      traceback: 'builtins.ValueError: no good\n',
      parents: expect.arrayContaining(['builtins.ValueError', 'builtins.Exception']),
    });
  });

  it.each(['missing', 'constructor', '__proto__', 'toString'])(
    'fails for the method %s',
    async (name) => {
      const { root } = await connected({});
      await expect(root.call(name)).rejects.toMatchObject({ typeName: 'builtins.AttributeError' });
    },
  );

  it('that is not waited for fails silently', async () => {
    const { root, client, server } = await connected({
      fail: () => {
        throw new Error('not reported');
      },
    });
    root.callWithoutAnswer('fail');
    await allDelivered();
    expect([client.pendingCallCount, server.pendingCallCount]).toEqual([0, 0]);
    await expect(root.call('fail')).rejects.toThrow('not reported');
  });

  it('fails by itself when its argument is too long, and the connection lives', async () => {
    const { root } = await connected({ echo: ([value = null]) => value });
    await expect(root.call('echo', new Uint8Array(700_000))).rejects.toMatchObject({
      code: 'BANANA_STRING_TOO_LONG',
    });
    expect(await root.call('echo', 'still here')).toBe('still here');
  });

  it('fails when its answer cannot be sent', async () => {
    const { root } = await connected({ big: () => new Uint8Array(700_000) });
    await expect(root.call('big')).rejects.toThrow(/700000 bytes/);
  });
});

it('a master may send less in one message than a worker', () => {
  const brokerOf = (role: 'client' | 'server') =>
    new Broker({ role, logger: silentLogger, send: () => {} });
  const list = new BananaEncoder().encode(new Array<Expression>(BANANA_ELEMENT_LIMIT + 1).fill(0));
  const message = new Uint8Array(Buffer.concat(list));
  expect(brokerOf('server').decode(message)).toHaveLength(1);
  expect(() => brokerOf('client').decode(message)).toThrow('elements in a message');
});

describe('objects', () => {
  it('are forgotten on both sides when they are released', async () => {
    const made = new Referenceable({ hello: () => 'hello' });
    const { root, client, server } = await connected({ make: () => new Tuple([made, made]) });
    const answer = (await root.call('make')) as Tuple;
    const [first, second] = answer.items as [RemoteReference, RemoteReference];
    expect([server.localObjectCount, client.remoteObjectCount]).toEqual([1, 2]);
    first.release();
    first.release();
    await allDelivered();
    expect(server.localObjectCount).toBe(1);
    expect(await second.call('hello')).toBe('hello');
    second.release();
    await allDelivered();
    expect([server.localObjectCount, client.remoteObjectCount]).toEqual([0, 0]);
    await expect(second.call('hello')).rejects.toMatchObject({
      typeName: 'builtins.AttributeError',
    });
  });

  it('come back as themselves', async () => {
    const mine = new Referenceable({});
    const { client, server, root } = await connected({ echo: ([value = null]) => value });
    expect(await root.call('echo', mine)).toBe(mine);
    expect([client.localObjectCount, server.remoteObjectCount]).toEqual([1, 1]);
  });

  it('that came with a call which failed are released', async () => {
    const { client, server, root } = await connected({
      fail: () => {
        throw new Error('no');
      },
    });
    await expect(root.call('fail', new Referenceable({}))).rejects.toThrow('no');
    await expect(root.call('missing', new Referenceable({}))).rejects.toThrow();
    await allDelivered();
    expect([client.localObjectCount, server.remoteObjectCount]).toEqual([0, 0]);
  });
});

describe('a connection that is lost', () => {
  it('fails every call that waits, and every later one', async () => {
    const { root, client } = await connected({ never: () => new Promise<JellyValue>(() => {}) });
    const waiting = [root.call('never'), root.call('never')];
    client.connectionLost(new Error('the cable was cut'));
    client.connectionLost(new Error('again'));
    for (const call of [...waiting, root.call('never')]) {
      await expect(call).rejects.toMatchObject({
        code: 'PB_CONNECTION_LOST',
        message: 'the cable was cut',
      });
    }
    expect([client.pendingCallCount, client.localObjectCount]).toEqual([0, 0]);
    root.callWithoutAnswer('never');
    root.release();
  });

  it('is news for who waits for the beginning', async () => {
    const broker = new Broker({ role: 'client', send: () => {}, logger: silentLogger });
    broker.connectionLost(new Error('gone'));
    await expect(broker.ready).rejects.toMatchObject({ code: 'PB_CONNECTION_LOST' });
  });
});

describe('a peer that does not keep to the protocol', () => {
  /** A broker that has agreed with its peer on the dialect, and what it sent since. */
  function negotiated() {
    const sent: Expression[] = [];
    const decoder = new BananaDecoder();
    const broker = new Broker({
      role: 'client',
      logger: silentLogger,
      send: (chunks) => sent.push(...chunks.flatMap((chunk) => decoder.push(chunk))),
    });
    const push = (expression: Expression): void => {
      for (const chunk of new BananaEncoder().encode(expression)) broker.push(chunk);
    };
    push([word('pb'), word('none')]);
    sent.length = 0;
    return { broker, push, sent };
  }

  it.each([
    ['offers no dialect of ours', [word('none')]],
    ['offers no list', word('pb')],
  ])('%s', (_what, expression) => {
    const broker = new Broker({ role: 'client', send: () => {}, logger: silentLogger });
    const push = () => {
      for (const chunk of new BananaEncoder().encode(expression)) broker.push(chunk);
    };
    expect(push).toThrow(expect.objectContaining({ code: 'PB_DIALECT' }));
  });

  it.each<readonly [string, Expression, string]>([
    ['another version', [word('version'), 7], 'PB_VERSION'],
    ['a number', 3, 'PB_MALFORMED'],
    ['an unknown message', [word('dance')], 'PB_MALFORMED'],
    ['an empty message', [], 'PB_MALFORMED'],
    ['a call without arguments', [word('message'), 1, word('root'), word('x'), 1], 'PB_MALFORMED'],
    ['a call without a number', [word('message')], 'PB_MALFORMED'],
    ['a decref of nothing', [word('decref')], 'PB_MALFORMED'],
  ])('is recognised: %s', (_what, expression, code) => {
    const { push } = negotiated();
    expect(() => push(expression)).toThrow(expect.objectContaining({ code }));
  });

  it('may answer what was not asked, drop what it does not hold, and speak of caches', () => {
    const { push, sent } = negotiated();
    push([word('answer'), 99, 0]);
    push([word('error'), 99, [word('x')]]);
    push([word('decref'), 99]);
    push([word('uncache'), 1]);
    expect(sent).toEqual([]);
  });

  it('gets an error for arguments that are not accepted', async () => {
    const { push, sent } = negotiated();
    const args = [word('tuple'), [word('module'), word('os')]];
    push([word('message'), 5, 1, word('x'), 1, args, [word('dictionary')]]);
    await allDelivered();
    const [answer] = sent as [readonly Expression[]];
    expect([Buffer.from(answer[0] as Uint8Array).toString(), answer[1]]).toEqual(['error', 5]);
  });

  it.each<[string, readonly Expression[], string]>([
    ['nothing more', [], ''],
    ['no arguments', [[word('list')]], ''],
    ['bytes', [word('not now')], 'not now'],
    ['text', [[word('unicode'), word('not now')]], 'not now'],
    ['arguments', [[word('tuple'), word('not'), [word('unicode'), word('now')]]], 'not, now'],
    [
      'a dictionary of arguments',
      [
        [
          word('dictionary'),
          [
            [word('unicode'), word('args')],
            [word('tuple'), [word('unicode'), word('no')]],
          ],
        ],
      ],
      'no',
    ],
    ['an instance of some class', [[word('some.Thing'), word('x')]], ''],
  ])('may jelly an expected error as its class and %s', async (_with, state, value) => {
    const { broker, push, sent } = negotiated();
    const call = broker.rootReference().call('login');
    const [message] = sent as [readonly Expression[]];
    push([word('error'), message[1] as number, [word('some.Refusal'), ...state]]);
    await expect(call).rejects.toMatchObject({ typeName: 'some.Refusal', value });
  });
});
