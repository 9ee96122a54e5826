import { findProcess, isThread, type ProcessEntry } from '../../../system/process-table.ts';
import { isStillRunning } from '../../../system/running-process.ts';
import type { ProcessTree, TreeLook } from '../../process-tree.ts';
import { processGuard } from '../guardian/guard-processes.ts';
import { followKept, unfollowKept } from './kept-trees.ts';
import { ProcessLook } from './process-look.ts';
import type { ProcessMark } from './process-mark.ts';
import {
  type CommandPlace,
  commandBegins,
  commandEnds,
  commandLeaves,
  isOrphan,
  isStray,
} from './strays.ts';

/** A process may fork between being listed and being killed; those children come in the next round. */
const KILL_ROUNDS = 5;
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

  /**
   * `outlives`: what it leaves is not ended with the worker; as long as it runs, it is. `enclosedBy`: the
   * first process of its enclosure; the leader then is what started the command there, and only waits.
   */
  constructor(
    leader: number,
    mark: ProcessMark,
    workdir: string,
    {
      outlives = false,
      enclosedBy,
    }: { outlives?: boolean | undefined; enclosedBy?: number | undefined } = {},
  ) {
    this.#leader = leader;
    this.#leaderStartedAt = findProcess(leader)?.startedAt;
    this.#mark = mark;
    this.#place = { leader, startedAt: Number(this.#leaderStartedAt ?? 0), workdir, enclosedBy };
    commandBegins(this.#place);
    if (outlives) this.#watch(leader);
    this.#followWhileRunning();
  }

  get isSettled(): boolean {
    return this.#isSettled;
  }

  signal(name: string, look?: TreeLook): void {
    // Whoever looks for many trees looks again by itself.
    const rounds = name === 'KILL' && !look ? KILL_ROUNDS : 1;
    const signalled = new Set<number>();
    for (let round = 0; round < rounds; round++) {
      const members = this.#members(look);
      if (members.every((member) => signalled.has(member.pid))) return;
      this.#signalMembers(members, `SIG${name}`);
      for (const member of members) signalled.add(member.pid);
    }
  }

  survivors(look?: TreeLook): readonly number[] {
    const members = this.#members(look).filter(({ isZombie, pid }) => !isZombie && !isThread(pid));
    return members.map(({ pid }) => pid);
  }

  remaining(): readonly number[] {
    return [...this.#seen].filter(([pid, mark]) => isStillRunning(pid, mark)).map(([pid]) => pid);
  }

  keep(): void {
    this.#isKept = true;
    if (this.#nextLook) followKept(this);
    clearTimeout(this.#nextLook);
    commandLeaves(this.#place, ({ pid, startedAt }) => this.#seen.get(pid) === startedAt);
  }

  release(): void {
    const group = processGuard()?.group;
    for (const pid of this.survivors()) group?.release(pid);
    this.close();
  }

  close(): void {
    clearTimeout(this.#nextLook);
    unfollowKept(this);
    commandEnds(this.#place);
    for (const number of this.#watched) processGuard()?.guardian.unwatch(number);
  }

  /** Looks for what has left its session, so that it stays known; the guardian gets to know it as well. */
  follow(look?: TreeLook): void {
    for (const { pid, session } of this.#members(look)) {
      if (session !== this.#leader) this.#watch(pid);
    }
  }

  /** Where no control group holds what the command starts, it is looked at while it runs. */
  #followWhileRunning(pauseMs = FIRST_LOOK_MS): void {
    const guard = processGuard();
    if (process.platform !== 'linux' || !guard || guard.group) return;
    this.#watch(this.#leader);
    this.#nextLook = setTimeout(() => {
      this.follow();
      this.#followWhileRunning(Math.min(pauseMs * 2, LONGEST_PAUSE_MS));
    }, pauseMs).unref();
  }

  #watch(number: number): void {
    if (this.#watched.has(number)) return;
    this.#watched.add(number);
    processGuard()?.guardian.watch(number);
  }

  #signalMembers(members: readonly ProcessEntry[], signal: string): void {
    if (this.#place.enclosedBy !== undefined && signal !== 'SIGKILL') {
      // How the command ends is known only through its leader, which must not end before it.
      for (const { pid } of members) if (pid !== this.#leader) send(pid, signal);
      return;
    }
    // The group at once: no process in it can fork away between two signals.
    if (members.some((member) => member.group === this.#leader)) send(-this.#leader, signal);
    for (const member of members) {
      if (member.group !== this.#leader) send(member.pid, signal);
    }
  }

  #members(look: TreeLook = new ProcessLook(this.#leader)): readonly ProcessEntry[] {
    const { table } = look;
    if (table.length === 0 && process.platform !== 'linux') return [this.#leaderUnseen()];
    const leaderNow = table.find((entry) => entry.pid === this.#leader);
    // A pid is not given out again while a group or a session is named after it.
    const isReused =
      (leaderNow !== undefined && !this.#isLeader(leaderNow)) ||
      (this.#isKept && !table.some((entry) => this.#isSeenInGroup(entry)));
    this.#isSettled = true;
    const belongs = (entry: ProcessEntry): boolean =>
      this.#seen.get(entry.pid) === entry.startedAt ||
      (!isReused && (entry.group === this.#leader || entry.session === this.#leader)) ||
      (this.#isYounger(entry) && this.#showsOurs(entry, look));
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

  #showsOurs(entry: ProcessEntry, look: TreeLook): boolean {
    const environment = look.environmentOf(entry);
    if (environment === undefined) return false;
    if (environment === 'changing') {
      // Whose it is shows in a moment. One with a parent is found through that.
      if (
        (isOrphan(entry) || entry.parentPid === this.#place.enclosedBy) &&
        look.group?.has(entry.pid) !== false
      )
        this.#isSettled = false;
      return false;
    }
    return this.#mark.isIn(environment) || isStray(entry, environment, this.#place, look.group);
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
