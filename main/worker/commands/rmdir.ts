import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { messageOf } from '../../lib/message-of.ts';
import { errnoFrom, strerror } from '../../system/strerror.ts';
import type { Command, CommandContext, Urgency } from '../command.ts';
import { defineCommand, pathArgument, processArguments } from './define-command.ts';
import { atPlaceWithRoom, shownPath } from './file-command.ts';
import type { Place } from './paths/find-place.ts';
import { openUpTree } from './paths/open-up-tree.ts';
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

  interrupt(why: string, urgency?: Urgency): void {
    this.#processes.interrupt(why, urgency);
  }

  async #remove(path: string): Promise<number> {
    const isRequired = (): boolean => !this.#processes.isInterrupted;
    const way = { use: 'tree', lastLink: 'kept', isRequired } as const;
    try {
      const removed = await atPlaceWithRoom(this.#context, path, way, (place) =>
        this.#removeAt(place, path),
      );
      if (removed.ok) return removed.value;
      this.#context.updates.header(`rmdir: ${removed.problem}\n`);
      return 1;
    } catch (error) {
      // What the way to it does not allow, the program could not remove either.
      const errno = errnoFrom(error);
      if (errno === undefined) throw error;
      this.#context.updates.header(`rmdir: ${strerror(error)}: ${path}\n`);
      return errno;
    }
  }

  async #removeAt(place: Place, path: string): Promise<number> {
    if (process.platform === 'win32') return this.#removeOnWindows(path);
    const remove = (): Promise<number> => this.#runRm(place, path);
    const rc = await remove();
    if (rc === 0 || this.#processes.isInterrupted) return rc;
    // A directory without permissions inside keeps `rm` out: give them back, then try again.
    await openUpTree(place.path);
    return remove();
  }

  /** In the directory that holds it, which stays the same one whatever a build puts in its place. */
  #runRm({ directory, name, missingParents }: Place, path: string): Promise<number> {
    const suffix = /\/\.{1,2}\/*$/.exec(path)?.[0] ?? '';
    // Where parents are missing there is nothing to remove, and no way that a link could be put into.
    const real = missingParents.length > 0 ? '' : `./${name}${suffix}`;
    return this.#processes.runIn(directory.path, 'rm', '-rf', { real, shown: path });
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
