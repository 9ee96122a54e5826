import type { SyntaxNode } from '@lezer/common';
import { applyEdits, type Edit } from './python/apply-edits.ts';
import { decodePythonString } from './python/decode-python-string.ts';
import { childrenOf, descendantsOf, parsePython } from './python/python-tree.ts';
import type { Span } from './python/span.ts';
import { readTac } from './read-tac.ts';

/** What is shown instead of a secret. */
const MASK = '********';
/** A shorter password is only hidden where it is one: its letters may be part of any word. */
const SHORTEST_TO_SEEK = 4;
/** How far around a text its name is looked for. */
const MOST_LEVELS = 20;
const SECRET_NAME = /pass|pwd|secret|token|credential/i;
/** `# passwd = 'old'`, and `user:password@` of an address. */
const IN_COMMENT =
  /(#[^\r\n]*?(?:pass|pwd|secret|token|credential)\w*\s*[=:]\s*)("[^"\r\n]*"|'[^'\r\n]*'|\S+)/gi;
const IN_ADDRESS = /(:\/\/[^\s:@/'"]*:)([^\s@/'"]+)(?=@)/g;

/**
 * The text of a `buildbot.tac` to be shown, its secrets left out: the password, whatever else has a
 * secret's name, and both in comments.
 */
export function maskedTacText(text: string, tacPath: string): string {
  const entry = readTac(text, tacPath).settings.get('passwd');
  const password = entry?.kind === 'literal' && entry.value !== null ? String(entry.value) : '';
  const edits: Edit[] = [];
  if (entry?.kind === 'literal' && password !== '') edits.push(maskOf(text, entry.span));
  const tree = parsePython(text).topNode;
  const passed = passwordArguments(tree, text);
  tree.cursor().iterate(({ node }) => {
    if (node.name !== 'String' && node.name !== 'ContinuedString') return true;
    const isPassword = isInside(node, passed.places) || holds(text, node, password);
    if (isPassword || isNamedSecret(node, text, passed.names)) edits.push(maskOf(text, node));
    return node.name !== 'String';
  });
  const masked = applyEdits(text, outermost(edits));
  return masked
    .replaceAll(IN_COMMENT, `$1'${MASK}'`)
    .replaceAll(IN_ADDRESS, `$1${MASK}`)
    .replaceAll(password.length >= SHORTEST_TO_SEEK ? password : MASK, MASK);
}

function maskOf(text: string, { from, to }: Span): Edit {
  const code = text.slice(from, to);
  const isEmpty = /^\w{0,2}(?:""|'')$/.test(code);
  // The lines below keep their numbers.
  const lineEnds = code.match(/\r?\n/g)?.join('') ?? '';
  return { from, to, replacement: isEmpty ? code : `'${MASK}'${lineEnds}` };
}

interface PasswordArguments {
  /** Variables that a worker takes its password from. */
  readonly names: ReadonlySet<string>;
  /** Where the call itself has a password, or code with parts of one; none inside another. */
  readonly places: readonly Span[];
}

/** The fourth argument of every worker class, wherever in the file and however many there are. */
function passwordArguments(tree: SyntaxNode, text: string): PasswordArguments {
  const names = new Set<string>();
  const places: Span[] = [];
  for (const call of descendantsOf(tree, 'CallExpression')) {
    const callee = call.firstChild;
    if (!callee || !/(?:^|\.)(?:Worker|BuildSlave)$/.test(text.slice(callee.from, callee.to)))
      continue;
    const value = call.lastChild && childrenOf(call.lastChild).filter(isValue)[3];
    if (!value || isInside(value, places.slice(-1))) continue;
    places.push({ from: value.from, to: value.to });
    for (const { from, to } of descendantsOf(value, 'VariableName'))
      names.add(text.slice(from, to));
  }
  return { names, places };
}

function isInside({ from, to }: Span, places: readonly Span[]): boolean {
  return places.some((place) => place.from <= from && to <= place.to);
}

function isValue(node: SyntaxNode): boolean {
  return !/^[(),]$/.test(node.name);
}

function holds(text: string, node: SyntaxNode, password: string): boolean {
  return (
    node.name === 'String' &&
    password !== '' &&
    decodePythonString(text.slice(node.from, node.to)) === password
  );
}

/** Whether a text is assigned to, or handed over as, something of a secret's name. */
function isNamedSecret(node: SyntaxNode, text: string, names: ReadonlySet<string>): boolean {
  let inner: SyntaxNode | null = node;
  for (let level = 0; inner && level < MOST_LEVELS; level += 1) {
    const before: SyntaxNode | null = inner.prevSibling;
    const target = before?.name === 'AssignOp' ? before.prevSibling : undefined;
    const name = target ? text.slice(target.from, target.to) : '';
    if (SECRET_NAME.test(name) || names.has(name)) return true;
    if (/Statement$/.test(inner.name)) return false;
    inner = inner.parent;
  }
  return false;
}

/** Of edits inside each other the outer one. */
function outermost(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1);
    if (last === undefined || edit.from >= last.to) kept.push(edit);
  }
  return kept;
}
