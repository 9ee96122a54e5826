import { createContext, Script } from 'node:vm';
import type { LogQuery } from '../../contract/log/log-contract.ts';
import { type Problem, problem } from '../../contract/problem.ts';
import { ProblemError } from '../../contract/problem-error.ts';
import { escapePattern } from '../../lib/escape-pattern.ts';
import { messageOf } from '../../lib/message-of.ts';
import { failed, type Outcome, succeeded } from '../../lib/outcome.ts';

/**
 * Finds which of some lines match, by their place, in order.
 *
 * Errors: throws a SearchTooSlowError.
 */
export type LineMatcher = (lines: readonly string[]) => readonly number[];

/** A regular expression of the kind that can go on for ever has met a line on which it does. */
class SearchTooSlowError extends ProblemError {
  override readonly name = 'SearchTooSlowError';
  readonly code = 'SEARCH_TOO_SLOW';
}

/** For some thousand lines, which take a few milliseconds with any expression of use. */
const LONGEST_MATCH_MS = 500;

/** Errors: the sentence what is wrong with the regular expression. */
export function lineMatcherFrom(query: LogQuery): Outcome<LineMatcher, Problem> {
  if (!query.isPattern) return succeeded(textMatcher(query));
  const pattern = patternFrom(query);
  return pattern.ok ? succeeded(guardedMatcher(pattern.value)) : pattern;
}

function textMatcher({ text, matchesCase }: LogQuery): LineMatcher {
  if (matchesCase) return matching((line) => line.includes(text));
  const pattern = new RegExp(escapePattern(text), 'iu');
  return matching((line) => pattern.test(line));
}

function matching(test: (line: string) => boolean): LineMatcher {
  return (lines) => {
    const places: number[] = [];
    for (const [at, line] of lines.entries()) if (test(line)) places.push(at);
    return places;
  };
}

function patternFrom({ text, matchesCase }: LogQuery): Outcome<RegExp, Problem> {
  const flags = matchesCase ? '' : 'i';
  try {
    return succeeded(new RegExp(text, flags));
  } catch (error) {
    return failed(problem('log.notAPattern', { reason: messageOf(error) }));
  }
}

/** Runs where it can be stopped: the app must not stand still for an expression that never ends. */
function guardedMatcher(pattern: RegExp): LineMatcher {
  const context = createContext({ pattern, lines: [], places: [] });
  const script = new Script(
    'places = []; lines.forEach((l, i) => pattern.test(l) && places.push(i));',
  );
  return (lines) => {
    context.lines = lines;
    try {
      script.runInContext(context, { timeout: LONGEST_MATCH_MS });
    } catch (error) {
      throw new SearchTooSlowError(problem('log.patternTooSlow'), { cause: error });
    }
    return [...(context.places as readonly number[])];
  };
}
