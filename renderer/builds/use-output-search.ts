import { useMemo, useState } from 'react';
import type { OutputLine } from '../components/output/output-lines.ts';
import { plainText } from '../components/output/plain-text.ts';
import type { TextQuery } from '../components/output/segments-from.ts';

export interface OutputSearch {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Undefined while nothing is looked for. */
  readonly query: TextQuery | undefined;
  /** How many lines have it. */
  readonly count: number;
  /** Which of them is shown; undefined where none is. */
  readonly current: number | undefined;
  /** Shows the next one, or with -1 the one before; after the last comes the first. */
  readonly step: (by: 1 | -1) => void;
}

/** Looks for a text in lines, in any case, and visits the lines that have it. */
export function useOutputSearch(
  lines: readonly OutputLine[],
  onVisit: (visit: { readonly index: number }) => void,
): OutputSearch {
  const [text, putText] = useState('');
  const [current, setCurrent] = useState<number>();
  const hits = useMemo(() => linesWith(lines, text), [lines, text]);
  const query = useMemo(
    () => (text === '' ? undefined : { text, isPattern: false, matchesCase: false }),
    [text],
  );
  const visit = (found: readonly number[], at: number | undefined): void => {
    setCurrent(at);
    const index = at === undefined ? undefined : found[at];
    if (index !== undefined) onVisit({ index });
  };
  return {
    text,
    setText: (next) => {
      putText(next);
      const found = linesWith(lines, next);
      visit(found, found.length > 0 ? 0 : undefined);
    },
    query,
    count: hits.length,
    current,
    step: (by) => {
      if (hits.length > 0) visit(hits, ((current ?? 0) + by + hits.length) % hits.length);
    },
  };
}

function linesWith(lines: readonly OutputLine[], text: string): readonly number[] {
  const wanted = text.toLowerCase();
  if (wanted === '') return [];
  return lines.flatMap((line, at) =>
    plainText(line.text).toLowerCase().includes(wanted) ? at : [],
  );
}
