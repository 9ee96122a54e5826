/** What `master/record.py` records of a finished build. */
export interface BuildRecord {
  readonly builder: string;
  readonly results: number;
  readonly stateString: string;
  /** Name to value and source. */
  readonly properties: Readonly<Record<string, readonly [unknown, string]>>;
  readonly steps: readonly StepRecord[];
}

export interface StepRecord {
  readonly name: string;
  readonly results: number;
  readonly stateString: string;
  readonly hidden: boolean;
  readonly urls: readonly string[];
  readonly logs: readonly LogRecord[];
  readonly commands: readonly CommandRecord[];
}

export interface LogRecord {
  readonly name: string;
  readonly type: string;
  readonly complete: boolean;
  readonly lines: number;
  /** `stdout`, `stderr`, `header` of a stdio log; `text` of any other. */
  readonly streams: Readonly<Record<string, string>>;
}

export interface CommandRecord {
  readonly command: string;
  /** In the order of their arrival, neighbours of one stream joined. */
  readonly updates: readonly (readonly [string, unknown])[];
  /** What each `complete` reported; a command that succeeded reports null once. */
  readonly complete: readonly (string | null)[];
}
