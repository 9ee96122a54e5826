import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Referenceable } from '../../../../../../main/spread/broker/referenceable.ts';
import { RemoteReference } from '../../../../../../main/spread/broker/remote-reference.ts';
import { type JellyValue, Tuple } from '../../../../../../main/spread/jelly/jelly-value.ts';
import { Bot } from '../../../../../../main/worker/bot.ts';
import { pbMind } from '../../../../../../main/worker/connection/pb/pb-mind.ts';
import { UnansweredUpdates } from '../../../../../../main/worker/connection/unanswered-updates.ts';
import { botOptions } from '../../../../../support/bot-options.ts';
import { RecordingLogger } from '../../../../../support/recording-logger.ts';
import { temporaryBasedir } from '../../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const bytes = (text: string): Uint8Array => Buffer.from(text);

function makeMind() {
  const logger = new RecordingLogger();
  let shutdowns = 0;
  const bot = new Bot(
    botOptions({
      basedir: basedir.path,
      logger,
      onShutdown: () => {
        shutdowns += 1;
      },
    }),
  );
  const flow = new UnansweredUpdates({
    isWritable: true,
    onWritableChanged: () => ({ dispose: () => {} }),
  });
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
  let completed = (): void => {};
  const completion = new Promise<void>((resolve) => {
    completed = resolve;
  });
  const reference = new RemoteReference(7, {
    call: async (_id, method) => {
      calls.push(method);
      if (method === 'complete') completed();
      return null;
    },
    callWithoutAnswer: () => {},
    release: () => void calls.push('release'),
  });
  return { reference, calls, completion };
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

describe('a master of another age', () => {
  it('may send everything in bytes, and offer itself to a builder', async () => {
    const { mind, logger } = makeMind();
    const list = [new Tuple([bytes('b'), bytes('b')])];
    const builders = await callMethod(mind, 'setBuilderList', [list]);
    const builder = (builders as ReadonlyMap<string, Referenceable>).get('b') as Referenceable;
    const { reference, calls, completion } = recordedReference();
    expect(await callMethod(builder, 'setMaster', [reference])).toBeNull();
    expect(await callMethod(builder, 'print', [bytes('ping')])).toBeNull();
    expect(await callMethod(builder, 'startBuild')).toBeNull();
    const args = new Map<JellyValue, JellyValue>([[bytes('dir'), bytes('grün')]]);
    const start = [reference, bytes('4'), bytes('mkdir'), args];
    expect(await callMethod(builder, 'startCommand', start)).toBeNull();
    await completion;
    expect(calls).toContain('update');
    expect(existsSync(basedir.at('b/grün'))).toBe(true);
    expect(logger.lines).toContain('info master: b: ping');
    expect(logger.lines).toContain('info command 4: starts: mkdir make b/grün');
  });

  it.each([
    ['text', '9'],
    ['bytes', bytes('9')],
    ['a number', 9],
  ])('may name a command by %s, and interrupt it so', async (_form, id) => {
    const { mind, logger } = makeMind();
    const builder = await builderOf(mind);
    const { reference, completion } = recordedReference();
    const args = new Map<JellyValue, JellyValue>([
      ['command', ['sleep', '600']],
      ['workdir', '.'],
    ]);
    await callMethod(builder, 'startCommand', [reference, id, 'shell', args]);
    expect(await callMethod(builder, 'interruptCommand', [id, bytes('enough')])).toBeNull();
    await completion;
    expect(logger.lines).toContain('info command 9: the master interrupts it: enough');
  });
});

it('only logs the request to interrupt what does not run', async () => {
  const { mind, logger } = makeMind();
  const builder = await builderOf(mind);
  expect(await callMethod(builder, 'interruptCommand', ['9', 'enough'])).toBeNull();
  expect(logger.lines.slice(-2)).toEqual([
    'info command 9: the master interrupts it: enough',
    'info command 9: it was not running',
  ]);
});

it('answers the shutdown, then passes it on', async () => {
  const { mind, shutdowns } = makeMind();
  expect(await callMethod(mind, 'shutdown')).toBeNull();
  expect(shutdowns()).toBe(1);
});

it('gives its version and commands to masters that still ask for them', async () => {
  const { mind } = makeMind();
  expect(await callMethod(mind, 'getVersion')).toBe('4.3.0 (buildtray 1)');
  const commands = await callMethod(mind, 'getCommands');
  expect(commands).toBeInstanceOf(Map);
});
