import type { CommandLine } from '../process-request.ts';
import { PosixProcessTree } from '../tree/posix-process-tree.ts';
import { createProcessMark } from '../tree/process-mark.ts';
import type { ProcessTree } from '../tree/process-tree.ts';
import { WindowsProcessTree } from '../tree/windows-process-tree.ts';
import { type Child, type ChildOptions, ChildStartError } from './child.ts';
import { encodedCommand } from './encoded-command.ts';
import { spawnPiped } from './spawn-piped.ts';
import { spawnPty } from './spawn-pty.ts';
import { windowsStartOf } from './windows-start-of.ts';

export interface CommandChildOptions extends Omit<ChildOptions, 'file' | 'args'> {
  readonly usesPty: boolean;
  readonly unicodeEncoding: string;
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
  return process.platform === 'win32'
    ? spawnOnWindows(commandLine, options)
    : spawnOnPosix(commandLine, options);
}

async function spawnOnPosix(
  commandLine: CommandLine,
  options: CommandChildOptions,
): Promise<CommandChild> {
  const words =
    commandLine.kind === 'text'
      ? ['/bin/sh', '-c', commandLine.text]
      : commandLine.words.map((word) => word.real);
  const [file, ...args] = encodedCommand(words, options.unicodeEncoding);
  if (!words[0] || !file) throw new ChildStartError('the command names no program');
  const mark = createProcessMark();
  const environment = { ...options.environment, ...mark.variable };
  const all = { ...options, file, args, environment };
  const child = await (options.usesPty ? spawnPty(all) : spawnPiped(all));
  return { child, tree: new PosixProcessTree(child.pid, mark, options.workdir) };
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
