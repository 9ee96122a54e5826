import type { SyntaxNode } from '@lezer/common';
import { importedModules, ModuleScope } from '../tac/python/module-scope.ts';
import { childrenOf, parsePython } from '../tac/python/python-tree.ts';
import { lineAt } from '../tac/python/tac-text.ts';
import { LOST_BUILTINS, LOST_MEMBERS, LOST_MODULES, ownNames } from './python2-names.ts';

/** Something that a file uses, and that Python 3 with buildbot-worker 4.3 does not have. */
export interface MissingName {
  readonly line: number;
  readonly name: string;
}

/** Modules of buildbot-worker 4.3.0. */
const WORKER_MODULES: ReadonlySet<string> = new Set(
  `buildbot_worker base bot commands commands.base commands.fs commands.registry commands.shell
   commands.transfer commands.utils compat exceptions interfaces monkeypatches msgpack null pb pbutil
   runprocess scripts scripts.base scripts.create_worker scripts.logwatcher scripts.restart
   scripts.runner scripts.start scripts.stop tunnel util util.buffer_manager util.deferwaiter
   util.lineboundaries util.twisted`
    .split(/\s+/)
    .map((name) => (name === 'buildbot_worker' ? name : `buildbot_worker.${name}`)),
);
/** All that its module `bot` holds. */
const BOT_NAMES: ReadonlySet<string> = new Set(['Worker', 'LocalWorker']);
const LISTS = /^(keys|values|items)$/;
const BECAME_LAZY = /^(map|filter|zip)$/;

/** The first such thing; undefined where everything is known to be there. */
export function missingName(text: string): MissingName | undefined {
  const top = parsePython(text).topNode;
  const own = ownNames(top, text);
  const scope = new ModuleScope(text);
  for (const statement of childrenOf(top)) scope.execute(statement);
  let found: { readonly at: number; readonly name: string } | undefined;
  top.cursor().iterate(({ node }) => {
    if (found) return false;
    const name = missingAt(node, text, scope, own);
    if (name !== undefined) found = { at: node.from, name };
    return node.name !== 'ImportStatement';
  });
  return found && { line: lineAt(text, found.at), name: found.name };
}

function missingAt(
  node: SyntaxNode,
  text: string,
  scope: ModuleScope,
  own: ReadonlySet<string>,
): string | undefined {
  switch (node.name) {
    case 'ImportStatement':
      return isTried(node) ? undefined : missingImport(node, text);
    case 'VariableName': {
      const name = text.slice(node.from, node.to);
      const isKeyword = node.parent?.name === 'ArgList' && node.nextSibling?.name === 'AssignOp';
      return LOST_BUILTINS.has(name) && !own.has(name) && !isKeyword ? name : undefined;
    }
    case 'MemberExpression': {
      const name = scope.resolveDottedName(node);
      if (name !== undefined && LOST_MEMBERS.test(name)) return name;
      return subscriptOfView(node, text, own);
    }
    case 'CallExpression':
      return missingMethod(node, text, own);
    default:
      return undefined;
  }
}

/** `try: import x` with something else where that fails. */
function isTried(node: SyntaxNode): boolean {
  for (let around = node.parent; around; around = around.parent) {
    if (around.name !== 'TryStatement') continue;
    if (childrenOf(around).some(({ name }) => name === 'except')) return true;
  }
  return false;
}

function missingImport(statement: SyntaxNode, text: string): string | undefined {
  const modules = importedModules(statement, text);
  const isFrom = statement.firstChild?.name === 'from';
  for (const module of modules) {
    const [top = ''] = module.split('.');
    if (LOST_MODULES.has(top)) return module;
    if (top === 'buildbot_worker' && !WORKER_MODULES.has(module)) return module;
  }
  const [module = ''] = modules;
  if (!isFrom) return undefined;
  const isThere = (name: string): boolean => {
    if (module === 'buildbot_worker.bot') return BOT_NAMES.has(name);
    if (module === 'buildbot_worker' || module === 'buildbot_worker.commands') {
      return name === 'version' || WORKER_MODULES.has(`${module}.${name}`);
    }
    return !LOST_MEMBERS.test(`${module}.${name}`);
  };
  const name = namesFrom(statement, text).find((one) => !isThere(one));
  return name === undefined ? undefined : `${module}.${name}`;
}

/** What a `from … import …` takes out of the module. */
function namesFrom(statement: SyntaxNode, text: string): string[] {
  const parts = childrenOf(statement);
  const start = parts.findIndex(({ name }) => name === 'import');
  return parts
    .slice(start + 1)
    .filter((part, at, rest) => part.name === 'VariableName' && rest[at - 1]?.name !== 'as')
    .map(({ from, to }) => text.slice(from, to));
}

/** `d.keys()[0]`, `map(f, x)[0]`: lists in Python 2. */
function subscriptOfView(
  node: SyntaxNode,
  text: string,
  own: ReadonlySet<string>,
): string | undefined {
  const [base, open] = childrenOf(node);
  if (open?.name !== '[' || base?.name !== 'CallExpression' || !base.firstChild) return undefined;
  const callee = base.firstChild;
  const method = callee.name === 'MemberExpression' ? callee.lastChild : undefined;
  const name = method ? text.slice(method.from, method.to) : text.slice(callee.from, callee.to);
  const isLazy = method ? LISTS.test(name) : BECAME_LAZY.test(name) && !own.has(name);
  return isLazy ? `${name}()[…]` : undefined;
}

/** `text.decode(…)`, `d.keys().sort()`, `d.has_key(k)` that was not converted. */
function missingMethod(
  call: SyntaxNode,
  text: string,
  own: ReadonlySet<string>,
): string | undefined {
  const callee = call.firstChild;
  const object = callee?.firstChild;
  const method = callee?.name === 'MemberExpression' ? callee.lastChild : undefined;
  if (!object || method?.name !== 'PropertyName') return undefined;
  const name = text.slice(method.from, method.to);
  if (/^(has_key|iteritems|iterkeys|itervalues|viewitems|viewkeys)$/.test(name)) return `.${name}`;
  if (name === 'decode' && isText(object, text, own)) return 'str.decode';
  if (name === 'encode' && /['"](hex|base64|rot13|rot_13|zip|bz2)['"]/.test(sourceOf(call, text))) {
    return 'str.encode';
  }
  if (name !== 'sort' || object.name !== 'CallExpression') return undefined;
  const inner = object.firstChild?.lastChild;
  return inner && LISTS.test(text.slice(inner.from, inner.to))
    ? `${sourceOf(inner, text)}().sort`
    : undefined;
}

/** Deep chains of calls are nobody's. */
const MOST_STEPS = 20;

/** Whether an expression is text in Python 3, by all that its own code says. */
function isText(expression: SyntaxNode, text: string, own: ReadonlySet<string>): boolean {
  let node: SyntaxNode | null = expression;
  for (let step = 0; node && step < MOST_STEPS; step += 1) {
    if (node.name === 'ParenthesizedExpression') node = node.firstChild?.nextSibling ?? null;
    else if (/String$/.test(node.name)) return !/^[rR]?[bB]/.test(sourceOf(node, text));
    else if (node.name !== 'CallExpression' || !node.firstChild) return false;
    else {
      const callee: SyntaxNode = node.firstChild;
      const source = sourceOf(callee, text);
      if (/^(str|raw_input|input|repr|chr)$/.test(source)) return !own.has(source);
      if (source === 'open')
        return !own.has('open') && !/['"]\w*b\w*['"]/.test(sourceOf(node, text));
      if (/^os\.(getenv|environ\.get|getcwd)$/.test(source)) return true;
      const name: string = callee.lastChild ? sourceOf(callee.lastChild, text) : '';
      const keepsKind = /^(read|readline|strip|rstrip|lstrip|lower|upper|replace)$/.test(name);
      if (callee.name !== 'MemberExpression' || !keepsKind) return false;
      node = callee.firstChild;
    }
  }
  return false;
}

function sourceOf({ from, to }: SyntaxNode, text: string): string {
  return text.slice(from, to);
}
