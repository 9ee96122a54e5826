import type {
  BuildDetails,
  BuildOutcome,
  BuildSummary,
  CommandRecord,
} from '../contract/builds/build-history.ts';
import type {
  EndedProcesses,
  EndsWith,
  StartedCommand,
  WorkEvent,
} from '../contract/builds/work-event.ts';
import { isFailure, outcomeFrom } from './outcome-from.ts';

/** What is kept of one build at most; later commands are counted and go into the outcome. */
const MOST_COMMANDS = 500;
const MOST_CHARACTERS = 128 * 1024;
const LONGEST_TEXT = 2_000;
const MOST_WORDS = 100;
/** Of processes that were ended. */
const MOST_NAMES = 50;

/** A build while it is reported command by command. */
export class RecordedBuild {
  readonly id: string;
  readonly builderName: string;
  readonly startedAt: number;
  /** Whether the master announced it, which distinguishes it from the next one. */
  readonly isAnnounced: boolean;
  /** Undefined while it runs. */
  endedAt: number | undefined;
  /** Processes that its commands had started. */
  readonly #ended = new Map<EndsWith, EndedProcesses>();
  readonly #commands: CommandRecord[] = [];
  /** How commands that are not kept ended. */
  readonly #others: Pick<CommandRecord, 'end' | 'isFailure'>[] = [];
  #otherOutputBytes = 0;
  #notKept: StartedCommand | undefined;
  #characters = 0;

  constructor(id: string, event: Extract<WorkEvent, { kind: 'build-started' }>) {
    this.id = id;
    this.builderName = event.builderName;
    this.startedAt = event.at;
    this.isAnnounced = event.isAnnounced;
  }

  get commandCount(): number {
    return this.#commands.length + this.#others.length + (this.#notKept ? 1 : 0);
  }

  get details(): BuildDetails {
    return {
      ...this.summary,
      commands: [...this.#commands],
      leftovers: this.#ended.get('build'),
      endedWithCommands: this.#ended.get('command'),
    };
  }

  get summary(): BuildSummary {
    const { id, builderName, startedAt, endedAt, commandCount } = this;
    const all = [...this.#commands, ...this.#others];
    const failedCount = all.filter((command) => command.isFailure).length;
    const outputBytes = this.#commands.reduce(
      (sum, command) => sum + command.outputBytes,
      this.#otherOutputBytes,
    );
    const outcome: BuildOutcome = endedAt === undefined ? 'running' : outcomeFrom(all);
    return { id, builderName, startedAt, endedAt, outcome, commandCount, failedCount, outputBytes };
  }

  processesEnded({ names, count }: EndedProcesses, endsWith: EndsWith): void {
    const before = this.#ended.get(endsWith) ?? { names: [], count: 0 };
    const all = [...new Set([...before.names, ...names])].slice(0, MOST_NAMES);
    this.#ended.set(endsWith, { names: all, count: before.count + count });
  }

  commandStarted(command: StartedCommand, at: number): void {
    const record = recordFrom(command, at);
    const characters = JSON.stringify(record).length;
    if (this.#commands.length >= MOST_COMMANDS || this.#characters + characters > MOST_CHARACTERS) {
      this.#notKept = command;
      return;
    }
    this.#characters += characters;
    this.#commands.push(record);
  }

  /** Returns what is kept of it; undefined where it is only counted. */
  commandEnded(event: Extract<WorkEvent, { kind: 'command-ended' }>): CommandRecord | undefined {
    const { commandId, durationMs, outputBytes, end } = event;
    const at = this.#commands.findLastIndex(
      (command) => command.commandId === commandId && command.end === undefined,
    );
    const record = this.#commands[at];
    if (record) {
      const failure = isFailure(record.name, end);
      const isWhole = { durationMs: Math.round(durationMs), outputBytes, end, isFailure: failure };
      const ended = { ...record, ...isWhole };
      this.#commands[at] = ended;
      return ended;
    }
    if (this.#notKept?.commandId === commandId) {
      this.#others.push({ end, isFailure: isFailure(this.#notKept.name, end) });
      this.#otherOutputBytes += outputBytes;
      this.#notKept = undefined;
    }
    return undefined;
  }

  /** What this command printed is kept too. */
  outputKept(record: CommandRecord): void {
    const at = this.#commands.indexOf(record);
    if (at >= 0) this.#commands[at] = { ...record, isOutputKept: true };
  }
}

function recordFrom(command: StartedCommand, startedAt: number): CommandRecord {
  const { commandId, name, argv, workdir } = command;
  return {
    commandId,
    name,
    startedAt,
    summary: cut(command.summary),
    argv: argv?.slice(0, MOST_WORDS).map(cut),
    workdir: workdir === undefined ? undefined : cut(workdir),
    durationMs: undefined,
    outputBytes: 0,
    end: undefined,
    isFailure: false,
  };
}

function cut(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)}…`;
}
