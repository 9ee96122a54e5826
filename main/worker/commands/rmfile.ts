import { unlink } from 'node:fs/promises';
import { z } from 'zod';
import { defineCommand, pathArgument } from './define-command.ts';
import { shownPath } from './file-command.ts';
import { didMomentaryWork, momentaryCommand } from './momentary-command.ts';
import type { Place } from './paths/find-place.ts';
import { expandUser } from './pb-paths.ts';

/** Removes one file, or a link and not what it points to. */
export const rmfileCommand = defineCommand({
  names: ['rmfile'],
  className: 'RemoveFile',
  requiredArguments: ['path'],
  schema: z.object({ path: pathArgument }),
  pbArguments: ({ path }, at) => ({ path: at(expandUser(path)) }),
  create({ path }, context) {
    const run = async (signal: AbortSignal): Promise<void> => {
      const work = async (place: Place): Promise<void> => {
        await unlink(place.path);
        context.updates.value('rc', 0);
      };
      await didMomentaryWork(context, signal, {
        name: 'rmfile',
        path,
        use: 'use',
        lastLink: 'kept',
        work,
      });
    };
    return momentaryCommand(context, {
      name: 'rmfile',
      summary: `remove ${shownPath(context, path)}`,
      run,
    });
  },
});
