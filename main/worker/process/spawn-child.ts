import { type Child, type ChildOptions, ChildStartError } from './child.ts';
import type { ProcessTree } from './end-tree.ts';
import { PosixProcessTree } from './end-tree-posix.ts';
import { WindowsProcessTree } from './end-tree-windows.ts';
import type { CommandLine } from './process-request.ts';
import { spawnPiped } from './spawn-piped.ts';
import { spawnPty } from './spawn-pty.ts';

/**
 * Starts a command line, on a terminal or with pipes.
 *
 * Errors: ChildStartError.
 */
export function spawnChild(
  commandLine: CommandLine,
  options: Omit<ChildOptions, 'file' | 'args'>,
  usesPty: boolean,
): Promise<Child> {
  const [file, ...args] = wordsOf(commandLine);
  if (!file) throw new ChildStartError('the command names no program');
  const all = { ...options, file, args };
  return usesPty ? spawnPty(all) : spawnPiped(all);
}

export function treeOf({ pid }: Child): ProcessTree {
  return process.platform === 'win32' ? new WindowsProcessTree(pid) : new PosixProcessTree(pid);
}

function wordsOf(commandLine: CommandLine): readonly string[] {
  if (commandLine.kind === 'argv') return commandLine.words.map((word) => word.real);
  if (process.platform !== 'win32') return ['/bin/sh', '-c', commandLine.text];
  return [process.env.COMSPEC ?? 'cmd.exe', '/d', '/s', '/c', commandLine.text];
}
