import type { SyntaxNode } from '@lezer/common';
import { pythonNumber } from '../../../worker-settings/python-number.ts';
import { decodePythonString } from './decode-python-string.ts';
import { childrenOf, withoutBrackets } from './python-tree.ts';

/** A value that Python code holds without computing anything; null is None. */
export type TacLiteral = string | number | boolean | null;

/** The value of an expression that computes nothing; undefined for every other expression. */
export function literalFrom(node: SyntaxNode, text: string): TacLiteral | undefined {
  const expression = withoutBrackets(node);
  const source = text.slice(expression.from, expression.to);
  switch (expression.name) {
    case 'String':
      return decodePythonString(source);
    case 'ContinuedString':
      return joinedStrings(expression, text);
    case 'Number':
      return numberFrom(source);
    case 'UnaryExpression':
      return signedNumber(expression, text);
    case 'Boolean':
      return source === 'True';
    case 'None':
      return null;
    default:
      return undefined;
  }
}

function joinedStrings(node: SyntaxNode, text: string): string | undefined {
  let joined = '';
  for (const part of childrenOf(node)) {
    if (part.name !== 'String') return undefined;
    const decoded = decodePythonString(text.slice(part.from, part.to));
    if (decoded === undefined) return undefined;
    joined += decoded;
  }
  return joined;
}

function signedNumber(node: SyntaxNode, text: string): number | undefined {
  const [sign, operand] = childrenOf(node);
  if (sign?.name !== 'ArithOp' || operand?.name !== 'Number') return undefined;
  const value = numberFrom(text.slice(operand.from, operand.to));
  if (value === undefined) return undefined;
  return text.slice(sign.from, sign.to) === '-' ? 0 - value : value;
}

/** Numbers of Python 3, and Python 2's octal `022`. */
function numberFrom(source: string): number | undefined {
  return pythonNumber(source, true);
}
