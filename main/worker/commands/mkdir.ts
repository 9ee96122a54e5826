import { z } from 'zod';
import type { CommandContext } from '../command.ts';
import { defineCommand, pathArgument } from './define-command.ts';
import { shownPath } from './file-command.ts';
import { didMomentaryWork, momentaryCommand } from './momentary-command.ts';
import type { Place } from './paths/find-place.ts';
import { makeDirectoryAt } from './paths/make-directory-at.ts';

/** Makes directories with their parents; those that exist are fine. The first failure ends it. */
export const mkdirCommand = defineCommand({
  names: ['mkdir'],
  className: 'MakeDirectory',
  requiredArguments: ['paths'],
  schema: z.object({ paths: z.array(pathArgument) }),
  pbArguments: ({ dir }, at) => ({ paths: dir === undefined ? undefined : [at(dir)] }),
  create({ paths }, context) {
    const shown = paths.map((path) => shownPath(context, path)).join(' ');
    return momentaryCommand(context, {
      name: 'mkdir',
      summary: `make ${shown}`,
      run: (signal) => makeAll(context, paths, signal),
    });
  },
});

async function makeAll(
  context: CommandContext,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  for (const path of paths) {
    const work = (place: Place): Promise<void> => makeDirectoryAt(place, context.umask);
    if (!(await didMomentaryWork(context, signal, { name: 'mkdir', path, use: 'make', work })))
      return;
  }
  context.updates.value('rc', 0);
}
