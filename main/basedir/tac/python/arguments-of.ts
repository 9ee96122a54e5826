import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from './python-tree.ts';
import type { Span } from './span.ts';

/** One argument of a call. */
export interface Argument {
  readonly keyword: string | undefined;
  readonly stars: '' | '*' | '**';
  readonly value: SyntaxNode;
  /** With keyword and stars. */
  readonly span: Span;
}

/** The arguments of a list in brackets, in their order. */
export function argumentsOf(list: SyntaxNode, text: string): Argument[] {
  const found: Argument[] = [];
  for (const group of splitAtCommas(list)) {
    const [first, second, third] = group;
    if (!first) continue;
    const spanTo = (last: SyntaxNode): Span => ({ from: first.from, to: last.to });
    if ((first.name === '*' || first.name === '**') && second) {
      found.push({ keyword: undefined, stars: first.name, value: second, span: spanTo(second) });
    } else if (second?.name === 'AssignOp' && third) {
      const keyword = text.slice(first.from, first.to);
      found.push({ keyword, stars: '', value: third, span: spanTo(third) });
    } else found.push({ keyword: undefined, stars: '', value: first, span: spanTo(first) });
  }
  return found;
}

function splitAtCommas(list: SyntaxNode): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [[]];
  for (const child of childrenOf(list)) {
    if (child.name === ',') groups.push([]);
    else if (child.name !== '(' && child.name !== ')' && !child.type.isError) {
      groups.at(-1)?.push(child);
    }
  }
  return groups;
}
