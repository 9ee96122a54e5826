import { delimiter } from 'node:path';
import type { SyntaxNode } from '@lezer/common';
import { argumentsOf } from '../python/arguments-of.ts';
import { formatParts } from '../python/format-parts.ts';
import type { ModuleScope } from '../python/module-scope.ts';
import { childrenOf, withoutBrackets } from '../python/python-tree.ts';
import type { EnvironmentNames } from './environment-names.ts';
import type { ValuePart } from './tac-effect.ts';

export interface ValueContext {
  readonly names: EnvironmentNames;
  readonly scope: ModuleScope;
  readonly text: string;
}

/** People write shorter sums; a spoiled file may hold deep ones. */
const DEEPEST = 30;

/**
 * The pieces that an expression puts together: texts, `os.pathsep`, and variables of the environment, by
 * `+` or in an f-string. Undefined for whatever has to be computed.
 */
export function valuePartsFrom(
  value: SyntaxNode,
  context: ValueContext,
  depth = 0,
): readonly ValuePart[] | undefined {
  if (depth > DEEPEST) return undefined;
  const node = withoutBrackets(value);
  const all = (nodes: readonly (SyntaxNode | undefined)[]): readonly ValuePart[] | undefined => {
    const parts = nodes.map((part) => part && valuePartsFrom(part, context, depth + 1));
    return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
  };
  switch (node.name) {
    case 'BinaryExpression': {
      const [left, operator, right] = childrenOf(node);
      const isSum = operator && context.text.slice(operator.from, operator.to) === '+';
      return isSum ? all([left, right]) : undefined;
    }
    case 'FormatString': {
      const parts = formatParts(node, context.text)?.map((part) =>
        typeof part === 'string'
          ? [{ kind: 'text' as const, text: part }]
          : valuePartsFrom(part, context, depth + 1),
      );
      return parts?.every((part) => part !== undefined) ? parts.flat() : undefined;
    }
    default: {
      const part = partFrom(node, context);
      return part && [part];
    }
  }
}

function partFrom(node: SyntaxNode, { names, scope, text }: ValueContext): ValuePart | undefined {
  const literal = names.textFrom(node);
  if (literal !== undefined) {
    return literal.includes('\0') ? undefined : { kind: 'text', text: literal };
  }
  if (scope.resolveDottedName(node) === 'os.pathsep') return { kind: 'text', text: delimiter };
  const name = names.nameFrom(names.keyNodeOf(node));
  if (name !== undefined) return { kind: 'variable', name, otherwise: '' };
  return node.name === 'CallExpression' ? askedVariable(node, { names, scope, text }) : undefined;
}

/** `environ.get('X', 'y')` and `os.getenv('X', 'y')`; without a second one the value may be None. */
function askedVariable(
  call: SyntaxNode,
  { names, scope, text }: ValueContext,
): ValuePart | undefined {
  const callee = call.firstChild;
  if (!callee || !call.lastChild) return undefined;
  const method = callee.lastChild;
  const isGet =
    scope.resolveDottedName(callee) === 'os.getenv' ||
    (names.isEnvironment(callee.firstChild) &&
      method?.name === 'PropertyName' &&
      text.slice(method.from, method.to) === 'get');
  const [first, second, ...more] = argumentsOf(call.lastChild, text);
  const name = names.nameFrom(first?.value);
  const otherwise = names.textFrom(second?.value);
  if (!isGet || more.length > 0 || name === undefined || otherwise === undefined) return undefined;
  return { kind: 'variable', name, otherwise };
}
