import type { SyntaxNode } from '@lezer/common';
import type { TacLiteral } from '../python/literal-from.ts';
import { literalFrom } from '../python/literal-from.ts';
import type { ModuleScope } from '../python/module-scope.ts';
import { childrenOf, withoutBrackets } from '../python/python-tree.ts';

/** People write no deeper ones; a spoiled file may. */
const DEEPEST = 20;

/** Whether a condition holds, where that follows from the file's own values; undefined otherwise. */
export function truthOf(
  condition: SyntaxNode,
  scope: ModuleScope,
  text: string,
  depth = 0,
): boolean | undefined {
  if (depth > DEEPEST) return undefined;
  const node = withoutBrackets(condition);
  const parts = childrenOf(node);
  const inner = (part: SyntaxNode | undefined): boolean | undefined =>
    part && truthOf(part, scope, text, depth + 1);
  const [left, operator, right] = parts;
  if (node.name === 'UnaryExpression' && left?.name === 'not') {
    const truth = inner(operator);
    return truth === undefined ? undefined : !truth;
  }
  if (node.name === 'BinaryExpression' && operator?.name === 'and') {
    return bothOf(inner(left), inner(right));
  }
  if (node.name === 'BinaryExpression' && operator?.name === 'or') {
    const neither = bothOf(negated(inner(left)), negated(inner(right)));
    return negated(neither);
  }
  if (node.name === 'BinaryExpression' && operator?.name === 'CompareOp' && parts.length === 3) {
    return left && right && comparison(left, operator, right, scope, text);
  }
  const value = knownValue(node, scope, text);
  return value === undefined ? undefined : Boolean(value);
}

function negated(truth: boolean | undefined): boolean | undefined {
  return truth === undefined ? undefined : !truth;
}

function bothOf(one: boolean | undefined, other: boolean | undefined): boolean | undefined {
  if (one === false || other === false) return false;
  return one === undefined || other === undefined ? undefined : true;
}

function comparison(
  left: SyntaxNode,
  operator: SyntaxNode,
  right: SyntaxNode,
  scope: ModuleScope,
  text: string,
): boolean | undefined {
  const [one, other] = [knownValue(left, scope, text), knownValue(right, scope, text)];
  if (one === undefined || other === undefined) return undefined;
  switch (text.slice(operator.from, operator.to)) {
    case '==':
      return one === other;
    case '!=':
    case '<>':
      return one !== other;
    default:
      return undefined;
  }
}

/** Of `twistd`, which runs the file, not the module `__main__`. */
const MODULE_NAME = 'builtins';

function knownValue(node: SyntaxNode, scope: ModuleScope, text: string): TacLiteral | undefined {
  const expression = withoutBrackets(node);
  if (expression.name !== 'VariableName') return literalFrom(expression, text);
  const name = text.slice(expression.from, expression.to);
  if (name === '__name__') return MODULE_NAME;
  const binding = scope.bindingOf(name);
  if (binding?.kind !== 'literal') return undefined;
  // The folder of the file counts as '.' elsewhere, and is none in Python.
  return /['"\d]|True|False|None/.test(text.slice(binding.span.from, binding.span.to))
    ? binding.value
    : undefined;
}
