import {
  findProcess,
  isThread,
  lastPidGiven,
  listProcessesSince,
  type ProcessEntry,
} from '../../../system/process-table.ts';
import { isStillRunning } from '../../../system/running-process.ts';
import { startEnvironmentOf } from '../../../system/start-environment-of.ts';
import type { ProcessTree } from '../../process-tree.ts';
import { processGuard } from '../guardian/guard-processes.ts';
import type { ProcessMark } from './process-mark.ts';
import {
  type CommandPlace,
  commandBegins,
  commandEnds,
  commandLeaves,
  groupMembers,
  isOrphan,
  isStray,
} from './strays.ts';

/** A process may fork between being listed and being killed; those children come in the next round. */
const KILL_ROUNDS = 5;
/** A process may fork while the others are listed, and end: its child is in the next list. */
const LIST_ROUNDS = 3;
/** Without a control group, how long after its start a command's processes are looked at, and how often. */
const FIRST_LOOK_MS = 20;
const LONGEST_PAUSE_MS = 2_000;

/**
 * The tree of a process that leads its own session and group.
 *
 * To it belong its group, its session, every process with its mark, the descendants of all these, what
 * was one of them at an earlier look, and strays: see `isStray`.
 */
export class PosixProcessTree implements ProcessTree {
  readonly #leader: number;
  readonly #leaderStartedAt: string | undefined;
  readonly #mark: ProcessMark;
  readonly #place: CommandPlace;
  /** Members of the last look by pid, with what distinguishes them from a later process of that pid. */
  #seen = new Map<number, string>();
  /** Sessions and processes that the guardian was given. */
  readonly #watched = new Set<number>();
  #isSettled = true;
  #isKept = false;
  #nextLook: NodeJS.Timeout | undefined;

  /** `outlives`: what it leaves is not ended with the worker; as long as it runs, it is. */
  constructor(leader: number, mark: ProcessMark, workdir: string, outlives = false) {
    this.#leader = leader;
    this.#leaderStartedAt = findProcess(leader)?.startedAt;
    this.#mark = mark;
    this.#place = { leader, startedAt: Number(this.#leaderStartedAt ?? 0), workdir };
    commandBegins(this.#place);
    if (outlives) this.#watch(leader);
    this.#follow();
  }

  get isSettled(): boolean {
    return this.#isSettled;
  }

  signal(name: string): void {
    const rounds = name === 'KILL' ? KILL_ROUNDS : 1;
    const signalled = new Set<number>();
    for (let round = 0; round < rounds; round++) {
      const members = this.#members();
      if (members.every((member) => signalled.has(member.pid))) return;
      this.#signalMembers(members, `SIG${name}`);
      for (const member of members) signalled.add(member.pid);
    }
  }

  survivors(): readonly number[] {
    for (let round = 1; ; round++) {
      const lastPid = lastPidGiven();
      const left = this.#members().filter(({ isZombie, pid }) => !isZombie && !isThread(pid));
      const isWhole = lastPid === lastPidGiven();
      if (left.length > 0 || isWhole || round === LIST_ROUNDS) return left.map(({ pid }) => pid);
    }
  }

  remaining(): readonly number[] {
    return [...this.#seen].filter(([pid, mark]) => isStillRunning(pid, mark)).map(([pid]) => pid);
  }

  keep(): void {
    this.#isKept = true;
    commandLeaves(this.#place, ({ pid, startedAt }) => this.#seen.get(pid) === startedAt);
  }

  release(): void {
    const group = processGuard()?.group;
    for (const pid of this.survivors()) group?.release(pid);
    this.close();
  }

  close(): void {
    clearTimeout(this.#nextLook);
    commandEnds(this.#place);
    for (const number of this.#watched) processGuard()?.guardian.unwatch(number);
  }

  /**
   * Where no control group holds what the command starts, it is looked at while it runs, so that what
   * leaves its session later is known; the guardian gets to know it as well.
   */
  #follow(pauseMs = FIRST_LOOK_MS): void {
    const guard = processGuard();
    if (process.platform !== 'linux' || !guard || guard.group) return;
    this.#watch(this.#leader);
    this.#nextLook = setTimeout(() => {
      for (const { pid, session } of this.#members()) {
        if (session !== this.#leader) this.#watch(pid);
      }
      this.#follow(Math.min(pauseMs * 2, LONGEST_PAUSE_MS));
    }, pauseMs).unref();
  }

  #watch(number: number): void {
    if (this.#watched.has(number)) return;
    this.#watched.add(number);
    processGuard()?.guardian.watch(number);
  }

  #signalMembers(members: readonly ProcessEntry[], signal: string): void {
    // The group at once: no process in it can fork away between two signals.
    if (members.some((member) => member.group === this.#leader)) send(-this.#leader, signal);
    for (const member of members) {
      if (member.group !== this.#leader) send(member.pid, signal);
    }
  }

  #members(): readonly ProcessEntry[] {
    const table = listProcessesSince(this.#leader);
    if (table.length === 0 && process.platform !== 'linux') return [this.#leaderUnseen()];
    const leaderNow = table.find((entry) => entry.pid === this.#leader);
    // A pid is not given out again while a group or a session is named after it.
    const isReused =
      (leaderNow !== undefined && !this.#isLeader(leaderNow)) ||
      (this.#isKept && !table.some((entry) => this.#isSeenInGroup(entry)));
    const group = groupMembers();
    this.#isSettled = true;
    const belongs = (entry: ProcessEntry): boolean =>
      this.#seen.get(entry.pid) === entry.startedAt ||
      (!isReused && (entry.group === this.#leader || entry.session === this.#leader)) ||
      (this.#isYounger(entry) && this.#showsOurs(entry, group));
    const members = new Map<number, ProcessEntry>();
    for (const entry of table) {
      if (belongs(entry)) members.set(entry.pid, entry);
    }
    addDescendants(members, table);
    this.#seen = new Map([...members.values()].map(({ pid, startedAt }) => [pid, startedAt]));
    return [...members.values()];
  }

  /** Long after the command its numbers may be another's, unless something known still has them. */
  #isSeenInGroup({ pid, startedAt, group, session }: ProcessEntry): boolean {
    return (
      this.#seen.get(pid) === startedAt && (group === this.#leader || session === this.#leader)
    );
  }

  #showsOurs(entry: ProcessEntry, group: ReadonlySet<number> | undefined): boolean {
    const environment = startEnvironmentOf(entry);
    if (environment === undefined) return false;
    if (environment === 'changing') {
      // Whose it is shows in a moment. One with a parent is found through that.
      if (isOrphan(entry) && group?.has(entry.pid) !== false) this.#isSettled = false;
      return false;
    }
    return this.#mark.isIn(environment) || isStray(entry, environment, this.#place, group);
  }

  /** The group is all we know then; whether it is gone is unknown, so that it counts as gone. */
  #leaderUnseen(): ProcessEntry {
    const pid = this.#leader;
    return { pid, parentPid: 0, group: pid, session: pid, startedAt: '', isZombie: true };
  }

  #isLeader({ startedAt }: ProcessEntry): boolean {
    return this.#leaderStartedAt === undefined || this.#leaderStartedAt === startedAt;
  }

  /** Spares a look at the environment of everything that ran before. On Linux both are ticks. */
  #isYounger({ startedAt }: ProcessEntry): boolean {
    return Number(startedAt) >= Number(this.#leaderStartedAt ?? 0);
  }
}

function addDescendants(members: Map<number, ProcessEntry>, table: readonly ProcessEntry[]): void {
  let sizeBefore = -1;
  while (members.size !== sizeBefore) {
    sizeBefore = members.size;
    for (const entry of table) {
      if (members.has(entry.parentPid)) members.set(entry.pid, entry);
    }
  }
}

function send(pid: number, signal: string): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone meanwhile, another user's, or no signal of that name: none can be helped here.
  }
}
