import type { SyntaxNode } from '@lezer/common';
import { decodePythonString } from './decode-python-string.ts';
import { childrenOf } from './python-tree.ts';

/**
 * Of `f'a{b}c'` the texts between the braces, and what is in them. Undefined where something is
 * formatted, or a text is not known.
 */
export function formatParts(
  node: SyntaxNode,
  text: string,
): readonly (string | SyntaxNode)[] | undefined {
  const opening = /^[fF](["'])(?!\1\1)/.exec(text.slice(node.from, node.from + 4));
  const quote = opening?.[1];
  if (quote === undefined) return undefined;
  const parts: (string | SyntaxNode)[] = [];
  let at = node.from + 2;
  const addText = (to: number): boolean => {
    const source = text.slice(at, to);
    const decoded = decodePythonString(`${quote}${source}${quote}`);
    if (decoded === undefined || /[{}\0]/.test(decoded)) return false;
    if (decoded !== '') parts.push(decoded);
    return true;
  };
  const replacements = childrenOf(node).filter(({ name }) => name === 'FormatReplacement');
  for (const replacement of replacements) {
    const [open, value, close, ...more] = childrenOf(replacement);
    const isPlain = open?.name === '{' && close?.name === '}' && more.length === 0;
    if (!isPlain || !value || !addText(replacement.from)) return undefined;
    parts.push(value);
    at = replacement.to;
  }
  return addText(node.to - 1) ? parts : undefined;
}
