import type { ProcessTree } from '../../process-tree.ts';
import type { Enclosure } from '../../protection/enclosure.ts';
import type { RoomTerms } from '../../until-room.ts';
import type { CommandLine } from '../process-request.ts';
import { PosixProcessTree } from '../tree/posix-process-tree.ts';
import { createProcessMark } from '../tree/process-mark.ts';
import { WindowsProcessTree } from '../tree/windows-process-tree.ts';
import { type Child, type ChildOptions, ChildStartError } from './child.ts';
import { encodedCommand } from './encoded-command.ts';
import { programFor } from './program-for.ts';
import { spawnPiped } from './spawn-piped.ts';
import { spawnPty } from './spawn-pty.ts';
import { startQueue } from './start-queue.ts';
import { windowsStartOf } from './windows-start-of.ts';

export interface CommandChildOptions extends Omit<ChildOptions, 'file' | 'args' | 'report'> {
  readonly usesPty: boolean;
  readonly unicodeEncoding: string;
  /** Whether what the command leaves may outlive the worker. */
  readonly outlives?: boolean;
  /** Where it runs; undefined in the open. */
  readonly enclosure?: Enclosure | undefined;
  readonly terms: RoomTerms;
}

/** A process and all that it will start. */
export interface CommandChild {
  readonly child: Child;
  readonly tree: ProcessTree;
}

/**
 * Starts a command line, on a terminal or with pipes.
 *
 * Errors: ChildStartError.
 */
export async function spawnChild(
  commandLine: CommandLine,
  options: CommandChildOptions,
): Promise<CommandChild> {
  refuseNul(commandLine);
  const spawn = process.platform === 'win32' ? spawnOnWindows : spawnOnPosix;
  return startQueue.run(() => spawn(commandLine, options), options.terms);
}

async function spawnOnPosix(
  commandLine: CommandLine,
  options: CommandChildOptions,
): Promise<CommandChild> {
  const [first, ...others] =
    commandLine.kind === 'text'
      ? ['/bin/sh', '-c', commandLine.text]
      : commandLine.words.map((word) => word.real);
  if (!first) throw new ChildStartError('the command names no program');
  const { enclosure, workdir, outlives, unicodeEncoding } = options;
  if (enclosure && first.includes('='))
    throw new ChildStartError(`${first}: a protected program cannot have '=' in its name`);
  const placeOf = enclosure && ((path: string) => enclosure.placeOf(path));
  const program = programFor({ ...options, file: first, placeOf });
  const words = encodedCommand([program, ...others], unicodeEncoding);
  const mark = createProcessMark(outlives);
  const wanted = { words, workdir, environment: { ...options.environment, ...mark.variable } };
  const start = enclosure ? enclosure.startOf(wanted) : wanted;
  const [file = program, ...args] = start.words;
  const { report } = options.terms;
  const all = { ...options, ...start, file, args, report };
  const child = await (options.usesPty ? spawnPty(all) : spawnPiped(all));
  const kin = { outlives, enclosedBy: enclosure?.firstPid };
  return { child, tree: new PosixProcessTree(child.pid, mark, workdir, kin) };
}

async function spawnOnWindows(
  commandLine: CommandLine,
  options: CommandChildOptions,
): Promise<CommandChild> {
  const { words, cleanUp } = await windowsStartOf(commandLine, options.unicodeEncoding);
  const [file = '', ...args] = words;
  try {
    const child = await spawnPiped({ ...options, file, args });
    void child.exited.then(cleanUp);
    return { child, tree: new WindowsProcessTree(child.pid) };
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

/** C ends a text there; the system would run something else. The environment was refused before. */
function refuseNul(commandLine: CommandLine): void {
  const words =
    commandLine.kind === 'text' ? [commandLine.text] : commandLine.words.map(({ real }) => real);
  if (words.some((word) => word.includes('\0')))
    throw new ChildStartError(
      'the command contains a NUL character, which no program can be given',
    );
}
