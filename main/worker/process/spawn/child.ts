/** What to start: the program is looked for in the PATH of `environment`. */
export interface ChildOptions {
  readonly file: string;
  /** Without the program's own name. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly workdir: string;
  /** The worker's own file mode creation mask; undefined keeps the process's. */
  readonly umask?: number | undefined;
  /** Written to standard input, which then closes. A terminal gets none. */
  readonly stdin: Uint8Array | undefined;
  /** Bytes as they come, in fresh memory each time. A terminal has only stdout. */
  readonly onOutput: (stream: 'stdout' | 'stderr', bytes: Uint8Array) => void;
  /** Takes sentences for the log on what is not as usual. */
  readonly report?: (sentence: string) => void;
}

/** A process that runs, in a session and group of its own. */
export interface Child {
  readonly pid: number;
  /** Settles once the process itself has ended; others may hold its output open. Never rejects. */
  readonly exited: Promise<ChildExit>;
  /** Settles once the process has ended *and* all its output was given out. Never rejects. */
  readonly ended: Promise<ChildExit>;
  /** Stops reading; the process then blocks as soon as its pipes are full. */
  pause(): void;
  resume(): void;
  /** Stops listening to its streams, so that `ended` waits for the process alone. */
  letGo(): void;
}

export interface ChildExit {
  /** Null when a signal ended it. */
  readonly code: number | null;
  /** The signal's number. */
  readonly signal: number | null;
}

/** A program that could not be started; the message names it and the reason. */
export class ChildStartError extends Error {
  override readonly name = 'ChildStartError';
  readonly code = 'PROCESS_NOT_STARTED';
}
