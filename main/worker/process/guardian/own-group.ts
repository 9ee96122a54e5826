import { writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readProc } from '../../../system/descriptors/read-proc.ts';
import { findProcess } from '../../../system/process-table.ts';

const MEMBERS_FILENAME = 'cgroup.procs';
/** `buildtray-PID-START`, so that a later process of the number has another. */
const NAME = /^buildtray-(\d+)-(\d+)$/;

/** A hierarchy of control groups: its name in /proc/PID/cgroup, and what it is mounted as. */
interface Hierarchy {
  readonly controllers: string;
  readonly isMount: (type: string, options: readonly string[]) => boolean;
}

/** The unified one first; of the old ones, those that do nothing but count their members. */
const HIERARCHIES: readonly Hierarchy[] = [
  { controllers: '', isMount: (type) => type === 'cgroup2' },
  ...['name=systemd', 'pids'].map(
    (controllers): Hierarchy => ({
      controllers,
      isMount: (type, options) => type === 'cgroup' && options.includes(controllers),
    }),
  ),
];

/**
 * A control group that holds this process and all that it starts from now on, whatever a program changes
 * of itself. Entering it takes up to 16 ms, once; what is started inside costs nothing more.
 */
export class OwnGroup {
  /** Absolute path of its directory. */
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  /**
   * Makes the group and enters it; undefined where the system has no such groups, or lets us make none
   * (a session of a terminal, a service without `Delegate=yes`, most containers).
   */
  static async enter(): Promise<OwnGroup | undefined> {
    for (const parent of await possibleParents()) {
      const path = join(parent, `buildtray-${process.pid}-${ownStart()}`);
      if (await isEntered(path)) return new OwnGroup(path);
    }
    return undefined;
  }

  /** Moves a process back to where this one was started; one that may not be moved stays. */
  release(pid: number): void {
    try {
      writeFileSync(join(dirname(this.path), MEMBERS_FILENAME), `${pid}`);
    } catch {
      // Gone meanwhile, or the system wants no processes there.
    }
  }

  /** The pids of those in it, this process included; those of groups inside it are not listed. */
  pids(): ReadonlySet<number> {
    return new Set(membersOf(this.path));
  }
}

/**
 * The groups of workers that have died, whose guardian was ended too: those beside our own group, or
 * beside the one that we would make.
 */
export async function groupsOfDeadWorkers(): Promise<readonly string[]> {
  const parents = await possibleParents();
  const beside = parents.flatMap((parent) =>
    NAME.test(parent.split('/').at(-1) ?? '') ? [parent, dirname(parent)] : [parent],
  );
  const found = await Promise.all(beside.map(deadGroupsIn));
  return found.flat();
}

/** The pids of those in a group, by its directory; none of one that is gone. */
export function membersOf(path: string): readonly number[] {
  try {
    const lines = readProc(join(path, MEMBERS_FILENAME)).split('\n');
    return lines.filter((line) => line !== '').map(Number);
  } catch {
    return [];
  }
}

async function deadGroupsIn(parent: string): Promise<readonly string[]> {
  const names = await readdir(parent).catch(() => []);
  return names.filter(isOfDeadWorker).map((name) => join(parent, name));
}

function isOfDeadWorker(name: string): boolean {
  const [, pid, startedAt] = NAME.exec(name) ?? [];
  return pid !== undefined && findProcess(Number(pid))?.startedAt !== startedAt;
}

async function isEntered(path: string): Promise<boolean> {
  try {
    await mkdir(path);
  } catch {
    return false;
  }
  try {
    await writeFile(join(path, MEMBERS_FILENAME), `${process.pid}`);
    return true;
  } catch {
    await rmdir(path).catch(() => {});
    return false;
  }
}

/** The directories of the groups that this process is in now. */
async function possibleParents(): Promise<readonly string[]> {
  if (process.platform !== 'linux') return [];
  try {
    const [groups, mounts] = await Promise.all([
      readFile('/proc/self/cgroup', 'utf8'),
      readFile('/proc/self/mountinfo', 'utf8'),
    ]);
    return groupDirsFrom(groups, mounts);
  } catch {
    return [];
  }
}

/** The directories of a process's groups, from its /proc/PID/cgroup and /proc/PID/mountinfo. */
export function groupDirsFrom(groups: string, mounts: string): readonly string[] {
  return HIERARCHIES.flatMap(({ controllers, isMount }) => {
    const group = groupIn(groups, controllers);
    const mount = mounts
      .split('\n')
      .map(mountFrom)
      .find((each) => each && isMount(each.type, each.options));
    if (group === undefined || !mount) return [];
    const { root, place } = mount;
    if (root === '/') return [join(place, group)];
    return group === root || group.startsWith(`${root}/`)
      ? [join(place, group.slice(root.length))]
      : [];
  });
}

function groupIn(groups: string, controllers: string): string | undefined {
  for (const line of groups.split('\n')) {
    const [, names, path] = /^\d+:([^:]*):(.*)$/.exec(line) ?? [];
    if (names === controllers) return path;
  }
  return undefined;
}

/** `ID PARENT DEVICE ROOT PLACE OPTIONS… - TYPE SOURCE SUPER-OPTIONS`. */
function mountFrom(line: string) {
  const [left, right] = line.split(' - ');
  const [, , , root, place] = left?.split(' ') ?? [];
  const [type, , options] = right?.split(' ') ?? [];
  if (root === undefined || place === undefined || type === undefined) return undefined;
  return { root, place, type, options: options?.split(',') ?? [] };
}

function ownStart(): string {
  return findProcess(process.pid)?.startedAt ?? '0';
}
