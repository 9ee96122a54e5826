import { realpath } from 'node:fs/promises';
import { z } from 'zod';
import type { CommandContext } from '../command.ts';
import { defineCommand, pathArgument } from './define-command.ts';
import { momentaryCommand, sendRefusal, shownPath } from './file-command.ts';
import { expandGlob, globPatternFrom, type MayEnter } from './paths/expand-glob.ts';
import { isInside, resolveFor } from './paths/resolve-inside.ts';

/** Lists the paths that match a pattern. */
export const globCommand = defineCommand({
  names: ['glob'],
  className: 'GlobPath',
  requiredArguments: ['path'],
  schema: z.object({ path: pathArgument }),
  pbArguments: ({ path }, at) => ({ path: at(path) }),
  create: ({ path }, context) =>
    momentaryCommand(`look for ${shownPath(context, path)}`, () => look(context, path)),
});

/** A pattern that leads outside is refused; links that lead outside on the way are passed over. */
async function look(context: CommandContext, path: string): Promise<void> {
  const { updates } = context;
  const pattern = globPatternFrom(path);
  const access = await resolveFor(context, pattern.start);
  if (!access.ok) {
    sendRefusal(updates, 'glob', access.problem);
    return;
  }
  updates.value('files', await expandGlob(pattern, await whatMayBeEntered(context)));
  updates.value('rc', 0);
}

async function whatMayBeEntered(context: CommandContext): Promise<MayEnter> {
  if (context.fileAccess === 'anywhere') return () => true;
  const basedir = await realpath(context.basedir);
  return (directory) => isInside(basedir, directory);
}
