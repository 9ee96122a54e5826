import { messageOf } from './message-of.ts';
import type { Statement } from './statement.ts';

/** Carries a sentence that every language knows to where it is told. */
export class ToldError extends Error {
  override readonly name: string = 'ToldError';
  readonly told: Statement;

  constructor(told: Statement, options?: ErrorOptions) {
    super(told.sentence, options);
    this.told = told;
  }
}

/** What anything that was thrown has to say. */
export function toldBy(error: unknown): Statement {
  return error instanceof ToldError ? error.told : { sentence: messageOf(error) };
}
