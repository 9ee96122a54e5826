import { spawn } from 'node:child_process';
import { expect, it, onTestFinished } from 'vitest';
import type { ProcessEntry } from '../../../../../../main/system/process-table.ts';
import {
  COMMAND_VARIABLE,
  OWN_VARIABLE,
  ownIdentity,
} from '../../../../../../main/worker/process/guardian/own-identity.ts';
import {
  commandBegins,
  commandEnds,
  isOrphan,
  isStray,
} from '../../../../../../main/worker/process/tree/strays.ts';
import { onlyOn } from '../../../../../support/only-on.ts';

const PLACE = { leader: 10, startedAt: 100, workdir: '/build' };
const MEMBERS = new Set([11]);

const orphan = (changes: Partial<ProcessEntry> = {}): ProcessEntry => {
  const entry = {
    pid: 11,
    parentPid: 1,
    group: 11,
    session: 11,
    startedAt: '105',
    isZombie: false,
  };
  return Object.assign(entry, changes);
};

it('is what the control group holds, though nothing else shows whose it is', () => {
  expect(isStray(orphan(), ['HOME=/home/ada'], PLACE, MEMBERS)).toBe(true);
  expect(isStray(orphan({ pid: 12 }), [], PLACE, MEMBERS)).toBe(false);
});

it('is nothing that shows its command, or that the worker started for itself', () => {
  const marks = [`${COMMAND_VARIABLE}=x`, `${OWN_VARIABLE}=${ownIdentity()}`];
  expect(marks.map((mark) => isStray(orphan(), [mark], PLACE, MEMBERS))).toEqual([false, false]);
  // A build can set the variable too, but not to what it cannot know: another process's is no excuse.
  expect(isStray(orphan(), [`${OWN_VARIABLE}=1`], PLACE, MEMBERS)).toBe(true);
});

it('has lost its parent', () => {
  const child = orphan({ parentPid: process.pid });
  expect([
    isOrphan(orphan()),
    isOrphan(orphan({ parentPid: process.ppid })),
    isOrphan(child),
  ]).toEqual([true, true, false]);
  expect(isStray(child, [], PLACE, MEMBERS)).toBe(false);
});

it('is left to another command that may have started it, as long as that one runs', () => {
  const other = { leader: 20, startedAt: 104, workdir: '/other' };
  const later = { leader: 30, startedAt: 106, workdir: '/other' };
  commandBegins(PLACE);
  commandBegins(later);
  expect(isStray(orphan(), [], PLACE, MEMBERS)).toBe(true);
  commandBegins(other);
  expect(isStray(orphan(), [], PLACE, MEMBERS)).toBe(false);
  commandEnds(other);
  expect(isStray(orphan(), [], PLACE, MEMBERS)).toBe(true);
  commandEnds(later);
  commandEnds(PLACE);
});

it(
  'without a group works in the directory of the command, without a home',
  onlyOn('linux', 'only Linux shows where a process works'),
  () => {
    const child = spawn('/bin/sleep', ['600'], { cwd: '/usr', stdio: 'ignore' });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    const entry = orphan({ pid: child.pid ?? 0 });
    const isStrayIn = (workdir: string, environment: readonly string[]): boolean =>
      isStray(entry, environment, { ...PLACE, workdir }, undefined);
    expect(isStrayIn('/usr', ['PATH=/bin'])).toBe(true);
    expect(isStrayIn('/usr', ['HOME=/home/ada'])).toBe(false);
    expect(isStrayIn('/usr/bin', [])).toBe(false);
    expect(isStrayIn('/us', [])).toBe(false);
  },
);
