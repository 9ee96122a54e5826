import { cp } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { messageOf } from '../../lib/message-of.ts';
import type { Command, CommandContext } from '../command.ts';
import { makeDirectories } from '../with-umask.ts';
import { defineCommand, pathArgument, processArguments } from './define-command.ts';
import { didFileWork, sendRefusal, shownPath } from './file-command.ts';
import { resolveFor } from './paths/resolve-inside.ts';
import { type ProcessLimits, ProcessSequence } from './process-sequence.ts';

/** Copies a directory with its links, modes and times. */
export const cpdirCommand = defineCommand({
  names: ['cpdir'],
  className: 'CopyDirectory',
  requiredArguments: ['to_path', 'from_path'],
  schema: z.object({ from_path: pathArgument, to_path: pathArgument, ...processArguments }),
  pbArguments: ({ fromdir, todir }, at) => ({ from_path: at(fromdir), to_path: at(todir) }),
  create: ({ from_path, to_path, ...limits }, context) =>
    new CopyDirectory(from_path, to_path, limits, context),
});

class CopyDirectory implements Command {
  readonly summary: string;
  readonly #from: string;
  readonly #to: string;
  readonly #context: CommandContext;
  readonly #processes: ProcessSequence;

  constructor(from: string, to: string, limits: ProcessLimits, context: CommandContext) {
    this.summary = `copy ${shownPath(context, from)} to ${shownPath(context, to)}`;
    this.#from = from;
    this.#to = to;
    this.#context = context;
    this.#processes = new ProcessSequence(context, limits);
  }

  async run(): Promise<void> {
    const { updates } = this.#context;
    const source = await resolveFor(this.#context, this.#from, 'kept');
    if (!source.ok) {
      sendRefusal(updates, 'cpdir', source.problem);
      return;
    }
    if (!(await this.#didMakeParents())) return;
    let rc = -1;
    try {
      rc = await this.#copy();
    } finally {
      updates.value('rc', rc);
    }
  }

  interrupt(why: string): void {
    this.#processes.interrupt(why);
  }

  #didMakeParents(): Promise<boolean> {
    const to = this.#to;
    const work = (): Promise<void> => makeDirectories(parentOf(to), this.#context.umask);
    return didFileWork(this.#context, { name: 'cpdir', path: to, work });
  }

  async #copy(): Promise<number> {
    if (process.platform === 'win32') return this.#copyOnWindows();
    return this.#processes.run('cp', '-R', '-P', '-p', '-v', this.#from, this.#to);
  }

  async #copyOnWindows(): Promise<number> {
    try {
      const options = { recursive: true, preserveTimestamps: true, verbatimSymlinks: true };
      await cp(this.#from, this.#to, options);
      return 0;
    } catch (error) {
      this.#context.updates.header(`cpdir: ${messageOf(error)}\n`);
      return -1;
    }
  }
}

/** Of `new/` it is `new` itself, so that `cp` then copies into it, as with the Python worker. */
function parentOf(path: string): string {
  return path.endsWith('/') ? path : dirname(path);
}
