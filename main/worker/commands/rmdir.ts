import { realpath, rm } from 'node:fs/promises';
import { z } from 'zod';
import { messageOf } from '../../lib/message-of.ts';
import type { Command, CommandContext } from '../command.ts';
import { defineCommand, pathArgument, processArguments } from './define-command.ts';
import { shownPath } from './file-command.ts';
import { isInside, resolveFor } from './paths/resolve-inside.ts';
import { type ProcessLimits, ProcessSequence } from './process-sequence.ts';

/** Removes directories or files with all that is in them; missing ones are fine. */
export const rmdirCommand = defineCommand({
  names: ['rmdir'],
  className: 'RemoveDirectory',
  requiredArguments: ['paths'],
  schema: z.object({ paths: z.array(pathArgument), ...processArguments }),
  pbArguments: ({ dir }, at) => ({
    paths: dir === undefined ? undefined : [dir].flat().map((one) => at(one)),
  }),
  create: ({ paths, ...limits }, context) => new RemoveDirectories(paths, limits, context),
});

class RemoveDirectories implements Command {
  readonly summary: string;
  readonly #paths: readonly string[];
  readonly #context: CommandContext;
  readonly #processes: ProcessSequence;

  constructor(paths: readonly string[], limits: ProcessLimits, context: CommandContext) {
    this.summary = `remove ${paths.map((path) => shownPath(context, path)).join(' ')}`;
    this.#paths = paths;
    this.#context = context;
    this.#processes = new ProcessSequence(context, limits);
  }

  /** One that fails does not keep the others: the last failure is the `rc`. */
  async run(): Promise<void> {
    let rc = 0;
    try {
      for (const path of this.#paths) {
        if (!this.#processes.isInterrupted) rc = (await this.#remove(path)) || rc;
      }
    } catch (error) {
      rc = -1;
      throw error;
    } finally {
      this.#context.updates.value('rc', rc);
    }
  }

  interrupt(why: string): void {
    this.#processes.interrupt(why);
  }

  async #remove(path: string): Promise<number> {
    const access = await resolveFor(this.#context, path, 'kept');
    if (!access.ok) {
      this.#context.updates.header(`rmdir: ${access.problem}\n`);
      return 1;
    }
    if (await this.#holdsBasedir(access.value)) {
      this.#context.updates.header(`rmdir: '${path}' holds the worker itself and is kept\n`);
      return 1;
    }
    if (process.platform === 'win32') return this.#removeOnWindows(path);
    const rc = await this.#processes.run('rm', '-rf', path);
    return rc === 0 || this.#processes.isInterrupted ? rc : this.#removeReadOnly(path);
  }

  /** Without its base directory a worker could not be started again. */
  async #holdsBasedir(realPath: string): Promise<boolean> {
    return isInside(realPath, await realpath(this.#context.basedir));
  }

  /** A directory without permissions inside keeps `rm` out: give them back, then try again. */
  async #removeReadOnly(path: string): Promise<number> {
    await this.#processes.run('chmod', '-Rf', 'u+rwx', path);
    return this.#processes.run('rm', '-rf', path);
  }

  async #removeOnWindows(path: string): Promise<number> {
    try {
      // Virus scanners and indexers hold files for moments.
      await rm(path, { recursive: true, force: true, maxRetries: 5 });
      return 0;
    } catch (error) {
      this.#context.updates.header(`rmdir: ${messageOf(error)}\n`);
      return -1;
    }
  }
}
