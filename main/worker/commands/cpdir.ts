import { cp } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import { codeOf, messageOf } from '../../lib/message-of.ts';
import {
  HAS_DIRECTORY_HANDLES,
  isNoDirectory,
  openDirectory,
} from '../../system/opening/open-directory.ts';
import type { Command, CommandContext, Urgency } from '../command.ts';
import { makeDirectories } from '../with-umask.ts';
import { CopyJob } from './copy-job.ts';
import { defineCommand, pathArgument, processArguments } from './define-command.ts';
import { didFileWork, shownPath } from './file-command.ts';
import { type Place, withParents } from './paths/find-place.ts';
import { makeDirectoryAt } from './paths/make-directory-at.ts';
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
  readonly #job: CopyJob;

  constructor(from: string, to: string, limits: ProcessLimits, context: CommandContext) {
    this.summary = `copy ${shownPath(context, from)} to ${shownPath(context, to)}`;
    this.#from = from;
    this.#to = to;
    this.#context = context;
    this.#processes = new ProcessSequence(context, limits);
    this.#job = new CopyJob(from, to, limits, context);
  }

  async run(): Promise<void> {
    let rc = -1;
    const copy = async (source: Place, destination: Place): Promise<void> => {
      rc = await this.#copy(source, destination);
    };
    try {
      if (!(await this.#didAtBoth(copy))) return;
    } catch (error) {
      this.#context.updates.value('rc', -1);
      throw error;
    }
    this.#context.updates.value('rc', rc);
  }

  interrupt(why: string, urgency?: Urgency): void {
    this.#processes.interrupt(why, urgency);
    this.#job.interrupt();
  }

  /** False where one of them is refused, or cannot be reached: that has been sent. */
  async #didAtBoth(copy: (source: Place, destination: Place) => Promise<void>): Promise<boolean> {
    let isDone = false;
    const isRequired = (): boolean => !this.#processes.isInterrupted;
    const both = { name: 'cpdir', isRequired };
    const from = { ...both, path: this.#from, use: 'tree', lastLink: 'kept' } as const;
    const to = { ...both, path: this.#to, use: 'use' } as const;
    const atSource = async (source: Place): Promise<void> => {
      const atDestination = (destination: Place): Promise<void> =>
        withParents(destination, this.#context.umask, (place) => copy(source, place));
      isDone = await didFileWork(this.#context, { ...to, work: atDestination });
    };
    return (await didFileWork(this.#context, { ...from, work: atSource })) && isDone;
  }

  async #copy(source: Place, destination: Place): Promise<number> {
    if (process.platform === 'win32') return this.#copyOnWindows();
    if (!HAS_DIRECTORY_HANDLES) return this.#copyByName();
    // Of `new/` it is `new` itself that is made, so that the copy comes into it, as with the Python worker.
    if (this.#to.endsWith('/')) await makeDirectoryAt(destination, this.#context.umask);
    const directory = await openDirectory(destination.path).catch(undefinedIfNone);
    if (!directory) return this.#job.run(source.path, destination.path, this.#to);
    try {
      const name = /\/\.{1,2}\/*$/.test(this.#from) ? '.' : basename(source.real);
      const shown = `${this.#to}${this.#to.endsWith('/') ? '' : '/'}${name}`;
      return await this.#job.run(source.path, `${directory.path}/${name}`, shown);
    } finally {
      await directory.close();
    }
  }

  /** Where directories cannot be held, what changes meanwhile is not noticed. */
  async #copyByName(): Promise<number> {
    const to = this.#to;
    await makeDirectories(to.endsWith('/') ? to : dirname(to), this.#context.umask);
    return this.#processes.run('cp', '-R', '-P', '-p', '-v', this.#from, to);
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

function undefinedIfNone(error: unknown): undefined {
  if (isNoDirectory(error) || codeOf(error) === 'ENOENT') return undefined;
  throw error;
}
