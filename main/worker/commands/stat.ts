import type { BigIntStats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { z } from 'zod';
import type { UpdateValue } from '../update.ts';
import { defineCommand, pathArgument } from './define-command.ts';
import { shownPath } from './file-command.ts';
import { didMomentaryWork, momentaryCommand } from './momentary-command.ts';
import type { Place } from './paths/find-place.ts';

/** Reports what the system knows of a file, links followed. */
export const statCommand = defineCommand({
  names: ['stat'],
  className: 'StatFile',
  requiredArguments: [],
  schema: z.object({ path: pathArgument }),
  pbArguments: ({ workdir, file }, at) => ({ path: at(workdir ?? '', file) }),
  create({ path }, context) {
    const { updates } = context;
    const run = async (signal: AbortSignal): Promise<void> => {
      // Links were followed on the way.
      const work = async (place: Place): Promise<void> => {
        updates.value('stat', statTupleFrom(await lstat(place.path, { bigint: true })));
        updates.value('rc', 0);
      };
      await didMomentaryWork(context, signal, { name: 'stat', path, use: 'look', work });
    };
    return momentaryCommand(context, {
      name: 'stat',
      summary: `stat ${shownPath(context, path)}`,
      run,
    });
  },
});

/** In Python's order, times in whole seconds. Inodes of NTFS and others fill all their 64 bits. */
export function statTupleFrom(stats: BigIntStats): UpdateValue {
  const { mode, ino, dev, nlink, uid, gid, size, atimeNs, mtimeNs, ctimeNs } = stats;
  const times = [atimeNs, mtimeNs, ctimeNs].map(wholeSecondsFrom);
  return { tuple: [...[mode, ino, dev, nlink, uid, gid, size].map(exactly), ...times] };
}

function exactly(value: bigint): number | bigint {
  return value > Number.MAX_SAFE_INTEGER ? value : Number(value);
}

/** Rounded down, before 1970 too. */
function wholeSecondsFrom(nanoseconds: bigint): number {
  const perSecond = 1_000_000_000n;
  const isBelow = nanoseconds % perSecond < 0n;
  return Number(nanoseconds / perSecond) - (isBelow ? 1 : 0);
}
