import { dirname } from 'node:path';
import type { SyntaxNode } from '@lezer/common';
import type { Origin } from '../../../contract/problems/facts.ts';
import { argumentsOf } from './arguments-of.ts';
import type { Binding, Evaluated, Evaluation } from './binding.ts';
import { formatParts } from './format-parts.ts';
import { knownFunction, knownMethod } from './known-functions.ts';
import { literalFrom, type TacLiteral } from './literal-from.ts';
import { childrenOf, withoutBrackets } from './python-tree.ts';
import type { Surroundings } from './surroundings.ts';

/** The names of the module. */
interface Names {
  bindingOf(name: string): Binding | undefined;
  resolveDottedName(node: SyntaxNode): string | undefined;
}

/** What an expression may ask: the names of the module, the machine, and files to be read first. */
export interface EvaluationContext {
  readonly text: string;
  readonly scope: Names;
  /** Undefined where a file is read without a machine: only what it holds itself is known. */
  readonly surroundings: Surroundings | undefined;
  /** Whether a variable is still what it was when the file began. */
  readonly isKnown: (variable: string) => boolean;
  /** Called with each file that `surroundings` does not have yet. */
  readonly wants: (path: string) => void;
}

/** People nest no deeper; a spoiled file may. */
const DEEPEST = 30;

/**
 * The value of an expression of a small, named part of Python (docs/buildbot-tac.md): nothing is run.
 * Undefined for every other expression, and for what depends on more than `surroundings`.
 */
export function evaluate(node: SyntaxNode, context: EvaluationContext): Evaluation | undefined {
  return unlessLacking(
    () => new Evaluator(context).value(node),
    (lacks) => ({ lacks }),
  );
}

/** Ends an evaluation as Python's KeyError or OSError would; caught above. */
class Lacking extends Error {
  override readonly name = 'Lacking';
  readonly origin: Origin;

  constructor(origin: Origin) {
    super(origin.name);
    this.origin = origin;
  }
}

class Evaluator {
  readonly #context: EvaluationContext;
  #depth = 0;

  constructor(context: EvaluationContext) {
    this.#context = context;
  }

  value(node: SyntaxNode | undefined): Evaluated | undefined {
    if (!node || this.#depth > DEEPEST) return undefined;
    this.#depth += 1;
    const value = this.#valueAt(withoutBrackets(node));
    this.#depth -= 1;
    return value;
  }

  #valueAt(node: SyntaxNode): Evaluated | undefined {
    const literal = literalFrom(node, this.#context.text);
    if (literal !== undefined) return { value: literal, origins: [] };
    const parts = childrenOf(node);
    switch (node.name) {
      case 'VariableName':
        return this.#named(node);
      case 'MemberExpression':
        return this.#member(parts);
      case 'CallExpression':
        return this.#call(parts);
      case 'ConditionalExpression':
        return this.#conditional(parts);
      case 'UnaryExpression':
        return this.#unary(parts);
      case 'BinaryExpression':
        return this.#binary(parts);
      case 'FormatString':
        return this.#format(node);
      default:
        return undefined;
    }
  }

  #named(node: SyntaxNode): Evaluated | undefined {
    const name = this.#source(node);
    const path = this.#context.surroundings?.tacPath;
    if (name === '__file__') return path === undefined ? undefined : { value: path, origins: [] };
    if (name === '__name__') return { value: MODULE_NAME, origins: [] };
    const binding = this.#context.scope.bindingOf(name);
    if (binding?.kind === 'literal') {
      if (!binding.isFolder) return { value: binding.value, origins: [] };
      return path === undefined ? undefined : { value: dirname(path), origins: [] };
    }
    const known = binding?.kind === 'computed' ? binding.evaluation : undefined;
    if (known && 'lacks' in known) throw new Lacking(known.lacks);
    return known;
  }

  /** `os.environ['X']`. */
  #member([base, open, key, close]: readonly SyntaxNode[]): Evaluated | undefined {
    if (!this.#isEnvironment(base) || open?.name !== '[' || close?.name !== ']') return undefined;
    const name = this.value(key);
    if (typeof name?.value !== 'string') return undefined;
    const found = this.#variable(name.value);
    if (found?.value === null) throw new Lacking({ kind: 'variable', name: name.value });
    return found;
  }

  #call([callee, list]: readonly SyntaxNode[]): Evaluated | undefined {
    if (!callee || !list) return undefined;
    const given = argumentsOf(list, this.#context.text);
    if (given.some(({ keyword, stars }) => keyword !== undefined || stars !== '')) return undefined;
    const nodes = given.map(({ value }) => value);
    const name = this.#context.scope.resolveDottedName(callee);
    if (name === 'os.getenv' || name === 'os.environ.get') return this.#asked(nodes);
    const [object, , property] = childrenOf(callee);
    const method = property?.name === 'PropertyName' ? this.#source(property) : undefined;
    if (method === 'read') return nodes.length === 0 ? this.#contents(object) : undefined;
    const work = name === undefined ? undefined : knownFunction(name, this.#context.surroundings);
    if (work) return this.#worked(nodes, work);
    const ofText = method === undefined ? undefined : knownMethod(method);
    return ofText && object && this.#worked([object, ...nodes], ofText);
  }

  /** `os.getenv('X', 'y')`. */
  #asked([key, otherwise]: readonly SyntaxNode[]): Evaluated | undefined {
    const name = this.value(key);
    if (typeof name?.value !== 'string') return undefined;
    const found = this.#variable(name.value);
    if (!found || found.value !== null || !otherwise) return found;
    const instead = this.value(otherwise);
    return instead && together(instead.value, found, instead);
  }

  #variable(name: string): Evaluated | undefined {
    const environment = this.#context.surroundings?.environment;
    if (environment === undefined || !this.#context.isKnown(name)) return undefined;
    return { value: environment[name] ?? null, origins: [{ kind: 'variable', name }] };
  }

  /** `open(path).read()`. */
  #contents(opened: SyntaxNode | undefined): Evaluated | undefined {
    const path = opened && this.openedPath(opened);
    if (path === undefined) return undefined;
    const { surroundings, wants } = this.#context;
    const origin: Origin = { kind: 'file', name: path };
    if (!surroundings?.files.has(path)) {
      wants(path);
      return undefined;
    }
    const value = surroundings.files.get(path);
    if (value === undefined) throw new Lacking(origin);
    return { value, origins: [origin] };
  }

  /** Of `open(path)`, or of a name that `with open(path) as name` has given it. */
  openedPath(opened: SyntaxNode): string | undefined {
    const [callee, list] = childrenOf(opened);
    if (opened.name === 'VariableName') {
      const binding = this.#context.scope.bindingOf(this.#source(opened));
      return binding?.kind === 'computed' ? binding.opened : undefined;
    }
    if (opened.name !== 'CallExpression' || !callee || !list) return undefined;
    if (!OPENS.test(this.#context.scope.resolveDottedName(callee) ?? '')) return undefined;
    const [place, mode, ...more] = argumentsOf(list, this.#context.text);
    const isText = mode === undefined || this.value(mode.value)?.value === 'r';
    const path = isText && more.length === 0 ? this.value(place?.value) : undefined;
    if (typeof path?.value !== 'string') return undefined;
    const { surroundings } = this.#context;
    const full = knownFunction('os.path.abspath', surroundings)?.([path.value]);
    return typeof full === 'string' ? full : undefined;
  }

  #worked(
    nodes: readonly SyntaxNode[],
    work: (values: readonly TacLiteral[]) => TacLiteral | undefined,
  ): Evaluated | undefined {
    const given = nodes.map((node) => this.value(node));
    if (!given.every((one) => one !== undefined)) return undefined;
    const value = work(given.map((one) => one.value));
    return value === undefined ? undefined : together(value, ...given);
  }

  /** `a if condition else b`. */
  #conditional([whenTrue, , condition, , whenFalse]: readonly SyntaxNode[]): Evaluated | undefined {
    const known = this.value(condition);
    const chosen = known && this.value(isTrue(known.value) ? whenTrue : whenFalse);
    return chosen && together(chosen.value, known, chosen);
  }

  #unary([operator, operand]: readonly SyntaxNode[]): Evaluated | undefined {
    if (operator?.name !== 'not') return undefined;
    const known = this.value(operand);
    return known && together(!isTrue(known.value), known);
  }

  #binary(parts: readonly SyntaxNode[]): Evaluated | undefined {
    const [left, ...rest] = parts;
    const right = rest.pop();
    const operator = rest.map((part) => this.#source(part)).join(' ');
    if (operator === 'and' || operator === 'or') return this.#either(operator, left, right);
    if (this.#isEnvironment(right)) return this.#isSet(operator, left);
    if (!left || !right) return undefined;
    return this.#worked([left, right], ([one, other]) => outcomeOf(operator, one, other));
  }

  /** `x or 'y'`. */
  #either(
    operator: 'and' | 'or',
    left: SyntaxNode | undefined,
    right: SyntaxNode | undefined,
  ): Evaluated | undefined {
    const first = this.value(left);
    if (!first || isTrue(first.value) === (operator === 'or')) return first;
    const second = this.value(right);
    return second && together(second.value, first, second);
  }

  /** `'X' in os.environ`. */
  #isSet(operator: string, key: SyntaxNode | undefined): Evaluated | undefined {
    const name = this.value(key);
    if (typeof name?.value !== 'string' || !/^(not )?in$/.test(operator)) return undefined;
    const found = this.#variable(name.value);
    return found && { ...found, value: (found.value !== null) === (operator === 'in') };
  }

  #format(node: SyntaxNode): Evaluated | undefined {
    const parts = formatParts(node, this.#context.text);
    const known = parts?.map((part) =>
      typeof part === 'string' ? { value: part, origins: [] } : this.value(part),
    );
    if (!known?.every((one) => one !== undefined && isShownAlike(one.value))) return undefined;
    const given = known.filter((one) => one !== undefined);
    return together(given.map(({ value }) => String(value)).join(''), ...given);
  }

  #isEnvironment(node: SyntaxNode | undefined): boolean {
    return node !== undefined && this.#context.scope.resolveDottedName(node) === 'os.environ';
  }

  #source({ from, to }: SyntaxNode): string {
    return this.#context.text.slice(from, to);
  }
}

/** Of `twistd`, which runs the file, not the module `__main__`. */
const MODULE_NAME = 'builtins';
const OPENS = /^(io\.)?open$/;

/** The file that `open(path)` opens to read its text, as a full path; undefined for all others. */
export function openedBy(node: SyntaxNode, context: EvaluationContext): string | undefined {
  return unlessLacking(
    () => new Evaluator(context).openedPath(node),
    () => undefined,
  );
}

function unlessLacking<T, Instead>(
  work: () => T,
  instead: (lacks: Origin) => Instead,
): T | Instead {
  try {
    return work();
  } catch (error) {
    if (error instanceof Lacking) return instead(error.origin);
    throw error;
  }
}

/** A value as Python's `if` takes it. */
export function isTrue(value: TacLiteral): boolean {
  return Boolean(value);
}

function together(value: TacLiteral, ...from: readonly Evaluated[]): Evaluated {
  return { value, origins: from.flatMap(({ origins }) => origins) };
}

function outcomeOf(
  operator: string,
  one: TacLiteral | undefined,
  other: TacLiteral | undefined,
): TacLiteral | undefined {
  if (one === undefined || other === undefined) return undefined;
  switch (operator) {
    case '==':
    case 'is':
      return one === other;
    case '!=':
    case '<>':
    case 'is not':
      return one !== other;
    case 'in':
      return typeof one === 'string' && typeof other === 'string' ? other.includes(one) : undefined;
    default:
      return arithmetic(operator, one, other);
  }
}

function arithmetic(operator: string, one: TacLiteral, other: TacLiteral): TacLiteral | undefined {
  if (typeof one === 'string' && typeof other === 'string') {
    return operator === '+' ? one + other : undefined;
  }
  if (typeof one !== 'number' || typeof other !== 'number') return undefined;
  switch (operator) {
    case '+':
      return one + other;
    case '-':
      return one - other;
    case '*':
      return one * other;
    case '//':
      return other === 0 ? undefined : Math.floor(one / other);
    case '<':
      return one < other;
    case '<=':
      return one <= other;
    case '>':
      return one > other;
    case '>=':
      return one >= other;
    default:
      return undefined;
  }
}

/** Python writes True, None and fractions in other ways. */
function isShownAlike(value: TacLiteral): boolean {
  return typeof value === 'string' || Number.isInteger(value);
}
