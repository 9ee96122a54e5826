import {
  findProcess,
  isThread,
  listProcessesSince,
  type ProcessEntry,
} from '../../../system/process-table.ts';
import type { ProcessMark } from './process-mark.ts';
import type { ProcessTree } from './process-tree.ts';

/** A process may fork between being listed and being killed; those children come in the next round. */
const KILL_ROUNDS = 5;

/**
 * The tree of a process that leads its own session and group.
 *
 * To it belong its group, its session, every process with its mark, the descendants of all these, and
 * what was one of them at an earlier look.
 */
export class PosixProcessTree implements ProcessTree {
  readonly #leader: number;
  readonly #leaderStartedAt: string | undefined;
  readonly #mark: ProcessMark;
  /** Members of the last look by pid, with what distinguishes them from a later process of that pid. */
  #seen = new Map<number, string>();

  constructor(leader: number, mark: ProcessMark) {
    this.#leader = leader;
    this.#leaderStartedAt = findProcess(leader)?.startedAt;
    this.#mark = mark;
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
    return this.#members()
      .filter(({ isZombie, pid }) => !isZombie && !isThread(pid))
      .map((member) => member.pid);
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
    const isReused = leaderNow !== undefined && !this.#isLeader(leaderNow);
    const belongs = (entry: ProcessEntry): boolean =>
      this.#seen.get(entry.pid) === entry.startedAt ||
      (!isReused && (entry.group === this.#leader || entry.session === this.#leader)) ||
      (this.#isYounger(entry) && this.#mark.isOn(entry.pid));
    const members = new Map<number, ProcessEntry>();
    for (const entry of table) {
      if (belongs(entry)) members.set(entry.pid, entry);
    }
    addDescendants(members, table);
    this.#seen = new Map([...members.values()].map(({ pid, startedAt }) => [pid, startedAt]));
    return [...members.values()];
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
