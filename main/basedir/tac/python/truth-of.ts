import type { SyntaxNode } from '@lezer/common';
import { isTrue } from './evaluate.ts';
import type { ModuleScope } from './module-scope.ts';
import { childrenOf, withoutBrackets } from './python-tree.ts';

/** People write no deeper ones; a spoiled file may. */
const DEEPEST = 20;

/**
 * Whether a condition holds, where that follows from values that are known; undefined otherwise. Half of
 * an `and` or `or` may be enough.
 */
export function truthOf(condition: SyntaxNode, scope: ModuleScope, depth = 0): boolean | undefined {
  if (depth > DEEPEST) return undefined;
  const node = withoutBrackets(condition);
  const inner = (part: SyntaxNode | undefined): boolean | undefined =>
    part && truthOf(part, scope, depth + 1);
  const [left, operator, right] = childrenOf(node);
  if (node.name === 'UnaryExpression' && left?.name === 'not') return negated(inner(operator));
  if (node.name === 'BinaryExpression' && operator?.name === 'and') {
    return bothOf(inner(left), inner(right));
  }
  if (node.name === 'BinaryExpression' && operator?.name === 'or') {
    return negated(bothOf(negated(inner(left)), negated(inner(right))));
  }
  const known = scope.evaluate(node);
  return known && 'value' in known ? isTrue(known.value) : undefined;
}

function negated(truth: boolean | undefined): boolean | undefined {
  return truth === undefined ? undefined : !truth;
}

function bothOf(one: boolean | undefined, other: boolean | undefined): boolean | undefined {
  if (one === false || other === false) return false;
  return one === undefined || other === undefined ? undefined : true;
}
