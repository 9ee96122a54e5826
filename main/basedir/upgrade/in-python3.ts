import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import { applyEdits, type Edit } from '../tac/python/apply-edits.ts';
import { childrenOf, parsePython } from '../tac/python/python-tree.ts';
import { lineAt } from '../tac/python/tac-text.ts';

/** Spells in Python 3 what Python 2 wrote otherwise and what has one meaning only. */
export function inPython3(text: string): string {
  const edits: Edit[] = [];
  parsePython(text)
    .topNode.cursor()
    .iterate(({ node }) => {
      edits.push(...editsOf(node, text));
    });
  return applyEdits(text, edits);
}

function editsOf(node: SyntaxNode, text: string): Edit[] {
  const source = text.slice(node.from, node.to);
  switch (node.name) {
    case 'Number':
      return numberEdits(node, source, text);
    case 'String':
      return stringEdits(node, text);
    case 'PrintStatement':
      return printEdits(node, text);
    case 'TryStatement':
      return exceptEdits(node, text);
    case 'CompareOp':
      return source === '<>' ? [{ from: node.from, to: node.to, replacement: '!=' }] : [];
    default:
      return [];
  }
}

/** `022` and `10L`. */
function numberEdits({ from, to }: SyntaxNode, source: string, text: string): Edit[] {
  const edits: Edit[] = [];
  if (/^0+[1-7][0-7]*$/.test(source)) {
    edits.push({ from, to, replacement: source.replace(/^0+/, '0o') });
  }
  if (/^[lL](?!\w)/.test(text.slice(to, to + 2))) {
    edits.push({ from: to, to: to + 1, replacement: '' });
  }
  return edits;
}

/** `ur'…'`. */
function stringEdits({ from }: SyntaxNode, text: string): Edit[] {
  return /^[uU][rR]['"]$/.test(text.slice(from - 1, from + 2))
    ? [{ from: from - 1, to: from, replacement: '' }]
    : [];
}

/** `print a, b`; one that goes to a file, or over several lines, is left. */
function printEdits({ from }: SyntaxNode, text: string): Edit[] {
  const line = text.slice(from).split(/[\r\n]/, 1)[0] ?? '';
  const end = parser.parse(line).topNode.cursor();
  let length = line.length;
  end.iterate((ref) => {
    if (ref.name === 'Comment' || ref.name === ';') length = Math.min(length, ref.from);
  });
  const words = line.slice('print'.length, length).trim();
  if (words === '' || words.startsWith('>>') || words.endsWith('\\')) return [];
  const values = words.endsWith(',') ? `${words} end=' '` : words;
  const rest = line.slice(0, length).trimEnd().length;
  return [{ from, to: from + rest, replacement: `print(${values})` }];
}

/** `except E, e:`. */
function exceptEdits(node: SyntaxNode, text: string): Edit[] {
  const parts = childrenOf(node);
  return parts.flatMap((part, index): Edit[] => {
    const [keyword, , name, body] = parts.slice(index - 2, index + 2);
    const isOld = part.name === ',' && keyword?.name === 'except' && name && body;
    if (!isOld || parts[index + 1]?.name !== 'VariableName') return [];
    const to = parts[index + 1]?.from ?? part.to;
    return /^,\s*$/.test(text.slice(part.from, to))
      ? [{ from: part.from, to, replacement: ' as ' }]
      : [];
  });
}

/** The first line that Python 3 would not take, with its number; undefined when it takes all. */
export function notPython3(text: string): { line: number; source: string } | undefined {
  let at: number | undefined;
  parser
    .parse(text)
    .topNode.cursor()
    .iterate(({ node }) => {
      if (at === undefined && isOld(node, text)) at = node.from;
      return at === undefined;
    });
  if (at === undefined) return undefined;
  // What is missing at the end of a line is found missing at the beginning of another.
  const isBetween = /^\s*$/.test(text.slice(at, at + 1));
  const before = isBetween ? text.slice(0, at).trimEnd() : text.slice(0, at);
  const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const source = text.slice(start).split(/[\r\n]/, 1)[0] ?? '';
  return { line: lineAt(text, before.length), source: source.trim() };
}

function isOld(node: SyntaxNode, text: string): boolean {
  if (node.type.isError) return true;
  const source = text.slice(node.from, node.to);
  switch (node.name) {
    case 'PrintStatement':
      return true;
    case 'Number':
      return /^0+[1-9]\d*$/.test(source);
    case 'CompareOp':
      return source === '<>';
    case 'RaiseStatement':
      return childrenOf(node).some((child) => child.name === ',');
    case 'TryStatement':
      return childrenOf(node).some((child) => child.name === ',');
    default:
      return false;
  }
}
