import type { SyntaxNode } from '@lezer/common';
import { childrenOf, statementsIn } from '../python/python-tree.ts';

/** A part of a compound statement, and the keyword that makes it uncertain whether it is run. */
export interface Branch {
  readonly kind: 'body' | 'expression';
  readonly node: SyntaxNode;
  readonly within: string | undefined;
}

/** The keyword of a handler for modules that are not there. */
export const MISSING_MODULE = 'except ImportError';

/** What a condition is; undefined when only Python knows. */
type TruthOf = (condition: SyntaxNode) => boolean | undefined;

/** The parts of a compound statement that may be run, in their order; `within` holds for all of it. */
export function branchesOf(
  statement: SyntaxNode,
  within: string | undefined,
  truthOf: TruthOf,
): Iterable<Branch> {
  if (statement.name === 'IfStatement') return conditional(statement, within, truthOf);
  if (statement.name === 'TryStatement') return attempt(statement, within);
  return block(statement, within);
}

/** `if …: elif …: else: …`, each branch as its condition allows. */
function* conditional(
  statement: SyntaxNode,
  within: string | undefined,
  truthOf: TruthOf,
): Iterable<Branch> {
  let isOpen = false;
  let condition: SyntaxNode | undefined;
  for (const node of childrenOf(statement)) {
    if (node.name === 'Body') {
      const truth = condition ? truthOf(condition) : true;
      condition = undefined;
      const isSure = truth === true && !isOpen;
      if (truth !== false) yield { kind: 'body', node, within: isSure ? within : (within ?? 'if') };
      if (truth === true) return;
      isOpen ||= truth === undefined;
    } else if (!/^(if|elif|else)$/.test(node.name)) {
      condition = node;
      yield { kind: 'expression', node, within: isOpen ? (within ?? 'if') : within };
    }
  }
}

function* attempt(statement: SyntaxNode, within: string | undefined): Iterable<Branch> {
  const parts = childrenOf(statement);
  const first = parts.find(({ name }) => name === 'Body');
  const onlyImports =
    first !== undefined && statementsIn(first).every(({ name }) => name === 'ImportStatement');
  let keyword = '';
  for (const node of parts) {
    if (/^(try|except|else|finally)$/.test(node.name)) keyword = node.name;
    if (node.name !== 'Body') continue;
    const isSure = keyword === 'try' || keyword === 'finally';
    // `except ImportError: sys.exit(…)` says that something is missing, not that nothing is to run.
    const why = keyword === 'except' && onlyImports ? MISSING_MODULE : keyword;
    yield { kind: 'body', node, within: isSure ? within : (within ?? why) };
  }
}

function* block(statement: SyntaxNode, within: string | undefined): Iterable<Branch> {
  const keyword = statement.firstChild?.name ?? '';
  for (const node of childrenOf(statement)) {
    if (node.name === 'Body')
      yield { kind: 'body', node, within: keyword === 'with' ? within : (within ?? keyword) };
    else if (node.name === 'MatchBody') {
      const bodies = childrenOf(node).flatMap(childrenOf);
      for (const body of bodies.filter(({ name }) => name === 'Body'))
        yield { kind: 'body', node: body, within: within ?? keyword };
    } else yield { kind: 'expression', node, within };
  }
}
