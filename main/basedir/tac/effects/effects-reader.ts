import type { SyntaxNode } from '@lezer/common';
import type { OwnEffect } from '../../../contract/problems/tac.ts';
import { ageOfClass } from '../age-of-class.ts';
import { argumentsOf } from '../python/arguments-of.ts';
import { importedModules, type ModuleScope, spanOf } from '../python/module-scope.ts';
import { childrenOf, descendantsOf, statementsIn, withoutBrackets } from '../python/python-tree.ts';
import { lineAt, snippetOf } from '../python/tac-text.ts';
import { type CallEffect, callEffect } from './call-effect.ts';
import { EnvironmentForms } from './environment-forms.ts';
import { isKnownModule } from './is-known-module.ts';
import type { TacEffect } from './tac-effect.ts';
import { truthOf } from './truth-of.ts';

/** Nobody reads more of them, and each costs time. */
const MOST_EFFECTS = 200;
/** People nest no deeper; a spoiled file may. */
const DEEPEST = 40;
const SECRET_NAME = /pass|pwd|secret|token|credential|key/i;

/** How a line that makes the worker run is reached. */
export interface WorkerStart {
  /** Counted from 1. */
  readonly line: number;
  /** What has to hold for that, in Python's own word; undefined when it always runs. */
  readonly within: string | undefined;
}

/**
 * What a `buildbot.tac` does besides naming settings, from its syntax alone. Whatever is not known to be
 * without effect, or to be carried over, is an effect: that nothing is dropped in silence.
 */
export class EffectsReader {
  readonly effects: TacEffect[] = [];
  /** The calls that add the worker to the application. */
  readonly starts: WorkerStart[] = [];
  /** Whether something unknown may have added it. */
  mayStart = false;
  readonly #text: string;
  readonly #scope: ModuleScope;
  readonly #environment: EnvironmentForms;
  /** Variables that hold the worker. */
  readonly #workers = new Set<string>();
  /** Variables that hold what another package has made. */
  readonly #others = new Set<string>();
  readonly #functions = new Map<string, SyntaxNode>();
  /** What a call of a function of the file does. */
  readonly #bodies = new Map<string, CallEffect>();
  #depth = 0;

  constructor(text: string, scope: ModuleScope) {
    this.#text = text;
    this.#scope = scope;
    this.#environment = new EnvironmentForms(text, scope);
  }

  /** Looks at a statement of the top level; to be called before the scope executes it. */
  look(statement: SyntaxNode): void {
    this.#statement(statement, undefined);
  }

  #statement(statement: SyntaxNode, within: string | undefined): void {
    if (this.effects.length >= MOST_EFFECTS || this.#depth > DEEPEST) return;
    this.#depth += 1;
    this.#statementAt(statement, within);
    this.#depth -= 1;
  }

  #statementAt(statement: SyntaxNode, within: string | undefined): void {
    const changes = this.#environment.changesOf(statement);
    if (changes && within === undefined) {
      this.effects.push({ kind: 'environment-change', changes, ...this.#found(statement) });
      return;
    }
    switch (statement.name) {
      case 'StatementGroup':
        for (const part of childrenOf(statement)) this.#statement(part, within);
        return;
      case 'ImportStatement':
        if (!importedModules(statement, this.#text).every(isKnownModule))
          this.#own('import', statement);
        return;
      case 'AssignStatement':
        this.#assignment(statement, within);
        return;
      case 'UpdateStatement':
        this.#update(statement, within);
        return;
      case 'DeleteStatement':
        this.#targets(childrenOf(statement), statement, within);
        return;
      case 'IfStatement':
        this.#conditional(statement, within);
        return;
      case 'TryStatement':
        this.#attempt(statement, within);
        return;
      case 'WhileStatement':
      case 'ForStatement':
      case 'WithStatement':
      case 'MatchStatement':
        this.#block(statement, within);
        return;
      case 'RaiseStatement':
        this.#end(statement, within);
        return;
      case 'AssertStatement':
        this.#assertion(statement, within);
        return;
      case 'FunctionDefinition':
        this.#function(statement);
        return;
      case 'DecoratedStatement':
        this.#decorated(statement, within);
        return;
      case 'PrintStatement':
        this.#own('code', statement);
        return;
      default:
        // A class has its bases looked at, an expression its calls; a function in it is not run.
        if (!statement.type.isError) this.#calls(statement, statement, within);
    }
  }

  #assignment(statement: SyntaxNode, within: string | undefined): void {
    const parts = childrenOf(statement);
    const lastOperator = parts.findLastIndex(({ name }) => name === 'AssignOp');
    if (lastOperator === -1) return;
    const value = parts[lastOperator + 1];
    const targets = parts.slice(0, lastOperator);
    if (this.#targets(targets, statement, within)) return;
    if (value) this.#calls(value, statement, within);
    if (!value) return;
    const isWorker = this.#isWorker(withoutBrackets(value));
    const isOther = !isWorker && this.#isMadeElsewhere(withoutBrackets(value));
    for (const target of targets) {
      this.#environment.names.assigned(target, value);
      if (target.name !== 'VariableName') continue;
      if (isWorker) this.#workers.add(this.#source(target));
      if (isOther) this.#others.add(this.#source(target));
    }
  }

  #update(statement: SyntaxNode, within: string | undefined): void {
    const [target, , value] = childrenOf(statement);
    if (target && this.#targets([target], statement, within)) return;
    if (value) this.#calls(value, statement, within);
  }

  /** Whether something other than a name of the file's own is assigned to, or deleted. */
  #targets(
    targets: readonly SyntaxNode[],
    statement: SyntaxNode,
    within: string | undefined,
  ): boolean {
    const outside = targets.flatMap(elementsOf).find((target) => !this.#isOwnElement(target));
    if (outside) {
      const isEnvironment = this.#environment.names.keyNodeOf(outside) !== undefined;
      this.#own(isEnvironment ? 'environment' : 'code', statement);
      return true;
    }
    for (const target of targets) this.#calls(target, statement, within);
    return false;
  }

  /** `options['x'] = 1` of a dictionary that the file has made. */
  #isOwnElement(target: SyntaxNode): boolean {
    const [base, open] = childrenOf(target);
    if (base?.name !== 'VariableName' || open?.name !== '[') return false;
    if (this.#environment.names.isEnvironment(base)) return false;
    return this.#scope.bindingOf(this.#source(base))?.kind === 'computed';
  }

  /** `if …: elif …: else: …`, each branch as its condition allows. */
  #conditional(statement: SyntaxNode, within: string | undefined): void {
    let isOpen = false;
    let condition: SyntaxNode | undefined;
    for (const part of childrenOf(statement)) {
      if (part.name === 'Body') {
        const truth = condition ? truthOf(condition, this.#scope, this.#text) : true;
        condition = undefined;
        if (truth !== false) {
          const isSure = truth === true && !isOpen;
          this.#body(part, isSure ? within : (within ?? 'if'));
        }
        if (truth === true) return;
        isOpen ||= truth === undefined;
      } else if (!/^(if|elif|else)$/.test(part.name)) {
        condition = part;
        this.#calls(part, part, isOpen ? (within ?? 'if') : within);
      }
    }
  }

  #attempt(statement: SyntaxNode, within: string | undefined): void {
    const parts = childrenOf(statement);
    const first = parts.find(({ name }) => name === 'Body');
    const onlyImports =
      first !== undefined && statementsIn(first).every(({ name }) => name === 'ImportStatement');
    let keyword = '';
    for (const part of parts) {
      if (/^(try|except|else|finally)$/.test(part.name)) keyword = part.name;
      if (part.name !== 'Body') continue;
      const isSure = keyword === 'try' || keyword === 'finally';
      // `except ImportError: sys.exit(…)` says that something is missing, not that nothing is to run.
      const why = keyword === 'except' && onlyImports ? MISSING : keyword;
      this.#body(part, isSure ? within : (within ?? why));
    }
  }

  #block(statement: SyntaxNode, within: string | undefined): void {
    const keyword = statement.firstChild?.name ?? '';
    for (const part of childrenOf(statement)) {
      if (part.name === 'Body') {
        this.#body(part, keyword === 'with' ? within : (within ?? keyword));
      } else if (part.name === 'MatchBody') {
        for (const clause of childrenOf(part)) {
          for (const body of childrenOf(clause)) {
            if (body.name === 'Body') this.#body(body, within ?? keyword);
          }
        }
      } else this.#calls(part, part, within);
    }
  }

  #body(body: SyntaxNode, within: string | undefined): void {
    for (const statement of statementsIn(body)) this.#statement(statement, within);
  }

  #assertion(statement: SyntaxNode, within: string | undefined): void {
    const condition = childrenOf(statement)[1];
    const truth = condition && truthOf(condition, this.#scope, this.#text);
    if (truth === false) this.#end(statement, within);
    else if (truth === undefined) this.#own('code', statement);
  }

  #function(statement: SyntaxNode): void {
    const name = childrenOf(statement).find((child) => child.name === 'VariableName');
    if (!name) return;
    this.#functions.set(this.#source(name), statement);
    this.#bodies.delete(this.#source(name));
  }

  /** A decorator is called with the function. */
  #decorated(statement: SyntaxNode, within: string | undefined): void {
    for (const part of childrenOf(statement)) {
      if (part.name !== 'Decorator') this.#statement(part, within);
      else if (!HARMLESS_DECORATOR.test(this.#source(part))) this.#own('code', statement);
    }
  }

  /** The calls of an expression; of several that have an effect the gravest is named. */
  #calls(expression: SyntaxNode, statement: SyntaxNode, within: string | undefined): void {
    let first: { readonly effect: OwnEffect; readonly call: SyntaxNode } | undefined;
    expression.cursor().iterate((ref) => {
      if (/^(LambdaExpression|FunctionDefinition)$/.test(ref.name)) return false;
      if (ref.name !== 'CallExpression') return undefined;
      const call = ref.node;
      const effect = this.#callEffect(call);
      if (effect === 'end' || effect === 'may-end' || effect === 'start') {
        const inner = this.#circumstance(call, expression);
        if (inner === 'never') return undefined;
        if (effect === 'start') this.#started(call, within ?? inner);
        else this.#end(statement, within ?? inner ?? (effect === 'may-end' ? 'def' : undefined));
      } else if (effect !== 'none' && effect !== 'own-function') first ??= { effect, call };
      // What it is made of has been looked at with it.
      return /\.setComponent$/.test(this.#calleeOf(call)) ? false : undefined;
    });
    if (first && this.effects.at(-1)?.span.from !== statement.from) {
      this.#own(first.effect, first.call);
    }
  }

  #callEffect(call: SyntaxNode): CallEffect {
    const names = this.#environment.names;
    const effect = callEffect(call, { text: this.#text, scope: this.#scope, names });
    if (effect === 'start') return this.#startEffect(call);
    const found = effect === 'own-function' ? this.#functionEffect(this.#calleeOf(call)) : effect;
    if (found === 'code' && this.#handsWorker(call)) this.mayStart = true;
    return found;
  }

  /** What a function of the file does when it is called. */
  #functionEffect(name: string): CallEffect {
    const known = this.#bodies.get(name);
    if (known !== undefined) return known;
    const body = this.#functions.get(name)?.lastChild;
    if (body?.name !== 'Body') return 'code';
    // While it is looked at: a function that calls itself does nothing new by that.
    this.#bodies.set(name, 'none');
    const before = this.effects.length;
    this.#body(body, undefined);
    const effect = effectOfAll(this.effects.splice(before));
    this.#bodies.set(name, effect);
    return effect;
  }

  #started(call: SyntaxNode, within: string | undefined): void {
    if (this.starts.length >= MOST_EFFECTS) return;
    this.starts.push({ line: lineAt(this.#text, call.from), within });
  }

  /** `x.setServiceParent(y)`, `y.addService(x)`. */
  #startEffect(call: SyntaxNode): CallEffect {
    const receiver = call.firstChild?.firstChild;
    if (!receiver) return 'none';
    if (this.#isWorker(withoutBrackets(receiver)) || this.#handsWorker(call)) return 'start';
    if (receiver.name === 'VariableName' && this.#isContainer(receiver)) return 'none';
    const isOther = this.#isMadeElsewhere(receiver) || this.#others.has(this.#source(receiver));
    if (!isOther) this.mayStart = true;
    return 'service';
  }

  #isWorker(node: SyntaxNode): boolean {
    if (node.name === 'VariableName') return this.#workers.has(this.#source(node));
    if (node.name === 'NamedExpression' && node.lastChild) return this.#isWorker(node.lastChild);
    if (node.name !== 'CallExpression' || !node.firstChild) return false;
    const name = this.#scope.resolveDottedName(node.firstChild);
    return name !== undefined && ageOfClass(name) !== undefined;
  }

  /** `internet.TCPServer(…)`. */
  #isMadeElsewhere(node: SyntaxNode): boolean {
    if (node.name !== 'CallExpression' || !node.firstChild) return false;
    return this.#scope.resolveDottedName(node.firstChild)?.includes('.') === true;
  }

  #handsWorker(call: SyntaxNode): boolean {
    if (!call.lastChild) return false;
    return argumentsOf(call.lastChild, this.#text).some(({ value }) => this.#isWorker(value));
  }

  /** `parent = service.MultiService()`, through which the worker comes to its application. */
  #isContainer(node: SyntaxNode): boolean {
    const binding = this.#scope.bindingOf(this.#source(node));
    if (binding?.kind !== 'computed') return false;
    return /^[\w.]*(MultiService|IServiceCollection|Application)\(/.test(
      this.#text.slice(binding.span.from, binding.span.to),
    );
  }

  /** What a call depends on inside its expression: `x or sys.exit()`, `sys.exit() if x else 0`. */
  #circumstance(call: SyntaxNode, expression: SyntaxNode): string | 'never' | undefined {
    const inside = expressionAround(call, expression);
    if (!inside) return undefined;
    const [left, operator] = childrenOf(inside.whole);
    const condition = inside.keyword === 'if' ? childrenOf(inside.whole)[2] : left;
    const truth = condition && truthOf(condition, this.#scope, this.#text);
    if (truth === undefined) return inside.keyword;
    const isFirst = inside.keyword === 'if' && call.from < (operator?.from ?? 0);
    const runs = inside.keyword === 'or' || (inside.keyword === 'if' && !isFirst) ? !truth : truth;
    return runs ? undefined : 'never';
  }

  #own(effect: OwnEffect, node: SyntaxNode): void {
    this.effects.push({ kind: 'own', effect, ...this.#found(node) });
  }

  #end(statement: SyntaxNode, within: string | undefined): void {
    if (within === MISSING) {
      this.#own('code', statement);
      return;
    }
    // The reason that its author gave is shown, unless it may be a secret.
    const span = spanOf(statement);
    const code = snippetOf(this.#text, span, SECRET_NAME.test(this.#source(statement)));
    const line = lineAt(this.#text, span.from);
    this.effects.push({ kind: 'end', within, span, line, code });
  }

  #found(node: SyntaxNode): Pick<TacEffect, 'line' | 'code' | 'span'> {
    const span = spanOf(node);
    return {
      span,
      line: lineAt(this.#text, span.from),
      code: snippetOf(this.#text, span, true),
    };
  }

  #calleeOf(call: SyntaxNode): string {
    return call.firstChild ? this.#source(call.firstChild) : '';
  }

  #source({ from, to }: SyntaxNode): string {
    return this.#text.slice(from, to);
  }
}

/** In a handler for modules that are not there. */
const MISSING = 'except ImportError';
const HARMLESS_DECORATOR =
  /^@\s*(staticmethod|classmethod|property|(zope\.interface\.)?(implementer|provider)\b|(defer\.|functools\.|dataclasses\.)\w+|inlineCallbacks|dataclass|wraps)/;

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

/** What a function does in whose body these were found. */
function effectOfAll(found: readonly TacEffect[]): CallEffect {
  const ends = found.filter((effect) => effect.kind === 'end');
  if (ends.some(({ within }) => within === undefined)) return 'end';
  if (ends.length > 0) return 'may-end';
  return found.length > 0 ? 'code' : 'none';
}

/** The elements and attributes that are assigned to, in lists of targets too. */
function elementsOf(target: SyntaxNode): SyntaxNode[] {
  if (target.name === 'MemberExpression') return [target];
  return /^(Tuple|Array|Parenthesized)Expression$/.test(target.name)
    ? descendantsOf(target, 'MemberExpression')
    : [];
}
