import type { LogQuery } from '../../../main/contract/log/log-contract.ts';
import { escapePattern } from '../../../main/lib/escape-pattern.ts';

/** What is looked for. */
export type TextQuery = Pick<LogQuery, 'text' | 'isPattern' | 'matchesCase'>;

export interface Segment {
  /** Where in the text it begins. */
  readonly at: number;
  readonly text: string;
  readonly isHit: boolean;
}

/** More are not worth the time it takes to draw them. */
const MOST_HITS = 50;

/** A text in pieces, those that a query finds marked. */
export function segmentsFrom(text: string, query: TextQuery | undefined): readonly Segment[] {
  const pattern = query && patternFrom(query);
  if (!pattern) return [{ at: 0, text, isHit: false }];
  const segments: Segment[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match[0] === '') continue;
    if (match.index > end) {
      segments.push({ at: end, text: text.slice(end, match.index), isHit: false });
    }
    segments.push({ at: match.index, text: match[0], isHit: true });
    end = match.index + match[0].length;
    if (segments.length >= MOST_HITS) break;
  }
  if (end < text.length) segments.push({ at: end, text: text.slice(end), isHit: false });
  return segments;
}

function patternFrom({ text, isPattern, matchesCase }: TextQuery): RegExp | undefined {
  const source = isPattern ? text : escapePattern(text);
  try {
    return new RegExp(source, `g${matchesCase ? '' : 'i'}${isPattern ? '' : 'u'}`);
  } catch {
    return undefined;
  }
}
