/** What was typed cannot be done; ends the program with status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What was asked for has failed; ends the program with status 1. */
export class RunError extends Error {
  override readonly name = 'RunError';
}
