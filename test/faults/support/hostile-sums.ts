import { execFile } from 'node:child_process';
import { link as hardLink, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { HostileCommand, HostileLink } from './hostile-link.ts';

/** Much of something that is allowed: what is prepared in the worker's directory, and what is asked. */
export interface HostileSum {
  readonly name: string;
  readonly prepare?: (dir: string, divisor: number) => Promise<void>;
  readonly ask: (link: HostileLink, divisor: number) => Promise<unknown>;
}

const run = promisify(execFile);

const FLOOD_MS = 5_000;
/** As a file of `info/` is sent at most. */
const LARGE_INFO_BYTES = 600_000;

export const UNREAD_INFO: HostileSum = {
  name: '3,000 unread calls for what is known of the worker',
  prepare: async (dir) => {
    await writeFile(join(dir, 'info', 'large'), 'x'.repeat(LARGE_INFO_BYTES));
  },
  ask: async (link, divisor) => {
    link.stopReading();
    for (const _ of namesOf(3_000 / divisor)) link.askInfo().catch(() => {});
    await delay(FLOOD_MS / divisor);
  },
};

export const HOSTILE_SUMS: readonly HostileSum[] = [
  {
    name: '10,000 builders',
    ask: (link, divisor) => link.makeBuilders(namesOf(9_999 / divisor)),
  },
  {
    name: 'more builders than are allowed',
    ask: (link, divisor) => link.makeBuilders(namesOf(12_000 / divisor)),
  },
  {
    name: '165,000 small calls',
    ask: (link, divisor) => Promise.all(namesOf(165_000 / divisor).map(() => link.print())),
  },
  UNREAD_INFO,
  {
    name: 'a command with 200,000 log files',
    ask: async (link, divisor) =>
      completed(link.shell('true', { logFiles: namesOf(200_000 / divisor) })),
  },
  {
    name: 'a command of 10,000 words',
    ask: async (link, divisor) =>
      completed(link.shell('true', { words: namesOf(9_990 / divisor) })),
  },
  {
    name: 'a command of 200,000 words',
    ask: async (link, divisor) =>
      completed(link.shell('true', { words: namesOf(200_000 / divisor) })),
  },
  {
    // The Python worker answers them all, and the test's master reads 256,000 values of a message.
    name: '250,000 names in a directory',
    prepare: async (dir, divisor) => {
      await makeFull(dir, 250_000 / divisor);
    },
    ask: (link) => completed(link.listDirectory('full')),
  },
  {
    name: '500 unread lists of 50,000 names',
    prepare: async (dir, divisor) => {
      await makeFull(dir, 50_000 / divisor);
    },
    ask: async (link, divisor) => {
      link.stopReading();
      for (const _ of namesOf(500 / divisor)) link.listDirectory('full').catch(() => {});
      await delay((2 * FLOOD_MS) / divisor);
    },
  },
  {
    name: 'a glob over a knot of links',
    prepare: async (dir, divisor) => {
      const names = namesOf(Math.max(3, 30 / divisor));
      const knot = join(dir, 'linux', 'knot');
      for (const name of names) await mkdir(join(knot, name), { recursive: true });
      for (const from of names)
        for (const to of names) await symlink(`../${to}`, join(knot, from, to));
    },
    ask: (link) => interrupted(link.glob('knot/**/**/none')),
  },
  {
    name: '10,000 hard links in info/',
    prepare: async (dir, divisor) => {
      const first = join(dir, 'info', 'first');
      await writeFile(first, 'x'.repeat(LARGE_INFO_BYTES));
      await inTurns(namesOf(10_000 / divisor), (name) => hardLink(first, join(dir, 'info', name)));
    },
    ask: (link) => link.askInfo(),
  },
  {
    name: 'updates that nobody answers',
    ask: async (link, divisor) => {
      link.answerNoUpdates();
      await link.shell('yes "output that nobody answers"', {});
      await delay(FLOOD_MS / divisor);
    },
  },
];

/** A directory of many empty files. */
async function makeFull(dir: string, count: number): Promise<void> {
  const full = join(dir, 'linux', 'full');
  await mkdir(full, { recursive: true });
  await run('/bin/sh', ['-c', `seq -f name-%.0f ${Math.round(count)} | xargs touch`], {
    cwd: full,
  });
}

/** Whether `work` came to its end in time, successful or not. */
export async function within(patienceMs: number, work: Promise<unknown>): Promise<boolean> {
  const ended = work.then(
    () => true,
    () => false,
  );
  return Promise.race([ended, delay(patienceMs, false, { ref: false })]);
}

function namesOf(count: number): string[] {
  return Array.from({ length: Math.round(count) }, (_, n) => `n${n}`);
}

/** Many at a time, but not all. */
async function inTurns(names: readonly string[], make: (name: string) => Promise<void>) {
  const atOnce = 500;
  for (let at = 0; at < names.length; at += atOnce)
    await Promise.all(names.slice(at, at + atOnce).map(make));
}

async function completed(starting: Promise<HostileCommand>): Promise<void> {
  const command = await starting;
  await command.completed;
}

/** The master loses its patience with what may have no end. */
async function interrupted(starting: Promise<HostileCommand>): Promise<void> {
  const command = await starting;
  await Promise.race([command.completed, delay(FLOOD_MS)]);
  await command.interrupt();
  await command.completed;
}
