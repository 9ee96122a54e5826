/** An argument of a command is missing or cannot be used; the call that starts the command fails. */
export class CommandArgumentError extends Error {
  override readonly name = 'CommandArgumentError';
  readonly code = 'COMMAND_ARGUMENT';
}

/** The master did not do what only it can do; the message completes a sentence about the consequence. */
export class MasterDefectError extends Error {
  override readonly name = 'MasterDefectError';
  readonly code = 'MASTER_DEFECT';
}

/** The master asked for a command that this worker does not know. */
export class UnknownCommandError extends Error {
  override readonly name = 'UnknownCommandError';
  readonly code = 'UNKNOWN_COMMAND';
}

/** A limit of ours ended the command; the master gets the sentence and the `rc`. */
export class CommandLimitError extends Error {
  override readonly name = 'CommandLimitError';
  readonly code = 'COMMAND_LIMIT';
  readonly rc: number;

  constructor(sentence: string, rc: number) {
    super(sentence);
    this.rc = rc;
  }
}

/** As the system numbers a result that does not fit. */
export const TOO_LARGE_RC = 75;
