import type { Clock } from '../../lib/clock.ts';
import { codeOf, messageOf } from '../../lib/message-of.ts';
import { plainText } from '../../lib/plain-text.ts';
import { Tuple } from '../../spread/jelly/jelly-value.ts';
import type { AttachedWorker } from '../attached-worker.ts';
import type { ReceivedUpdate, RehearsalCommand } from '../rehearsal-command.ts';
import type { CommandPlan, StepPlan } from './build-plan.ts';
import type { OutputChunk, StepRecord } from './build-record.ts';
import { callFrom } from './command-call.ts';
import type { Result } from './results.ts';

export interface StepRunOptions {
  readonly worker: AttachedWorker;
  readonly builderName: string;
  readonly plan: StepPlan;
  readonly clock: Clock;
  readonly onOutput: (chunk: OutputChunk) => void;
}

/** Streams whose values are text; `log` carries the log's name beside it. */
const TEXT_STREAMS = ['stdout', 'stderr', 'header'];

/** One step of a build: gives its commands to the worker one after the other, and writes down how it went. */
export class StepRun {
  readonly #options: StepRunOptions;
  readonly #startedAt: number;
  readonly #output: OutputChunk[] = [];
  readonly #values = new Map<string, unknown>();
  readonly #uploads = new Map<string, Uint8Array>();
  #rc: number | undefined;
  #failure: string | undefined;
  #command: RehearsalCommand | undefined;
  #interruptedBecause: string | undefined;

  constructor(options: StepRunOptions) {
    this.#options = options;
    this.#startedAt = options.clock.now();
  }

  /** Never rejects: whatever happens is the record's result. */
  async run(): Promise<StepRecord> {
    const { commands, otherwise } = this.#options.plan;
    let result = await this.#runAll(commands);
    if (result === 'failure' && otherwise) result = await this.#runAll(otherwise);
    return this.#record(result);
  }

  /** Ends the command that runs; no further one begins. */
  interrupt(why: string): void {
    this.#interruptedBecause ??= why;
    // A worker that is gone has nothing left to interrupt.
    this.#command?.interrupt(why).catch(() => {});
  }

  async #runAll(commands: readonly CommandPlan[]): Promise<Result> {
    for (const command of commands) {
      const result = await this.#runOne(command);
      if (result !== 'success') return result;
    }
    return 'success';
  }

  async #runOne(plan: CommandPlan): Promise<Result> {
    if (this.#interruptedBecause !== undefined) return 'cancelled';
    const { worker, builderName } = this.#options;
    const { name, args, upload } = callFrom(plan);
    this.#rc = undefined;
    let failure: Awaited<RehearsalCommand['completed']>;
    try {
      const onUpdate = (update: ReceivedUpdate): void => this.#take(update);
      this.#command = await worker.startCommand(builderName, name, args, onUpdate);
      if (this.#interruptedBecause !== undefined) this.interrupt(this.#interruptedBecause);
      failure = await this.#command.completed;
    } catch (error) {
      if (codeOf(error) === 'PB_CONNECTION_LOST') return 'retry';
      this.#failure = messageOf(error);
      return 'exception';
    } finally {
      this.#command = undefined;
    }
    if (upload) this.#uploads.set(upload.from, upload.file.content);
    if (failure === undefined) return 'retry';
    if (this.#interruptedBecause !== undefined) return 'cancelled';
    if (failure !== null) {
      this.#failure = failure.value;
      return 'exception';
    }
    return this.#rc === 0 ? 'success' : 'failure';
  }

  #take([key, value]: ReceivedUpdate): void {
    if (TEXT_STREAMS.includes(key)) this.#print({ stream: key, text: plainText(value) });
    else if (key === 'log') this.#print(logChunkFrom(value));
    else if (key === 'rc') this.#rc = Number(value);
    else this.#values.set(key, value);
  }

  #print(chunk: OutputChunk): void {
    this.#output.push(chunk);
    this.#options.onOutput(chunk);
  }

  #record(result: Result): StepRecord {
    return {
      name: this.#options.plan.name,
      result,
      startedAt: this.#startedAt,
      endedAt: this.#options.clock.now(),
      output: this.#output,
      values: this.#values,
      uploads: this.#uploads,
      rc: this.#rc,
      failure: this.#failure,
    };
  }
}

function logChunkFrom(value: ReceivedUpdate[1]): OutputChunk {
  const [name, text] = value instanceof Tuple ? value.items : [];
  return { stream: plainText(name), text: plainText(text) };
}
