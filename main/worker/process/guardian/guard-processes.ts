import { rmdir } from 'node:fs/promises';
import { environmentVariableOf } from '../../../system/environment-variable-of.ts';
import { killByForce } from '../../../system/running-process.ts';
import { Guardian } from './guardian.ts';
import { groupsOfDeadWorkers, membersOf, OwnGroup } from './own-group.ts';
import { COMMAND_VARIABLE, OWN_VARIABLE, ownIdentity } from './own-identity.ts';

/** What keeps this process's builds from outliving it. */
export interface ProcessGuard {
  /** Holds everything that this process starts; undefined where the system allows no such group. */
  readonly group: OwnGroup | undefined;
  readonly guardian: Guardian;
}

let guarding: Promise<ProcessGuard | undefined> | undefined;
let guard: ProcessGuard | undefined;

/**
 * Sees to it that nothing of a build outlives this process by more than five seconds, whatever ends it.
 * Once for a process, however many workers it runs. Linux only: elsewhere it does nothing.
 *
 * Shape:  `onLost` of the first call gets the reason each time the guardian is lost and started again.
 */
export function guardProcesses(onLost: (why: string) => void): Promise<ProcessGuard | undefined> {
  guarding ??= startGuarding(onLost);
  return guarding;
}

/** What `guardProcesses` has brought about so far. */
export function processGuard(): ProcessGuard | undefined {
  return guard;
}

async function startGuarding(onLost: (why: string) => void): Promise<ProcessGuard | undefined> {
  if (process.platform !== 'linux') return undefined;
  await endGroupsOfDeadWorkers();
  const ownMark = { name: OWN_VARIABLE, value: ownIdentity() };
  // What we start for ourselves inherits it; the environment of commands is filtered.
  process.env[ownMark.name] = ownMark.value;
  const group = await OwnGroup.enter();
  const commandMark = `${COMMAND_VARIABLE}=${ownIdentity()} `;
  const guardian = new Guardian({ commandMark, ownMark, groupPath: group?.path, onLost });
  guard = { group, guardian };
  return guard;
}

/**
 * Their guardians were ended as well; what a guardian is still busy with it ends itself. What the dead
 * worker started for itself, such as the user's browser, is spared.
 */
async function endGroupsOfDeadWorkers(): Promise<void> {
  for (const path of await groupsOfDeadWorkers()) {
    for (const pid of membersOf(path)) {
      if (environmentVariableOf(pid, OWN_VARIABLE) === undefined) killByForce(pid);
    }
    await rmdir(path).catch(() => {});
  }
}
