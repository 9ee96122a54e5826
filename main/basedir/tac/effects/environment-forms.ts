import type { SyntaxNode } from '@lezer/common';
import { argumentsOf } from '../python/arguments-of.ts';
import type { ModuleScope } from '../python/module-scope.ts';
import { childrenOf, statementsIn, withoutBrackets } from '../python/python-tree.ts';
import { EnvironmentNames } from './environment-names.ts';
import type { EnvironmentChange, ValuePart } from './tac-effect.ts';
import { valuePartsFrom } from './value-parts-from.ts';

/** The forms in which a statement sets or deletes variables of the environment by their names. */
export class EnvironmentForms {
  readonly names: EnvironmentNames;
  readonly #text: string;
  readonly #scope: ModuleScope;

  constructor(text: string, scope: ModuleScope) {
    this.#text = text;
    this.#scope = scope;
    this.names = new EnvironmentNames(text, scope);
  }

  /** What the whole statement changes; undefined when it does anything else, too. */
  changesOf(statement: SyntaxNode): readonly EnvironmentChange[] | undefined {
    switch (statement.name) {
      case 'AssignStatement':
        return this.#assignment(statement);
      case 'UpdateStatement':
        return this.#addition(statement);
      case 'DeleteStatement':
        return this.#deletion(statement);
      case 'ExpressionStatement':
        return this.#call(statement.firstChild);
      case 'IfStatement':
        return this.#conditional(statement);
      case 'TryStatement':
        return this.#attempt(statement);
      case 'ForStatement':
        return this.#loop(statement);
      default:
        return undefined;
    }
  }

  /** `environ['X'] = 'y'`, and `x = environ.pop('X')`. */
  #assignment(statement: SyntaxNode): readonly EnvironmentChange[] | undefined {
    const [target, operator, value, ...more] = childrenOf(statement);
    if (!target || operator?.name !== 'AssignOp' || !value || more.length > 0) return undefined;
    if (target.name === 'VariableName') return this.#pop(withoutBrackets(value));
    const name = this.names.nameFrom(this.names.keyNodeOf(target));
    return name === undefined ? undefined : this.#setting(name, value);
  }

  /** `environ['X'] += 'y'`. */
  #addition(statement: SyntaxNode): readonly EnvironmentChange[] | undefined {
    const [target, operator, value] = childrenOf(statement);
    if (!target || !value || !operator) return undefined;
    if (this.#text.slice(operator.from, operator.to) !== '+=') return undefined;
    const name = this.names.nameFrom(this.names.keyNodeOf(target));
    const parts = name === undefined ? undefined : this.#partsFrom(value);
    if (name === undefined || !parts) return undefined;
    const before: ValuePart = { kind: 'variable', name, otherwise: '' };
    return [{ name, value: [before, ...parts], onlyIfUnset: false }];
  }

  /** `del environ['X'], environ['Y']`. */
  #deletion(statement: SyntaxNode): readonly EnvironmentChange[] | undefined {
    const targets = childrenOf(statement).filter(({ name }) => name !== 'del' && name !== ',');
    return allOf(targets, (target) => {
      const name = this.names.nameFrom(this.names.keyNodeOf(target));
      return name === undefined ? undefined : [deleting(name)];
    });
  }

  #call(call: SyntaxNode | null): readonly EnvironmentChange[] | undefined {
    if (call?.name !== 'CallExpression' || !call.firstChild || !call.lastChild) return undefined;
    const popped = this.#pop(call);
    if (popped) return popped;
    const [first, second, ...more] = argumentsOf(call.lastChild, this.#text);
    const name = this.names.nameFrom(first?.value);
    switch (this.#methodOf(call.firstChild)) {
      case 'update':
        return this.#update(call.lastChild);
      case 'setdefault':
        if (name === undefined || !second || more.length > 0) return undefined;
        return this.#setting(name, second.value, true);
      case 'putenv':
        if (name === undefined || !second || more.length > 0) return undefined;
        return this.#setting(name, second.value);
      case 'unsetenv':
        return name === undefined || second ? undefined : [deleting(name)];
      default:
        return undefined;
    }
  }

  /** `environ.pop('X')`, with a value for want of one or without. */
  #pop(call: SyntaxNode): readonly EnvironmentChange[] | undefined {
    if (call.name !== 'CallExpression' || !call.firstChild || !call.lastChild) return undefined;
    if (this.#methodOf(call.firstChild) !== 'pop') return undefined;
    const [first] = argumentsOf(call.lastChild, this.#text);
    const name = this.names.nameFrom(first?.value);
    return name === undefined ? undefined : [deleting(name)];
  }

  /** Of `environ.update` and `os.putenv` the last word; undefined for what is about something else. */
  #methodOf(callee: SyntaxNode): string | undefined {
    const resolved = this.#scope.resolveDottedName(callee);
    if (resolved === 'os.putenv' || resolved === 'os.unsetenv') return resolved.slice(3);
    const method = callee.lastChild;
    if (callee.name !== 'MemberExpression' || method?.name !== 'PropertyName') return undefined;
    return this.names.isEnvironment(callee.firstChild)
      ? this.#text.slice(method.from, method.to)
      : undefined;
  }

  /** `environ.update({'X': 'y'}, Z='z')`. */
  #update(list: SyntaxNode): readonly EnvironmentChange[] | undefined {
    return allOf(argumentsOf(list, this.#text), ({ keyword, stars, value }) => {
      if (stars !== '') return undefined;
      if (keyword !== undefined) return this.#setting(keyword, value);
      if (value.name !== 'DictionaryExpression') return undefined;
      return allOf(pairsOf(value), ([key, held]) => {
        const name = this.names.nameFrom(key);
        return name === undefined ? undefined : this.#setting(name, held);
      });
    });
  }

  /** `if 'X' in environ: del environ['X']`, and `if 'X' not in environ: environ['X'] = 'y'`. */
  #conditional(statement: SyntaxNode): readonly EnvironmentChange[] | undefined {
    const [, condition, body, ...more] = childrenOf(statement);
    if (!condition || body?.name !== 'Body' || more.length > 0) return undefined;
    const [key, ...words] = childrenOf(withoutBrackets(condition));
    if (!this.names.isEnvironment(words.at(-1))) return undefined;
    const asked = words.slice(0, -1).map(({ from, to }) => this.#text.slice(from, to));
    const name = this.names.nameFrom(key);
    const changes = this.#changesIn(body);
    if (name === undefined || changes?.some((change) => change.name !== name)) return undefined;
    if (asked.join(' ') === 'in') return changes?.every(isDeleting) ? changes : undefined;
    if (asked.join(' ') !== 'not in' || changes?.some(isDeleting)) return undefined;
    return changes?.map((change) => ({ ...change, onlyIfUnset: true }));
  }

  /** `try: del environ['X']` with handlers that pass. */
  #attempt(statement: SyntaxNode): readonly EnvironmentChange[] | undefined {
    const parts = childrenOf(statement);
    if (parts.some(({ name }) => name === 'else' || name === 'finally')) return undefined;
    const [body, ...handlers] = parts.filter(({ name }) => name === 'Body');
    const isIdle = (handler: SyntaxNode): boolean =>
      statementsIn(handler).every(({ name }) => name === 'PassStatement');
    if (!body || !handlers.every(isIdle)) return undefined;
    const changes = this.#changesIn(body);
    // After the first variable that is not there, no other would be deleted.
    return changes?.length === 1 && changes.every(isDeleting) ? changes : undefined;
  }

  /** `for name in ('X', 'Y'): environ.pop(name, None)`. */
  #loop(statement: SyntaxNode): readonly EnvironmentChange[] | undefined {
    const [, variable, word, values, body, ...more] = childrenOf(statement);
    if (variable?.name !== 'VariableName' || word?.name !== 'in' || !values) return undefined;
    if (body?.name !== 'Body' || more.length > 0) return undefined;
    if (!/^(Tuple|Array|Set)Expression$/.test(values.name)) return undefined;
    const items = childrenOf(values).filter(({ name }) => !/^[()[\]{},]$/.test(name));
    if (items.length > MOST_VALUES) return undefined;
    const loopName = this.#text.slice(variable.from, variable.to);
    return allOf(items, (item) => {
      const value = this.names.textFrom(item);
      if (value === undefined) return undefined;
      return this.names.inLoop(loopName, value, () => this.#changesIn(body));
    });
  }

  #changesIn(body: SyntaxNode): readonly EnvironmentChange[] | undefined {
    return allOf(statementsIn(body), (inner) => this.changesOf(inner));
  }

  #setting(
    name: string,
    value: SyntaxNode,
    onlyIfUnset = false,
  ): readonly EnvironmentChange[] | undefined {
    const parts = this.#partsFrom(value);
    return parts && [{ name, value: parts, onlyIfUnset }];
  }

  #partsFrom(value: SyntaxNode): readonly ValuePart[] | undefined {
    return valuePartsFrom(value, { names: this.names, scope: this.#scope, text: this.#text });
  }
}

/** A loop over more is none that somebody wrote. */
const MOST_VALUES = 100;

function deleting(name: string): EnvironmentChange {
  return { name, value: undefined, onlyIfUnset: false };
}

function isDeleting({ value }: EnvironmentChange): boolean {
  return value === undefined;
}

/** The keys and values of a dictionary; of one with `**` in it, an empty key. */
function pairsOf(dictionary: SyntaxNode): [SyntaxNode, SyntaxNode][] {
  const pairs: [SyntaxNode, SyntaxNode][] = [];
  const parts = childrenOf(dictionary).filter(({ name }) => !/^[{}]$/.test(name));
  for (let at = 0; at < parts.length; at += 4) {
    const [key, colon, value] = parts.slice(at, at + 3);
    if (!key) continue;
    pairs.push(colon?.name === ':' && value ? [key, value] : [dictionary, dictionary]);
  }
  return pairs;
}

/** What each of some pieces changes; undefined as soon as one does something else. */
function allOf<T>(
  pieces: readonly T[],
  look: (piece: T) => readonly EnvironmentChange[] | undefined,
): readonly EnvironmentChange[] | undefined {
  const found: EnvironmentChange[] = [];
  for (const piece of pieces) {
    const changes = look(piece);
    if (!changes) return undefined;
    found.push(...changes);
  }
  return found.length === 0 ? undefined : found;
}
