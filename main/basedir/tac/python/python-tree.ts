import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/python';

/** Python's grammar has moved on from what old files hold; few rounds find all of it. */
const MAX_ROUNDS = 20;

/**
 * Parses Python of any age, wrong code included.
 *
 * The grammar knows neither `10L` nor `ur'…'` of Python 2. Their letters are blanked before another
 * round, so every position stays the one it has in `text`.
 */
export function parsePython(text: string): Tree {
  let patched = text;
  let tree = parser.parse(patched);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const next = blankOldSpelling(patched, tree);
    if (next === patched) break;
    patched = next;
    tree = parser.parse(patched);
  }
  return tree;
}

function blankOldSpelling(text: string, tree: Tree): string {
  const blanks: number[] = [];
  tree.iterate({
    enter(node) {
      if (!node.type.isError) return;
      const at = node.from;
      if (/[0-9][lL]/.test(text.slice(at - 1, at + 1)) && !/\w/.test(text.charAt(at + 1))) {
        blanks.push(at);
      }
      if (/^[uU][rR]['"]$/.test(text.slice(at - 2, at + 1)) && !/\w/.test(text.charAt(at - 3))) {
        blanks.push(at - 2);
      }
    },
  });
  if (blanks.length === 0) return text;
  const letters = text.split('');
  for (const at of blanks) letters[at] = ' ';
  return letters.join('');
}

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'Comment') children.push(child);
  }
  return children;
}

/** The statements of a block, those that share a line too. Shape: `body` is a Body. */
export function statementsIn(body: SyntaxNode): SyntaxNode[] {
  return childrenOf(body)
    .filter(({ name }) => name !== ':')
    .flatMap((child) =>
      child.name === 'StatementGroup'
        ? childrenOf(child).filter(({ name }) => name !== ';')
        : [child],
    );
}

/** Every node below `node`, itself included, of the given name, in the file's order. */
export function descendantsOf(node: SyntaxNode, name: string): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  node.cursor().iterate((ref) => {
    if (ref.name === name) found.push(ref.node);
  });
  return found;
}

/** Whether a simple statement was understood to its very end. */
export function isWhole(statement: SyntaxNode, text: string): boolean {
  let hasError = false;
  statement.cursor().iterate((ref) => {
    if (ref.type.isError) hasError = true;
  });
  if (hasError) return false;
  const after = /^[ \t\f]*(?:L(?=\s|$)|l(?=\s|$))?[ \t\f]*(.?)/.exec(
    text.slice(statement.to, statement.to + 1000),
  );
  const next = after?.[1] ?? '';
  return next === '' || next === '#' || next === ';' || next === '\r';
}

/** `a.b.c` of a name or a chain of attributes; undefined for anything else. */
export function dottedNameOf(node: SyntaxNode, text: string): string | undefined {
  let head: SyntaxNode | null = node;
  while (head?.name === 'MemberExpression') {
    if (head.lastChild?.name !== 'PropertyName') return undefined;
    head = head.firstChild;
  }
  if (head?.name !== 'VariableName') return undefined;
  return text.slice(node.from, node.to).replaceAll(/[\s\\]/g, '');
}

/** Takes away brackets around a single expression. */
export function withoutBrackets(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (inner.name === 'ParenthesizedExpression') {
    const [, content, close] = childrenOf(inner);
    if (!content || close?.name !== ')') break;
    inner = content;
  }
  return inner;
}
