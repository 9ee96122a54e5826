import type { ProcessTree } from './end-tree.ts';
import { childrenOf, findProcess, listProcesses, type ProcessEntry } from './process-table.ts';

/** A process may fork between being listed and being killed; those children come in the next round. */
const KILL_ROUNDS = 5;

/**
 * The tree of a process that leads its own session and group.
 *
 * To it belong its group, its session, its descendants, and whoever was seen to be one of these
 * before, wherever it went since.
 */
export class PosixProcessTree implements ProcessTree {
  readonly #leader: number;
  readonly #leaderStartedAt: string | undefined;
  /** Seen members by pid, with what tells them from a later process of that pid. */
  readonly #seen = new Map<number, string>();

  constructor(leader: number) {
    this.#leader = leader;
    this.#leaderStartedAt = findProcess(leader)?.startedAt;
  }

  look(): void {
    const pending = [this.#leader, ...this.#seen.keys()];
    const looked = new Set<number>();
    for (let pid = pending.pop(); pid !== undefined; pid = pending.pop()) {
      if (looked.has(pid)) continue;
      looked.add(pid);
      const entry = findProcess(pid);
      if (entry === undefined || !this.#isKnown(entry)) continue;
      for (const child of childrenOf(pid)) {
        const startedAt = findProcess(child)?.startedAt;
        if (startedAt !== undefined) this.#seen.set(child, startedAt);
        pending.push(child);
      }
    }
  }

  signal(name: string): boolean {
    const rounds = name === 'KILL' ? KILL_ROUNDS : 1;
    const signalled = new Set<number>();
    let isHit = false;
    for (let round = 0; round < rounds; round++) {
      const members = this.#members();
      if (members.every((member) => signalled.has(member.pid))) break;
      isHit = this.#signalMembers(members, `SIG${name}`) || isHit;
      for (const member of members) signalled.add(member.pid);
    }
    return isHit;
  }

  endRest(): readonly number[] {
    if (this.#members().length === 0) return [];
    this.signal('KILL');
    return this.#members()
      .map((member) => member.pid)
      .filter((pid) => findProcess(pid)?.isZombie === false);
  }

  release(): void {
    this.#seen.clear();
  }

  #signalMembers(members: readonly ProcessEntry[], signal: string): boolean {
    if (members.length === 0) return false;
    let isHit = false;
    // The group at once: nobody in it can fork away between two signals.
    if (members.some((member) => member.group === this.#leader))
      isHit = send(-this.#leader, signal);
    for (const member of members) {
      if (member.group !== this.#leader) isHit = send(member.pid, signal) || isHit;
    }
    return isHit;
  }

  #members(): readonly ProcessEntry[] {
    const table = listProcesses();
    const leaderNow = table.find((entry) => entry.pid === this.#leader);
    // A pid is not given out again while a group or a session is named after it.
    const isReused = leaderNow !== undefined && !this.#isKnown(leaderNow);
    const belongs = (entry: ProcessEntry): boolean =>
      this.#isSeen(entry) ||
      (!isReused && (entry.group === this.#leader || entry.session === this.#leader));
    const members = new Map<number, ProcessEntry>();
    for (const entry of table) {
      if (belongs(entry)) members.set(entry.pid, entry);
    }
    addDescendants(members, table);
    for (const { pid, startedAt } of members.values()) this.#seen.set(pid, startedAt);
    return [...members.values()];
  }

  #isKnown(entry: ProcessEntry): boolean {
    if (entry.pid !== this.#leader) return this.#isSeen(entry);
    return this.#leaderStartedAt === undefined || this.#leaderStartedAt === entry.startedAt;
  }

  #isSeen({ pid, startedAt }: ProcessEntry): boolean {
    return this.#seen.get(pid) === startedAt;
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

function send(pid: number, signal: string): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    // Gone meanwhile, another user's, or no signal of that name: none can be helped here.
    return false;
  }
}
