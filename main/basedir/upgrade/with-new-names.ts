import type { SyntaxNode } from '@lezer/common';
import { applyEdits, type Edit } from '../tac/python/apply-edits.ts';
import { argumentsOf } from '../tac/python/arguments-of.ts';
import { childrenOf, descendantsOf, dottedNameOf, parsePython } from '../tac/python/python-tree.ts';

const OLD_CLASS = 'BuildSlave';
const NEW_CLASS = 'Worker';
const OLD_PACKAGES = ['buildbot.slave', 'buildslave'];
const NEW_PACKAGE = 'buildbot_worker';
const APPLICATION = 'buildbot-worker';

/** Gives classes, modules and variables the names that they have since Buildbot 0.9. */
export function withNewNames(text: string): string {
  const edits: Edit[] = [];
  const top = parsePython(text).topNode;
  const mayRename = !hasVariable(top, text, 'workername');
  top.cursor().iterate(({ node }) => {
    if (node.name === 'ImportStatement') {
      edits.push(...importEdits(node, text));
      return false;
    }
    if (node.name === 'MemberExpression') {
      const found = memberEdits(node, text);
      edits.push(...found);
      return found.length === 0;
    }
    if (node.name === 'CallExpression') edits.push(...applicationEdits(node, text));
    if (node.name === 'VariableName') edits.push(...variableEdits(node, text, mayRename));
    return undefined;
  });
  return applyEdits(text, edits);
}

export function hasVariable(top: SyntaxNode, text: string, name: string): boolean {
  return descendantsOf(top, 'VariableName').some(
    (node) => text.slice(node.from, node.to) === name && !isKeyword(node),
  );
}

function importEdits(statement: SyntaxNode, text: string): Edit[] {
  const isFrom = statement.firstChild?.name === 'from';
  return dottedGroups(statement).flatMap((group, index): Edit[] => {
    const [first, last] = [group[0], group.at(-1)];
    if (!first || !last || group[0]?.prevSibling?.name === 'as') return [];
    const path = group.map(({ from, to }) => text.slice(from, to)).join('');
    if (isFrom && index > 0) {
      return path === OLD_CLASS ? [{ ...edge(first, last), replacement: NEW_CLASS }] : [];
    }
    const renamed = renamedPath(path);
    return renamed === undefined ? [] : [{ ...edge(first, last), replacement: renamed }];
  });
}

/** The dotted names of an import, each as its parts: of `from a.b import c, d as e` a.b, c, d, e. */
function dottedGroups(statement: SyntaxNode): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [[]];
  for (const child of childrenOf(statement)) {
    if (child.name === 'VariableName' || child.name === '.') groups.at(-1)?.push(child);
    else groups.push([]);
  }
  return groups.filter((group) => group.length > 0);
}

/** `buildslave.bot.BuildSlave`, and what an import brought under another name. */
function memberEdits(node: SyntaxNode, text: string): Edit[] {
  const path = dottedNameOf(node, text);
  if (path === undefined) return [];
  const isClass = path.endsWith(`.${OLD_CLASS}`);
  const shown = isClass ? path.slice(0, -OLD_CLASS.length) + NEW_CLASS : path;
  const replacement = renamedPath(shown) ?? shown;
  return replacement === path ? [] : [{ from: node.from, to: node.to, replacement }];
}

function renamedPath(path: string): string | undefined {
  const old = OLD_PACKAGES.find((name) => path === name || path.startsWith(`${name}.`));
  return old === undefined ? undefined : NEW_PACKAGE + path.slice(old.length);
}

/** Tools recognise a worker's directory by the application's name. */
function applicationEdits(call: SyntaxNode, text: string): Edit[] {
  const callee = call.firstChild && dottedNameOf(call.firstChild, text);
  if (!callee || !/(?:^|\.)Application$/.test(callee) || !call.lastChild) return [];
  const [name] = argumentsOf(call.lastChild, text);
  if (name?.value.name !== 'String') return [];
  const { from, to } = name.value;
  const isRight = text.slice(from + 1, to - 1) === APPLICATION;
  return isRight ? [] : [{ from, to, replacement: `'${APPLICATION}'` }];
}

function variableEdits(node: SyntaxNode, text: string, mayRename: boolean): Edit[] {
  const name = text.slice(node.from, node.to);
  const renamed: Readonly<Record<string, string>> = {
    [OLD_CLASS]: NEW_CLASS,
    ...(mayRename ? { slavename: 'workername' } : {}),
  };
  const replacement = Object.hasOwn(renamed, name) ? renamed[name] : undefined;
  if (replacement === undefined || isKeyword(node)) return [];
  return [{ from: node.from, to: node.to, replacement }];
}

/** Whether a name is that of an argument, as in `f(name=…)`. */
function isKeyword(node: SyntaxNode): boolean {
  return node.parent?.name === 'ArgList' && node.nextSibling?.name === 'AssignOp';
}

function edge(first: SyntaxNode, last: SyntaxNode): { from: number; to: number } {
  return { from: first.from, to: last.to };
}
