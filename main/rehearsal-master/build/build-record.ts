import type { Result } from './results.ts';

/** A build that has ended, or that still runs while `result` is undefined. Times are ms since 1970. */
export interface BuildRecord {
  readonly builderName: string;
  readonly result: Result;
  readonly steps: readonly StepRecord[];
}

export interface StepRecord {
  readonly name: string;
  readonly result: Result;
  /** Undefined for a step that was skipped. */
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
  /** Everything that was printed, in order. */
  readonly output: readonly OutputChunk[];
  /** What `stat` and others reported besides output, such as `files`, by the wire's names. */
  readonly values: ReadonlyMap<string, unknown>;
  /** Files that arrived, by their names on the worker. */
  readonly uploads: ReadonlyMap<string, Uint8Array>;
  /** The last command's exit code; undefined when there was none, or no command reported one. */
  readonly rc: number | undefined;
  /** What a command that raised has said. */
  readonly failure: string | undefined;
}

export interface OutputChunk {
  /** `stdout`, `stderr`, `header`, or the name of a watched file. */
  readonly stream: string;
  readonly text: string;
}

/** What a step printed on one stream. */
export function textOf(step: Pick<StepRecord, 'output'>, stream: string): string {
  return step.output
    .filter((chunk) => chunk.stream === stream)
    .map(({ text }) => text)
    .join('');
}
