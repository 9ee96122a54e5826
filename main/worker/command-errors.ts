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
