import type { SyntaxNode } from '@lezer/common';
import type { ModuleScope } from './module-scope.ts';
import { childrenOf } from './python-tree.ts';
import { truthOf } from './truth-of.ts';

/**
 * The body of an `if` statement that is run: `none` where no condition holds, undefined where one is
 * not known.
 */
export function chosenBody(
  statement: SyntaxNode,
  scope: ModuleScope,
): SyntaxNode | 'none' | undefined {
  let condition: SyntaxNode | undefined;
  for (const part of childrenOf(statement)) {
    if (part.name === 'Body') {
      const truth = condition ? truthOf(condition, scope) : true;
      if (truth === true) return part;
      if (truth === undefined) return undefined;
      condition = undefined;
    } else if (!/^(if|elif|else)$/.test(part.name)) condition = part;
  }
  return 'none';
}
