import { describe, expect, it } from 'vitest';
import type { Referenceable } from '../../../../../main/spread/broker/referenceable.ts';
import { RemoteReference } from '../../../../../main/spread/broker/remote-reference.ts';
import { type JellyValue, Tuple } from '../../../../../main/spread/jelly/values.ts';
import { Bot } from '../../../../../main/worker/bot.ts';
import { pbMind } from '../../../../../main/worker/connection/pb-bot.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';
import { RecordingLogger } from '../../../../support/recording-logger.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const bytes = (text: string): Uint8Array => Buffer.from(text);

function makeMind() {
  const logger = new RecordingLogger();
  let shutdowns = 0;
  const bot = new Bot({
    basedir: basedir.path,
    numcpus: 1,
    unicodeEncoding: 'utf-8',
    deleteLeftoverDirs: false,
    fileAccess: 'basedir',
    version: '1',
    environment: {},
    clock: new FakeClock(),
    logger,
    readHostinfo: async () => ({}),
    onOutput: () => {},
    onWork: () => {},
    onChanged: () => {},
    onShutdown: () => {
      shutdowns += 1;
    },
  });
  const flow = { isWritable: true, onWritableChanged: () => ({ dispose: () => {} }) };
  return { mind: pbMind({ bot, flow, logger }), logger, shutdowns: () => shutdowns };
}

/** Calls a method as a broker does. */
async function callMethod(
  object: Referenceable,
  name: string,
  args: readonly JellyValue[] = [],
  kwargs: Readonly<Record<string, JellyValue>> = {},
): Promise<JellyValue> {
  const method = object.method(name);
  if (!method) throw new Error(`no method ${name}`);
  return method(args, new Map(Object.entries(kwargs)));
}

async function builderOf(mind: Referenceable): Promise<Referenceable> {
  const answer = await callMethod(mind, 'setBuilderList', [[new Tuple(['b', 'b'])]]);
  return (answer as ReadonlyMap<string, Referenceable>).get('b') as Referenceable;
}

/** A reference that answers everything and writes the calls down. */
function recordedReference() {
  const calls: string[] = [];
  const reference = new RemoteReference(7, {
    call: async (_id, method) => {
      calls.push(method);
      return null;
    },
    callWithoutAnswer: () => {},
    release: () => void calls.push('release'),
  });
  return { reference, calls };
}

describe('print', () => {
  it.each([
    ['named, as masters since 0.9 do', [], { message: 'attached' }],
    ['first, as older ones do', ['attached'], {}],
    ['in bytes', [bytes('attached')], {}],
  ] as const)('logs a message %s', async (_how, args, kwargs) => {
    const { mind, logger } = makeMind();
    expect(await callMethod(mind, 'print', args, kwargs)).toBeNull();
    expect(logger.lines).toEqual(['info master: attached']);
  });
});

describe('setBuilderList', () => {
  it.each([
    ['tuples', [new Tuple(['b', 'dir'])]],
    ['lists', [['b', 'dir']]],
    ['bytes', [new Tuple([bytes('b'), bytes('dir')])]],
  ] as const)('takes pairs in the form of %s', async (_form, list) => {
    const { mind } = makeMind();
    const answer = await callMethod(mind, 'setBuilderList', [list]);
    expect([...(answer as ReadonlyMap<string, unknown>).keys()]).toEqual(['b']);
  });

  it('answers with the same object for a builder that stays', async () => {
    const { mind } = makeMind();
    expect(await builderOf(mind)).toBe(await builderOf(mind));
  });

  it.each([[undefined], ['b'], [[3]], [[['b']]], [[new Tuple([null, 'b'])]]])(
    'refuses %j as a type error',
    async (list) => {
      const { mind } = makeMind();
      const args = list === undefined ? [] : [list as JellyValue];
      await expect(callMethod(mind, 'setBuilderList', args)).rejects.toMatchObject({
        typeName: 'builtins.TypeError',
      });
    },
  );
});

describe('startCommand', () => {
  it('names an unknown command as the Python worker does', async () => {
    const builder = await builderOf(makeMind().mind);
    const { reference } = recordedReference();
    await expect(
      callMethod(builder, 'startCommand', [reference, '4', 'dance', new Map()]),
    ).rejects.toMatchObject({
      typeName: 'buildbot_worker.base.UnknownCommand',
      message: "(command 4): unrecognized WorkerCommand 'dance'",
    });
  });

  it('refuses arguments that are missing before it answers', async () => {
    const builder = await builderOf(makeMind().mind);
    const { reference, calls } = recordedReference();
    await expect(
      callMethod(builder, 'startCommand', [reference, '4', 'mkdir', new Map()]),
    ).rejects.toMatchObject({ typeName: 'builtins.ValueError' });
    expect(calls).toEqual([]);
  });

  it('refuses a call without a reference', async () => {
    const builder = await builderOf(makeMind().mind);
    await expect(
      callMethod(builder, 'startCommand', [null, '4', 'mkdir', new Map()]),
    ).rejects.toMatchObject({ typeName: 'builtins.TypeError' });
  });
});

it('answers the shutdown, then passes it on', async () => {
  const { mind, shutdowns } = makeMind();
  expect(await callMethod(mind, 'shutdown')).toBeNull();
  expect(shutdowns()).toBe(1);
});

it('tells its version and commands to masters that still ask for them', async () => {
  const { mind } = makeMind();
  expect(await callMethod(mind, 'getVersion')).toBe('4.3.0 (buildtray 1)');
  const commands = await callMethod(mind, 'getCommands');
  expect(commands).toBeInstanceOf(Map);
});
