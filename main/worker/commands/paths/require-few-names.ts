import { CommandLimitError, TOO_LARGE_RC } from '../../command-errors.ts';

/**
 * Of names in one answer. Perspective Broker ends a connection over a list of more than 655,360; so many
 * can be read and sent without holding everything else up, which takes 60 ms of a slow processor.
 */
const MOST_NAMES = 50_000;

/** Errors: throws a CommandLimitError where there are more names than one answer holds. */
export function requireFewNames(count: number): void {
  if (count <= MOST_NAMES) return;
  throw new CommandLimitError(
    `more than ${MOST_NAMES} names, too many for one answer`,
    TOO_LARGE_RC,
  );
}
