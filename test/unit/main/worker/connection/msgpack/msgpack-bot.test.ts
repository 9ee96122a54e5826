import { describe, expect, it } from 'vitest';
import { silentLogger } from '../../../../../../main/logging/logger.ts';
import { MsgpackSession } from '../../../../../../main/msgpack/msgpack-session.ts';
import type { MsgpackValue } from '../../../../../../main/msgpack/msgpack-value.ts';
import { Bot } from '../../../../../../main/worker/bot.ts';
import { MsgpackBot } from '../../../../../../main/worker/connection/msgpack/msgpack-bot.ts';
import { OwnDrain } from '../../../../../../main/worker/connection/msgpack/own-drain.ts';
import { UnansweredUpdates } from '../../../../../../main/worker/connection/unanswered-updates.ts';
import { botOptions } from '../../../../../support/bot-options.ts';
import { FakeClock } from '../../../../../support/fake-clock.ts';
import { RecordingLogger } from '../../../../../support/recording-logger.ts';
import { temporaryBasedir } from '../../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

function served() {
  const logger = new RecordingLogger();
  const clock = new FakeClock();
  const events: string[] = [];
  const bot = new Bot(
    botOptions({
      basedir: basedir.path,
      numcpus: 3,
      clock,
      logger,
      readHostinfo: async () => ({ admin: 'Ada' }),
      onShutdown: () => events.push('shutdown'),
    }),
  );
  const session = new MsgpackSession({ answer: () => null, logger: silentLogger, send: () => {} });
  const flow = new UnansweredUpdates({
    isWritable: true,
    onWritableChanged: () => ({ dispose: () => {} }),
  });
  const drain = new OwnDrain(bot);
  const onServed = () => events.push('served');
  const served = new MsgpackBot({ bot, session, flow, clock, logger, drain, onServed });
  const ask = async (op: string, fields: Readonly<Record<string, MsgpackValue>> = {}) =>
    served.answer({ op, fields: new Map(Object.entries(fields)) });
  return { bot, drain, logger, events, ask };
}

describe('what a master asks over MessagePack', () => {
  it('is answered: a print, a keepalive, the worker info', async () => {
    const { ask, logger } = served();
    expect([await ask('print', { message: 'hello' }), await ask('keepalive')]).toEqual([
      null,
      null,
    ]);
    expect(logger.lines.join()).toContain('hello');
    const info = await ask('get_worker_info');
    expect(info instanceof Map && [info.get('admin'), info.get('numcpus')]).toEqual(['Ada', 3]);
  });

  it('passes on that the worker is sent away', async () => {
    const { ask, events } = served();
    await ask('shutdown');
    expect(events).toEqual(['shutdown']);
  });

  it.each<[string, Readonly<Record<string, MsgpackValue>>, string]>([
    ['fly', {}, 'Command fly does not exist.'],
    ['print', {}, 'print: the message lacks "message"'],
    ['print', { message: 7 }, 'print: "message" is no text'],
    [
      'start_command',
      { command_id: '1', command_name: 'shell', args: 'make' },
      'start_command takes a dictionary of arguments',
    ],
    ['interrupt_command', { command_id: '1' }, 'interrupt_command: the message lacks "why"'],
  ])('is refused where it is wrong: %s %j', async (op, fields, sentence) => {
    const { ask, events } = served();
    await expect(ask(op, fields)).rejects.toThrow(sentence);
    expect(events).toEqual([]);
  });

  it('waits with a new build while the worker drains', async () => {
    const { ask, bot, drain } = served();
    bot.expectBuild();
    drain.begin();
    let isAdmitted = false;
    const asked = ask('print', { message: 'ping' }).then(() => {
      isAdmitted = true;
    });
    await ask('print', { message: 'hello' });
    expect(isAdmitted).toBe(false);
    drain.cancel();
    await asked;
    expect(isAdmitted).toBe(true);
  });
});
