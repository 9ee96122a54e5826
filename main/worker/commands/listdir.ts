import { z } from 'zod';
import { defineCommand, pathArgument } from './define-command.ts';
import { shownPath } from './file-command.ts';
import { didMomentaryWork, momentaryCommand } from './momentary-command.ts';
import type { Place } from './paths/find-place.ts';
import { namesAt } from './paths/names-at.ts';

/** Lists the names in a directory, hidden ones too. */
export const listdirCommand = defineCommand({
  names: ['listdir'],
  className: 'ListDir',
  requiredArguments: [],
  schema: z.object({ path: pathArgument }),
  pbArguments: ({ dir }, at) => ({ path: at(dir) }),
  create({ path }, context) {
    const { updates } = context;
    const run = async (signal: AbortSignal): Promise<void> => {
      const work = async (place: Place): Promise<void> => {
        updates.value('files', await namesAt(place, context.basedir));
        updates.value('rc', 0);
      };
      await didMomentaryWork(context, signal, { name: 'listdir', path, use: 'look', work });
    };
    return momentaryCommand(context, {
      name: 'listdir',
      summary: `list ${shownPath(context, path)}`,
      run,
    });
  },
});
