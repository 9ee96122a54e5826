import type { SyntaxNode } from '@lezer/common';
import type { Binding, ComputedBinding, Evaluation } from './binding.ts';
import { type EvaluationContext, evaluate, openedBy } from './evaluate.ts';
import { literalFrom } from './literal-from.ts';
import {
  childrenOf,
  descendantsOf,
  dottedNameOf,
  isWhole,
  statementsIn,
  withoutBrackets,
} from './python-tree.ts';
import type { Span } from './span.ts';
import type { Surroundings } from './surroundings.ts';

/** The names of a module while its statements are read from first to last. */
export class ModuleScope {
  readonly #text: string;
  readonly #surroundings: Surroundings | undefined;
  readonly #bindings = new Map<string, Binding>();
  readonly #wanted = new Set<string>();
  readonly #lostVariables = new Set<string>();
  #areVariablesKnown = true;

  constructor(text: string, surroundings?: Surroundings) {
    this.#text = text;
    this.#surroundings = surroundings;
  }

  /** Files that the code reads, and that the surroundings do not have yet. */
  get wantedFiles(): readonly string[] {
    return [...this.#wanted];
  }

  /** What an expression comes to, of the few that are understood. */
  evaluate(node: SyntaxNode): Evaluation | undefined {
    return evaluate(node, this.#context);
  }

  /** The value of a variable of the environment, or without a name of all, is not known from here on. */
  loseVariable(name?: string): void {
    if (name === undefined) this.#areVariablesKnown = false;
    else this.#lostVariables.add(name);
  }

  get #context(): EvaluationContext {
    return {
      text: this.#text,
      scope: this,
      surroundings: this.#surroundings,
      isKnown: (variable) => this.#areVariablesKnown && !this.#lostVariables.has(variable),
      wants: (path) => this.#wanted.add(path),
    };
  }

  /** What an expression stands for; a name that nothing was assigned to counts as computed. */
  valueOf(node: SyntaxNode): Binding {
    const expression = withoutBrackets(node);
    if (expression.name === 'VariableName') {
      return this.#bindings.get(this.#source(expression)) ?? computed(expression);
    }
    if (isFolderOfFile(this.#source(expression))) {
      return { kind: 'literal', value: '.', span: spanOf(node), isFolder: true };
    }
    const value = literalFrom(node, this.#text);
    return value === undefined
      ? { ...computed(expression), evaluation: this.evaluate(expression) }
      : { kind: 'literal', value, span: spanOf(node) };
  }

  /** What a name stands for by now; undefined when nothing was assigned to it. */
  bindingOf(name: string): Binding | undefined {
    return this.#bindings.get(name);
  }

  /** `a.b.c` with its first name replaced by the module it was imported from. */
  resolveDottedName(node: SyntaxNode): string | undefined {
    const dotted = dottedNameOf(node, this.#text);
    if (dotted === undefined) return undefined;
    const [head = '', ...rest] = dotted.split('.');
    const binding = this.#bindings.get(head);
    if (binding?.kind === 'imported') return [binding.path, ...rest].join('.');
    return binding === undefined ? dotted : undefined;
  }

  /** Applies what a statement of the module's top level does to its names. */
  execute(statement: SyntaxNode): void {
    switch (statement.name) {
      case 'StatementGroup':
        for (const part of childrenOf(statement)) this.execute(part);
        return;
      case 'AssignStatement':
        this.#assign(statement);
        break;
      case 'ImportStatement':
        this.#import(statement);
        return;
      case 'FunctionDefinition':
      case 'DecoratedStatement':
      case 'ClassDefinition':
        this.#define(statement);
        return;
      case 'IfStatement':
        if (isRelocation(statement, this.#text)) return;
        this.#loseAssignedNames(statement, `${statement.firstChild?.name ?? 'if'} …: `);
        return;
      case 'WithStatement':
        this.#with(statement);
        return;
      case 'UpdateStatement':
      case 'DeleteStatement':
      case 'ExpressionStatement':
        break;
      default:
        this.#loseAssignedNames(statement, blockOf(statement));
        return;
    }
    if (statement.name === 'UpdateStatement' || statement.name === 'DeleteStatement') {
      this.#loseTargets(childrenOf(statement), statement, '');
    }
    for (const walrus of descendantsOf(statement, 'NamedExpression')) {
      if (walrus.firstChild) this.#loseTargets([walrus.firstChild], statement, '');
    }
  }

  #assign(statement: SyntaxNode): void {
    const groups = assignmentGroups(statement);
    const values = groups.pop();
    if (!values || groups.length === 0) return;
    // `port = 9989,` is a tuple of one.
    const isTuple = values.length === 1 && values[0]?.nextSibling?.name === ',';
    const isClear = isWhole(statement, this.#text) && !isTuple;
    const bound = isClear ? values.map((value) => this.valueOf(value)) : [];
    let unpackedParts: Binding[] | undefined;
    for (const targets of groups) {
      const names = unpacked(targets);
      if (names.length > 1 && values.length === 1) unpackedParts ??= this.#unpackedValues(values);
      const parts = names.length > 1 ? (unpackedParts ?? bound) : bound;
      names.forEach((target, index) => {
        const binding = parts.length === names.length ? parts[index] : undefined;
        this.#loseTargets([target], statement, '');
        if (target.name === 'VariableName' && binding && isClear) {
          this.#bindings.set(this.#source(target), binding);
        }
      });
    }
  }

  #unpackedValues(values: readonly SyntaxNode[]): Binding[] {
    return unpacked(values).map((value) => this.valueOf(value));
  }

  /** `with open(path) as name: …` */
  #with(statement: SyntaxNode): void {
    const [, opening, word, target, body, ...more] = childrenOf(statement);
    const isPlain = word?.name === 'as' && target?.name === 'VariableName' && more.length === 0;
    const opened = opening && openedBy(opening, this.#context);
    if (!isPlain || body?.name !== 'Body' || opened === undefined) {
      this.#loseAssignedNames(statement, blockOf(statement));
      return;
    }
    this.#bindings.set(this.#source(target), { ...computed(statement), opened });
    for (const inner of statementsIn(body)) this.execute(inner);
  }

  #import(statement: SyntaxNode): void {
    for (const { name, path } of importedNames(statement, this.#text)) {
      this.#bindings.set(name, { kind: 'imported', path, span: spanOf(statement) });
    }
  }

  #define(statement: SyntaxNode): void {
    const inner =
      statement.name === 'DecoratedStatement' ? (statement.lastChild ?? statement) : statement;
    const name = childrenOf(inner).find((child) => child.name === 'VariableName');
    if (name) this.#bindings.set(this.#source(name), computed(statement));
    // A function changes the module's names only where it says so.
    for (const scope of descendantsOf(inner, 'ScopeStatement')) {
      if (scope.firstChild?.name !== 'global') continue;
      for (const named of childrenOf(scope).slice(1)) {
        if (named.name !== 'VariableName') continue;
        this.#bindings.set(this.#source(named), computed(statement));
      }
    }
  }

  /** After a block that may or may not have run, what it assigns is not known. */
  #loseAssignedNames(block: SyntaxNode, within: string): void {
    for (const statement of innerStatements(block)) {
      if (statement.name === 'ImportStatement') this.#importMaybe(statement);
      else if (statement.name === 'AssignStatement' || statement.name === 'UpdateStatement') {
        const targets = assignmentGroups(statement).slice(0, -1).flat();
        const all = statement.name === 'UpdateStatement' ? childrenOf(statement) : targets;
        this.#loseTargets(unpacked(all), statement, within);
      } else if (statement.name === 'FunctionDefinition' || statement.name === 'ClassDefinition') {
        this.#define(statement);
      }
    }
    this.#loseTargets(headTargets(block), block, '');
    for (const walrus of descendantsOf(block, 'NamedExpression')) {
      if (walrus.firstChild) this.#loseTargets([walrus.firstChild], walrus, within);
    }
  }

  /** `try: import … except ImportError: import …`: the first one is what most machines have. */
  #importMaybe(statement: SyntaxNode): void {
    for (const { name, path } of importedNames(statement, this.#text)) {
      if (this.#bindings.get(name)?.kind === 'imported') continue;
      this.#bindings.set(name, { kind: 'imported', path, span: spanOf(statement) });
    }
  }

  #loseTargets(targets: readonly SyntaxNode[], code: SyntaxNode, within: string): void {
    for (const target of targets) {
      if (target.name !== 'VariableName') continue;
      const binding: Binding = { kind: 'computed', span: spanOf(code), within };
      this.#bindings.set(this.#source(target), binding);
    }
  }

  #source(node: SyntaxNode): string {
    return this.#text.slice(node.from, node.to);
  }
}

export function spanOf(node: SyntaxNode): Span {
  return { from: node.from, to: node.to };
}

function computed(node: SyntaxNode): ComputedBinding {
  return { kind: 'computed', span: spanOf(node), within: '' };
}

/** Longer code is not looked at: deep nesting would be read again at each level. */
const LONGEST_FOLDER_CODE = 300;

/** The folder of the file itself, in the ways people write it. */
function isFolderOfFile(source: string): boolean {
  if (source.length > LONGEST_FOLDER_CODE) return false;
  const bare = source.replaceAll(/\s|os\.path\.|str(?=\()/g, '');
  let inner = bare;
  for (;;) {
    const call = /^(abspath|realpath|normpath|dirname)\((.*)\)$/.exec(inner);
    if (!call?.[2]) break;
    inner = call[2];
  }
  return inner === '__file__' && bare.split('dirname(').length === 2;
}

/** The block that `create-worker` writes so that `basedir = '.'` means the file's folder. */
function isRelocation(statement: SyntaxNode, text: string): boolean {
  const [, condition, body, more] = childrenOf(statement);
  if (!condition || !body || more || !isBasedirDot(condition, text)) return false;
  return childrenOf(body).every((inner) => {
    if (inner.name === 'ImportStatement' || inner.name === 'PassStatement') return true;
    if (inner.name === ':') return true;
    if (inner.name !== 'AssignStatement') return false;
    const [target, , value] = childrenOf(inner);
    if (!target || !value || text.slice(target.from, target.to) !== 'basedir') return false;
    return isFolderOfFile(text.slice(value.from, value.to));
  });
}

function isBasedirDot(condition: SyntaxNode, text: string): boolean {
  const [left, operator, right] = childrenOf(withoutBrackets(condition));
  if (!left || !right || operator?.name !== 'CompareOp') return false;
  if (text.slice(operator.from, operator.to) !== '==') return false;
  return (
    [left, right].some((side) => text.slice(side.from, side.to) === 'basedir') &&
    [left, right].some((side) => literalFrom(side, text) === '.')
  );
}

/** The sides of `a = b, c = 1, 2`, each as its expressions; no value, no groups. */
function assignmentGroups(statement: SyntaxNode): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [[]];
  let hasValue = false;
  for (const child of childrenOf(statement)) {
    if (child.name === 'AssignOp') {
      hasValue = true;
      groups.push([]);
    } else if (child.name !== ',' && child.name !== 'TypeDef' && !child.type.isError) {
      groups.at(-1)?.push(child);
    }
  }
  return hasValue ? groups : [];
}

/** `(a, b)` and `[a, b]` as what is in them. */
function unpacked(nodes: readonly SyntaxNode[]): SyntaxNode[] {
  const flat: SyntaxNode[] = [];
  const waiting = [...nodes].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.name === 'TupleExpression' || node.name === 'ArrayExpression') {
      waiting.push(
        ...childrenOf(node)
          .filter((child) => !/^[(),[\]]$/.test(child.name))
          .reverse(),
      );
    } else flat.push(withoutBrackets(node));
  }
  return flat;
}

/** The statements inside a block, at any depth, but not those of functions and classes in it. */
function innerStatements(block: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  block.cursor().iterate((ref) => {
    if (ref.name === 'FunctionDefinition' || ref.name === 'ClassDefinition') {
      found.push(ref.node);
      return false;
    }
    if (/^(Assign|Update|Import)Statement$/.test(ref.name)) found.push(ref.node);
    return undefined;
  });
  return found;
}

/** What `for x in`, `with … as x` and `except … as x` assign, at any depth. */
function headTargets(block: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  block.cursor().iterate((ref) => {
    if (ref.name === 'FunctionDefinition' || ref.name === 'ClassDefinition') return false;
    if (ref.name === 'ForStatement') {
      const children = childrenOf(ref.node);
      const end = children.findIndex((child) => child.name === 'in');
      found.push(...unpacked(children.slice(0, end)));
    } else if (ref.name === 'as' && ref.node.nextSibling) {
      found.push(ref.node.nextSibling);
    }
    return undefined;
  });
  return found;
}

function blockOf(statement: SyntaxNode): string {
  const keyword = statement.firstChild?.name ?? '';
  return /^[a-z]+$/.test(keyword) ? `${keyword} …: ` : '';
}

interface ImportedName {
  readonly name: string;
  /** Where it comes from, as in `buildbot_worker.bot.Worker`. */
  readonly path: string;
}

/** The modules that a statement imports, or imports from, by their full names. */
export function importedModules(statement: SyntaxNode, text: string): string[] {
  const { module, list } = importParts(statement, text);
  if (module !== undefined) return [module];
  return list.split(',').map((item) => (item.trim().split(/ as /)[0] ?? '').replaceAll(' ', ''));
}

function importedNames(statement: SyntaxNode, text: string): ImportedName[] {
  const { module: from, list } = importParts(statement, text);
  const module = from === undefined ? '' : `${from}.`;
  const names: ImportedName[] = [];
  for (const item of list.split(',')) {
    const [path = '', alias] = item.trim().split(/ as /);
    if (path === '' || path === '*') continue;
    const bare = path.replaceAll(' ', '');
    if (alias !== undefined) names.push({ name: alias.trim(), path: module + bare });
    else if (from !== undefined) names.push({ name: bare, path: module + bare });
    // `import a.b` binds `a`, through which `a.b` is then reached.
    else names.push({ name: bare.split('.')[0] ?? bare, path: bare.split('.')[0] ?? bare });
  }
  return names;
}

/** Of `from a.b import c, d` the module and the list; of `import a.b, c` the list alone. */
function importParts(
  statement: SyntaxNode,
  text: string,
): { readonly module: string | undefined; readonly list: string } {
  const source = text
    .slice(statement.from, statement.to)
    .replaceAll(/#[^\r\n]*/g, '')
    .replaceAll(/[\s()\\]+/g, ' ');
  const from = /^from ([\w. ]+) import (.*)$/.exec(source);
  if (!from) return { module: undefined, list: source.replace(/^import /, '') };
  return { module: (from[1] ?? '').replaceAll(' ', ''), list: from[2] ?? '' };
}
