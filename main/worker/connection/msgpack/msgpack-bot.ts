import type { Clock } from '../../../lib/clock.ts';
import type { Logger } from '../../../logging/logger.ts';
import type { MsgpackSession, Request } from '../../../msgpack/msgpack-session.ts';
import type { MsgpackValue } from '../../../msgpack/msgpack-value.ts';
import type { Bot } from '../../bot.ts';
import { findCommand } from '../../commands/find-command.ts';
import { MOST_COMMANDS } from '../../master-limits.ts';
import type { UpdateSettings } from '../../updates/command-updates.ts';
import type { WorkerForBuilder } from '../../worker-for-builder.ts';
import type { UnansweredUpdates } from '../unanswered-updates.ts';
import { builderFromPlace } from './builder-from-place.ts';
import { MsgpackCommandChannel } from './msgpack-command-channel.ts';
import { msgpackFiles } from './msgpack-files.ts';
import { mapFromInfo, plainFrom, wireArgumentsFrom } from './msgpack-values.ts';
import type { OwnDrain } from './own-drain.ts';
import { updateSettingsFrom } from './update-settings-from.ts';

export interface MsgpackBotOptions {
  readonly bot: Bot;
  readonly session: MsgpackSession;
  readonly flow: UnansweredUpdates;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly drain: OwnDrain;
  /** The master has begun to give us work: we are attached. */
  onServed(): void;
}

/** With this the master makes sure of a worker before each build. */
const BEFORE_A_BUILD = 'ping';
/** A build without a command by then has only steps of the master's own, at first at least. */
const ANNOUNCEMENT_LASTS_MS = 10_000;

/** The bot as a master sees it that speaks MessagePack: what each request does. */
export class MsgpackBot {
  readonly #options: MsgpackBotOptions;
  #settings: UpdateSettings | undefined;
  /** When builds were let in whose builder is not known yet, by the clock's own milliseconds. */
  #announcedAt: number[] = [];

  constructor(options: MsgpackBotOptions) {
    this.#options = options;
  }

  /** Errors: throws, or rejects, with the text of the exception that the master is answered. */
  answer(request: Request): MsgpackValue | Promise<MsgpackValue> {
    switch (request.op) {
      case 'print':
        return this.#print(request);
      case 'keepalive':
        return null;
      case 'get_worker_info':
        return this.#workerInfo();
      case 'set_worker_settings':
        return this.#setSettings(request);
      case 'start_command':
        return this.#startCommand(request);
      case 'interrupt_command':
        return this.#interruptCommand(request);
      case 'shutdown':
        this.#options.bot.shutdown();
        return null;
      default:
        throw new Error(`Command ${request.op} does not exist.`);
    }
  }

  async #print(request: Request): Promise<MsgpackValue> {
    const message = textOf(request, 'message');
    this.#options.bot.print(message);
    if (message !== BEFORE_A_BUILD) return null;
    await this.#options.drain.admitBuild();
    this.#forgetOldAnnouncements();
    if (this.#announcedAt.length < MOST_COMMANDS) {
      this.#announcedAt.push(this.#options.clock.monotonicMs());
    }
    return null;
  }

  async #workerInfo(): Promise<MsgpackValue> {
    return mapFromInfo(await this.#options.bot.workerInfo());
  }

  #setSettings(request: Request): MsgpackValue {
    const args = entryOf(request, 'args');
    this.#settings = updateSettingsFrom(plainFrom(args));
    this.#options.onServed();
    return null;
  }

  #startCommand(request: Request): MsgpackValue {
    const { bot, session, flow, logger } = this.#options;
    const commandId = textOf(request, 'command_id');
    const commandName = textOf(request, 'command_name');
    const args = wireArgumentsFrom(entryOf(request, 'args'));
    if (!args) throw new Error('start_command takes a dictionary of arguments');
    const named = request.fields.get('builder_name');
    const builderName =
      typeof named === 'string' ? named : builderFromPlace(commandName, args, bot.basedir);
    const channel = new MsgpackCommandChannel({ session, commandId, flow, logger });
    const masterFile = findCommand(commandName)?.masterFile;
    const withFiles = { ...args, ...msgpackFiles(masterFile, session, commandId) };
    const builder = bot.builderNamed(builderName);
    if (builderName !== undefined) this.#startAnnouncedBuild(builder);
    builder.startCommand(commandId, commandName, withFiles, channel, {
      ...(this.#settings && { updateSettings: this.#settings }),
    });
    this.#options.onServed();
    return null;
  }

  /** The announcement names no builder: the next one that begins something is taken for it. */
  #startAnnouncedBuild(builder: WorkerForBuilder): void {
    this.#forgetOldAnnouncements();
    if (builder.runningCommands.length > 0 || this.#announcedAt.shift() === undefined) return;
    builder.startBuild();
  }

  #forgetOldAnnouncements(): void {
    const oldest = this.#options.clock.monotonicMs() - ANNOUNCEMENT_LASTS_MS;
    this.#announcedAt = this.#announcedAt.filter((at) => at >= oldest);
  }

  #interruptCommand(request: Request): MsgpackValue {
    const commandId = textOf(request, 'command_id');
    const why = textOf(request, 'why');
    this.#options.bot.interruptCommand(commandId, why);
    return null;
  }
}

function entryOf({ op, fields }: Request, name: string): MsgpackValue {
  const value = fields.get(name);
  if (value === undefined) throw new Error(`${op}: the message lacks "${name}"`);
  return value;
}

function textOf(request: Request, name: string): string {
  const value = plainFrom(entryOf(request, name));
  if (typeof value === 'string') return value;
  throw new Error(`${request.op}: "${name}" is no text`);
}
