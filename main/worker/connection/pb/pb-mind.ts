import { plainText } from '../../../lib/plain-text.ts';
import type { Logger } from '../../../logging/logger.ts';
import { RaisedError } from '../../../spread/broker/errors.ts';
import { Referenceable, type RemoteMethod } from '../../../spread/broker/referenceable.ts';
import { RemoteReference } from '../../../spread/broker/remote-reference.ts';
import { type JellyValue, Tuple } from '../../../spread/jelly/jelly-value.ts';
import type { Bot } from '../../bot.ts';
import type { WireArguments } from '../../command.ts';
import { CommandArgumentError, UnknownCommandError } from '../../command-errors.ts';
import { findCommand } from '../../commands/find-command.ts';
import { othersTurn, Turns } from '../../turns.ts';
import type { WorkerForBuilder } from '../../worker-for-builder.ts';
import { commandVersions } from '../../worker-info.ts';
import { textOrBytes } from '../text-or-bytes.ts';
import type { UnansweredUpdates } from '../unanswered-updates.ts';
import { PbCommandChannel } from './pb-command-channel.ts';
import { PbFileReader, PbFileWriter } from './pb-files.ts';
import { jellyFromInfo, textFrom, wireArgumentsFrom } from './pb-values.ts';

interface PbBotOptions {
  readonly bot: Bot;
  readonly flow: UnansweredUpdates;
  readonly logger: Logger;
}

/** The bot as the master's Perspective Broker sees it: the *mind* of the login. */
export function pbMind(options: PbBotOptions): Referenceable {
  const { bot } = options;
  const builders = new WeakMap<WorkerForBuilder, Referenceable>();
  const referenceFor = (builder: WorkerForBuilder): Referenceable => {
    const known = builders.get(builder) ?? pbBuilder(builder, options);
    builders.set(builder, known);
    return known;
  };
  return new Referenceable({
    print: printTo((message) => bot.print(message)),
    getWorkerInfo: async () => jellyFromInfo(await bot.workerInfo()),
    getVersion: async () => (await bot.workerInfo()).version,
    getCommands: () => jellyFromInfo(commandVersions()),
    setBuilderList: async ([list]) => {
      const assigned = await bot.setBuilders(builderListFrom(list));
      const turns = new Turns();
      const references = new Map<string, Referenceable>();
      for (const [name, builder] of assigned) {
        await turns.next();
        references.set(name, referenceFor(builder));
      }
      // To write them all into one answer takes long.
      await othersTurn();
      return references;
    },
    shutdown: () => {
      bot.shutdown();
      return null;
    },
  });
}

/** One builder as the master's Perspective Broker sees it. */
function pbBuilder(builder: WorkerForBuilder, options: PbBotOptions): Referenceable {
  const { logger } = options;
  return new Referenceable({
    // Old masters offer themselves here; we never call them.
    setMaster: () => null,
    print: printTo((message) => logger.log('info', 'master', `${builder.name}: ${message}`)),
    startBuild: () => {
      builder.startBuild();
      return null;
    },
    startCommand: (args) => {
      startCommand(builder, args, options);
      return null;
    },
    interruptCommand: ([commandId, why]) => {
      builder.interruptCommand(commandIdFrom(commandId), textFrom(why) ?? '');
      return null;
    },
  });
}

function startCommand(
  builder: WorkerForBuilder,
  [reference, id, name, dictionary]: readonly JellyValue[],
  { flow, logger }: PbBotOptions,
): void {
  const commandName = textFrom(name);
  const wireArguments = wireArgumentsFrom(dictionary);
  if (!(reference instanceof RemoteReference) || commandName === undefined || !wireArguments) {
    throw new RaisedError(
      'builtins.TypeError',
      'startCommand takes a reference, a command id, a command name and a dictionary',
    );
  }
  const commandId = commandIdFrom(id);
  const definition = findCommand(commandName);
  const args = definition?.argumentsFromPb(wireArguments, builder.builddir) ?? wireArguments;
  const files = remoteFiles(args);
  const channel = new PbCommandChannel(reference, files.references, flow, logger);
  try {
    const allArgs = { ...args, ...files.args };
    builder.startCommand(commandId, commandName, allArgs, channel, { interruptsOthers: true });
  } catch (error) {
    throw raisedFor(error);
  }
}

/** Text, in bytes from old masters; whatever else it is, it distinguishes commands. */
function commandIdFrom(id: JellyValue | undefined): string {
  return textFrom(id) ?? plainText(id);
}

/** Puts what a transfer command can use in the place of the master's references. */
function remoteFiles(args: WireArguments): {
  readonly args: WireArguments;
  readonly references: readonly RemoteReference[];
} {
  const { writer, reader } = args;
  return {
    args: {
      ...(writer instanceof RemoteReference && { writer: new PbFileWriter(writer) }),
      ...(reader instanceof RemoteReference && { reader: new PbFileReader(reader) }),
    },
    references: [writer, reader].filter((value) => value instanceof RemoteReference),
  };
}

function builderListFrom(list: JellyValue | undefined): { name: string; builddir: string }[] {
  if (!Array.isArray(list)) {
    throw new RaisedError('builtins.TypeError', 'setBuilderList takes a list of pairs');
  }
  return list.map((entry: JellyValue) => {
    const pair = entry instanceof Tuple ? entry.items : entry;
    const [name, builddir] = Array.isArray(pair) ? pair.map(nameFrom) : [];
    if (name !== undefined && builddir !== undefined) return { name, builddir };
    throw new RaisedError('builtins.TypeError', 'a builder is a pair of name and directory');
  });
}

/** Errors: RaisedError for bytes that would make another name. */
function nameFrom(value: JellyValue): string | undefined {
  if (value instanceof Uint8Array && typeof textOrBytes(value) !== 'string') {
    throw new RaisedError(
      'builtins.ValueError',
      `the builder '${textFrom(value)}' has bytes that are not UTF-8`,
    );
  }
  return textFrom(value);
}

function printTo(log: (message: string) => void): RemoteMethod {
  return ([message], kwargs) => {
    // Masters since 0.9 name the argument, older ones do not.
    log(textFrom(message ?? kwargs.get('message')) ?? '');
    return null;
  };
}

/** The failure as the Python worker names it, since masters show the name. */
function raisedFor(error: unknown): unknown {
  if (error instanceof UnknownCommandError) {
    return new RaisedError('buildbot_worker.base.UnknownCommand', error.message);
  }
  if (error instanceof CommandArgumentError) {
    return new RaisedError('builtins.ValueError', error.message);
  }
  return error;
}
