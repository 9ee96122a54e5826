import type { SyntaxNode } from '@lezer/common';
import type { ModuleScope } from '../python/module-scope.ts';
import { childrenOf } from '../python/python-tree.ts';
import { truthOf } from '../python/truth-of.ts';

/** People nest no deeper; a spoiled file may. */
export const DEEPEST = 40;

/**
 * What a call depends on inside its expression, as Python's own word: `x or sys.exit()`, `sys.exit() if x
 * else 0`. `never` where it is not made, undefined where it always is.
 */
export function circumstanceOf(
  call: SyntaxNode,
  expression: SyntaxNode,
  scope: ModuleScope,
): string | 'never' | undefined {
  const inside = expressionAround(call, expression);
  if (!inside) return undefined;
  const [left, operator] = childrenOf(inside.whole);
  const condition = inside.keyword === 'if' ? childrenOf(inside.whole)[2] : left;
  const truth = condition && truthOf(condition, scope);
  if (truth === undefined) return inside.keyword;
  const isFirst = inside.keyword === 'if' && call.from < (operator?.from ?? 0);
  const runs = inside.keyword === 'or' || (inside.keyword === 'if' && !isFirst) ? !truth : truth;
  return runs ? undefined : 'never';
}

interface Around {
  readonly whole: SyntaxNode;
  readonly keyword: 'and' | 'or' | 'if';
}

/** The innermost expression that decides whether a call in it is made. */
function expressionAround(call: SyntaxNode, expression: SyntaxNode): Around | undefined {
  let node = call;
  for (let level = 0; node.parent && level < DEEPEST; level += 1) {
    const { parent } = node;
    if (parent.to > expression.to || parent.from < expression.from) return undefined;
    const parts = childrenOf(parent);
    const word = parts[1]?.name;
    const isLater = parts[0]?.to !== node.to || parts[0]?.from !== node.from;
    if (parent.name === 'BinaryExpression' && (word === 'and' || word === 'or') && isLater) {
      return { whole: parent, keyword: word };
    }
    const isCondition = parts[2]?.from === node.from && parts[2].to === node.to;
    if (parent.name === 'ConditionalExpression' && !isCondition) {
      return { whole: parent, keyword: 'if' };
    }
    node = parent;
  }
  return undefined;
}
