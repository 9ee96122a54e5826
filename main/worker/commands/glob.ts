import { z } from 'zod';
import type { CommandContext } from '../command.ts';
import { defineCommand, pathArgument } from './define-command.ts';
import { shownPath } from './file-command.ts';
import { didMomentaryWork, momentaryCommand } from './momentary-command.ts';
import { expandGlob, globPatternFrom } from './paths/expand-glob.ts';

/** Lists the paths that match a pattern. */
export const globCommand = defineCommand({
  names: ['glob'],
  className: 'GlobPath',
  requiredArguments: ['path'],
  schema: z.object({ path: pathArgument }),
  pbArguments: ({ path }, at) => ({ path: at(path) }),
  create: ({ path }, context) =>
    momentaryCommand(context, {
      name: 'glob',
      summary: `look for ${shownPath(context, path)}`,
      run: (signal) => look(context, path, signal),
    }),
});

/** A pattern that leads outside is refused; links that lead outside on the way are passed over. */
async function look(context: CommandContext, path: string, signal: AbortSignal): Promise<void> {
  const { updates } = context;
  const pattern = globPatternFrom(path);
  const work = async (): Promise<void> => {
    updates.value('files', await expandGlob(pattern, context, signal));
    updates.value('rc', 0);
  };
  // Nothing is to be entered yet: a start that cannot be is empty.
  const start = { name: 'glob', path: pattern.start, use: 'look' } as const;
  await didMomentaryWork(context, signal, { ...start, work });
}
