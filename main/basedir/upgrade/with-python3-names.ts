import type { SyntaxNode } from '@lezer/common';
import { applyEdits, type Edit } from '../tac/python/apply-edits.ts';
import { argumentsOf } from '../tac/python/arguments-of.ts';
import { childrenOf, dottedNameOf, parsePython } from '../tac/python/python-tree.ts';
import { ownNames, RENAMED_BUILTINS, RENAMED_METHODS, RENAMED_MODULES } from './python2-names.ts';

/** Gives what Python 3 has under another name, with the same meaning, that name. Lines keep their numbers. */
export function withPython3Names(text: string): string {
  const top = parsePython(text).topNode;
  const own = ownNames(top, text);
  const edits: Edit[] = [];
  top.cursor().iterate(({ node }) => {
    switch (node.name) {
      case 'ImportStatement':
        edits.push(...importEdits(node, text));
        return false;
      case 'CallExpression':
        edits.push(...callEdits(node, text));
        return undefined;
      case 'VariableName':
        edits.push(...nameEdits(node, text, own));
        return undefined;
      default:
        return undefined;
    }
  });
  const renamed = applyEdits(text, withoutOverlaps(edits));
  // What is inside a converted call waits for another round; each converts one at least.
  return edits.length > 0 && renamed !== text ? withPython3Names(renamed) : text;
}

/** `import ConfigParser` keeps its name in the file: everything that uses it stays as it is. */
function importEdits(statement: SyntaxNode, text: string): Edit[] {
  const parts = childrenOf(statement);
  if (parts[0]?.name === 'from') {
    const [, module, word] = parts;
    if (module?.name !== 'VariableName' || word?.name !== 'import') return [];
    const name = renamedModule(module, text);
    return name === undefined ? [] : [{ from: module.from, to: module.to, replacement: name }];
  }
  return parts.flatMap((part, at): Edit[] => {
    if (part.name !== 'VariableName' || /^(as|\.)$/.test(parts[at - 1]?.name ?? '')) return [];
    const next = parts[at + 1]?.name;
    const name = next === '.' ? undefined : renamedModule(part, text);
    if (name === undefined) return [];
    const old = text.slice(part.from, part.to);
    const replacement = next === 'as' ? name : `${name} as ${old}`;
    return [{ from: part.from, to: part.to, replacement }];
  });
}

function renamedModule({ from, to }: SyntaxNode, text: string): string | undefined {
  const name = text.slice(from, to);
  return Object.hasOwn(RENAMED_MODULES, name) ? RENAMED_MODULES[name] : undefined;
}

function nameEdits(node: SyntaxNode, text: string, own: ReadonlySet<string>): Edit[] {
  const name = text.slice(node.from, node.to);
  const replacement = Object.hasOwn(RENAMED_BUILTINS, name) ? RENAMED_BUILTINS[name] : undefined;
  const isKeyword = node.parent?.name === 'ArgList' && node.nextSibling?.name === 'AssignOp';
  if (replacement === undefined || own.has(name) || isKeyword) return [];
  return [{ from: node.from, to: node.to, replacement }];
}

/** `x.has_key(k)`, `x.iteritems()`, `os.getcwdu()`. */
function callEdits(call: SyntaxNode, text: string): Edit[] {
  const callee = call.firstChild;
  const method = callee?.name === 'MemberExpression' ? callee.lastChild : undefined;
  const object = callee?.firstChild;
  if (!callee || !object || method?.name !== 'PropertyName' || !call.lastChild) return [];
  const name = text.slice(method.from, method.to);
  const given = argumentsOf(call.lastChild, text);
  const rename = (replacement: string): Edit[] => [
    { from: method.from, to: method.to, replacement },
  ];
  if (dottedNameOf(callee, text) === 'os.getcwdu') return rename('getcwd');
  const renamed = Object.hasOwn(RENAMED_METHODS, name) ? RENAMED_METHODS[name] : undefined;
  if (renamed !== undefined && given.length === 0) return rename(renamed);
  const [key, ...more] = given;
  if (name !== 'has_key' || !key || more.length > 0 || key.stars !== '') return [];
  if (key.keyword !== undefined) return [];
  const source = text.slice(call.from, call.to);
  // A comment or a line end in the middle has its place there.
  if (/[#\r\n\\]/.test(source)) return [];
  const shown = text.slice(key.value.from, key.value.to);
  const isPlain = /^(VariableName|String|Number|MemberExpression|CallExpression)$/.test(
    key.value.name,
  );
  const asked = isPlain ? shown : `(${shown})`;
  const replacement = `(${asked} in ${text.slice(object.from, object.to)})`;
  return [{ from: call.from, to: call.to, replacement }];
}

/** Of edits inside each other the outer one. */
function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1);
    if (last === undefined || edit.from >= last.to) kept.push(edit);
  }
  return kept;
}
