import type { SyntaxNode } from '@lezer/common';
import type { OwnEffect } from '../../../contract/problems/tac.ts';
import { importedModules, type ModuleScope } from '../python/module-scope.ts';
import { childrenOf, descendantsOf, statementsIn } from '../python/python-tree.ts';
import { truthOf } from '../python/truth-of.ts';
import { branchesOf } from './branches-of.ts';
import { type CallEffect, callEffect } from './call-effect.ts';
import { circumstanceOf, DEEPEST } from './circumstance-of.ts';
import { EnvironmentForms } from './environment-forms.ts';
import { FoundEffects } from './found-effects.ts';
import { isKnownModule } from './is-known-module.ts';
import { OwnFunctions } from './own-functions.ts';
import type { TacEffect } from './tac-effect.ts';
import { type WorkerStart, WorkerStarts } from './worker-starts.ts';

/**
 * What a `buildbot.tac` does besides naming settings, from its syntax alone. Whatever is not known to be
 * without effect, or to be carried over, is an effect: that nothing is dropped in silence.
 */
export class EffectsReader {
  readonly #found: FoundEffects;
  readonly #starts: WorkerStarts;
  readonly #text: string;
  readonly #scope: ModuleScope;
  readonly #environment: EnvironmentForms;
  readonly #functions = new OwnFunctions();
  #depth = 0;

  constructor(text: string, scope: ModuleScope) {
    this.#text = text;
    this.#found = new FoundEffects(text);
    this.#scope = scope;
    this.#environment = new EnvironmentForms(text, scope);
    this.#starts = new WorkerStarts(text, scope);
  }

  get effects(): readonly TacEffect[] {
    return this.#found.all;
  }

  /** The calls that add the worker to the application. */
  get starts(): readonly WorkerStart[] {
    return this.#starts.starts;
  }

  /** Whether something unknown may have added it. */
  get mayStart(): boolean {
    return this.#starts.mayStart;
  }

  /** Looks at a statement of the top level; to be called before the scope executes it. */
  look(statement: SyntaxNode): void {
    this.#statement(statement, undefined);
  }

  #statement(statement: SyntaxNode, within: string | undefined): void {
    if (this.#found.isFull || this.#depth > DEEPEST) return;
    this.#depth += 1;
    this.#statementAt(statement, within);
    this.#depth -= 1;
  }

  #statementAt(statement: SyntaxNode, within: string | undefined): void {
    const changes = this.#environment.changesOf(statement);
    if (changes && within === undefined) {
      this.#found.environmentChanges(changes, statement);
      return;
    }
    switch (statement.name) {
      case 'StatementGroup':
        for (const part of childrenOf(statement)) this.#statement(part, within);
        return;
      case 'ImportStatement':
        if (!importedModules(statement, this.#text).every(isKnownModule))
          this.#found.own('import', statement);
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
      case 'TryStatement':
      case 'WhileStatement':
      case 'ForStatement':
      case 'WithStatement':
      case 'MatchStatement':
        this.#branches(statement, within);
        return;
      case 'RaiseStatement':
        this.#found.end(statement, within);
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
        this.#found.own('code', statement);
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
    if (!value) return;
    this.#calls(value, statement, within);
    this.#starts.assigned(targets, value);
    for (const target of targets) this.#environment.names.assigned(target, value);
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
      this.#found.own(isEnvironment ? 'environment' : 'code', statement);
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

  #branches(statement: SyntaxNode, within: string | undefined): void {
    const truth = (condition: SyntaxNode) => truthOf(condition, this.#scope);
    for (const branch of branchesOf(statement, within, truth)) {
      if (branch.kind === 'body') this.#body(branch.node, branch.within);
      else this.#calls(branch.node, branch.node, branch.within);
    }
  }

  #body(body: SyntaxNode, within: string | undefined): void {
    for (const statement of statementsIn(body)) this.#statement(statement, within);
  }

  #assertion(statement: SyntaxNode, within: string | undefined): void {
    const condition = childrenOf(statement)[1];
    const truth = condition && truthOf(condition, this.#scope);
    if (truth === false) this.#found.end(statement, within);
    else if (truth === undefined) this.#found.own('code', statement);
  }

  #function(statement: SyntaxNode): void {
    const name = childrenOf(statement).find((child) => child.name === 'VariableName');
    if (name) this.#functions.define(this.#source(name), statement);
  }

  /** A decorator is called with the function. */
  #decorated(statement: SyntaxNode, within: string | undefined): void {
    for (const part of childrenOf(statement)) {
      if (part.name !== 'Decorator') this.#statement(part, within);
      else if (!HARMLESS_DECORATOR.test(this.#source(part))) this.#found.own('code', statement);
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
        const inner = circumstanceOf(call, expression, this.#scope);
        if (inner === 'never') return undefined;
        if (effect === 'start') this.#starts.started(call, within ?? inner);
        else
          this.#found.end(statement, within ?? inner ?? (effect === 'may-end' ? 'def' : undefined));
      } else if (effect !== 'none' && effect !== 'own-function') first ??= { effect, call };
      // What it is made of has been looked at with it.
      return /\.setComponent$/.test(this.#calleeOf(call)) ? false : undefined;
    });
    if (first && !this.#found.isLastOf(statement)) {
      this.#found.own(first.effect, first.call);
    }
  }

  #callEffect(call: SyntaxNode): CallEffect {
    const names = this.#environment.names;
    const effect = callEffect(call, { text: this.#text, scope: this.#scope, names });
    if (effect === 'start') return this.#starts.effectOf(call);
    const found = effect === 'own-function' ? this.#functionEffect(this.#calleeOf(call)) : effect;
    if (found === 'code') this.#starts.handedToCode(call);
    return found;
  }

  /** What a function of the file does when it is called. */
  #functionEffect(name: string): CallEffect {
    return this.#functions.effectOf(name, (body) => {
      const before = this.effects.length;
      this.#body(body, undefined);
      return this.#found.takeBackTo(before);
    });
  }

  #calleeOf(call: SyntaxNode): string {
    return call.firstChild ? this.#source(call.firstChild) : '';
  }

  #source({ from, to }: SyntaxNode): string {
    return this.#text.slice(from, to);
  }
}

const HARMLESS_DECORATOR =
  /^@\s*(staticmethod|classmethod|property|(zope\.interface\.)?(implementer|provider)\b|(defer\.|functools\.|dataclasses\.)\w+|inlineCallbacks|dataclass|wraps)/;

/** The elements and attributes that are assigned to, in lists of targets too. */
function elementsOf(target: SyntaxNode): SyntaxNode[] {
  if (target.name === 'MemberExpression') return [target];
  return /^(Tuple|Array|Parenthesized)Expression$/.test(target.name)
    ? descendantsOf(target, 'MemberExpression')
    : [];
}
