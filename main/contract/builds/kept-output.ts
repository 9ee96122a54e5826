export const KEPT_OUTPUTS = ['all', 'failed', 'none'] as const;
/** Of which commands the output is kept with their builds. */
export type KeptOutputs = (typeof KEPT_OUTPUTS)[number];

/** What a command printed, as it is kept with its build. */
export interface CommandText {
  /** In the order of printing; whole lines. */
  readonly pieces: readonly TextPiece[];
  /** Whether it printed more before that. */
  readonly isCut: boolean;
}

export interface TextPiece {
  /** `stdout`, `stderr`, or a log file's name. */
  readonly stream: string;
  readonly text: string;
}
