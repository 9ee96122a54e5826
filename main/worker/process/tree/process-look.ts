import {
  lastPidGiven,
  listProcesses,
  listProcessesSince,
  type ProcessEntry,
} from '../../../system/process-table.ts';
import { type StartEnvironment, startEnvironmentOf } from '../../../system/start-environment-of.ts';
import type { TreeLook } from '../../process-tree.ts';
import { groupMembers } from './strays.ts';

/** A process may fork while the others are listed, and end: its child is in the next list. */
const LIST_ROUNDS = 3;

/**
 * The processes of this machine at one moment, for any number of trees: each fact is read once, when it is
 * first asked for, and is not read again.
 */
export class ProcessLook implements TreeLook {
  readonly #list: () => readonly ProcessEntry[];
  readonly #environments = new Map<number, StartEnvironment | 'changing' | undefined>();
  #table: readonly ProcessEntry[] | undefined;
  #group: { readonly pids: ReadonlySet<number> | undefined } | undefined;

  /** `since`: the pid before which nothing matters; without one it is a look at everything. */
  constructor(since?: number) {
    this.#list = since === undefined ? listProcesses : () => listProcessesSince(since);
  }

  get table(): readonly ProcessEntry[] {
    this.#table ??= this.#wholeTable();
    return this.#table;
  }

  get group(): ReadonlySet<number> | undefined {
    this.#group ??= { pids: groupMembers() };
    return this.#group.pids;
  }

  environmentOf(entry: ProcessEntry): StartEnvironment | 'changing' | undefined {
    if (!this.#environments.has(entry.pid)) {
      this.#environments.set(entry.pid, startEnvironmentOf(entry));
    }
    return this.#environments.get(entry.pid);
  }

  #wholeTable(): readonly ProcessEntry[] {
    for (let round = 1; ; round++) {
      const lastPid = lastPidGiven();
      const table = this.#list();
      if (lastPid === lastPidGiven() || round === LIST_ROUNDS) return table;
    }
  }
}
