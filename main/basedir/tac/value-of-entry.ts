import type { TacLiteral } from './python/literal-from.ts';
import type { TacValue } from './tac-reading.ts';

/** What an entry sets; undefined where only Python knows. */
export function valueOfEntry(entry: TacValue | undefined): TacLiteral | undefined {
  if (entry?.kind !== 'computed') return entry?.value;
  return entry.evaluation && 'value' in entry.evaluation ? entry.evaluation.value : undefined;
}
