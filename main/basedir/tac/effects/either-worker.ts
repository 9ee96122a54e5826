import type { SyntaxNode } from '@lezer/common';

const CHOICE = /^(If|Try|Match)Statement$|^ConditionalExpression$/;

/**
 * Of several calls of the worker class of which only one is ever made, the word that chooses: `if`, `try`
 * or `match`. Undefined where more than one may be made.
 */
export function eitherWorker(calls: readonly SyntaxNode[]): string | undefined {
  let keyword: string | undefined;
  for (const [at, one] of calls.entries()) {
    for (const other of calls.slice(at + 1)) {
      const word = choiceBetween(one, other);
      if (word === undefined) return undefined;
      keyword ??= word;
    }
  }
  return keyword;
}

/** The word of the statement in whose different branches two calls are. */
function choiceBetween(one: SyntaxNode, other: SyntaxNode): string | undefined {
  let branch: SyntaxNode = one;
  for (let around = one.parent; around; around = around.parent) {
    if (around.from <= other.from && other.to <= around.to) {
      const there = branchOf(around, other);
      const isChoice = CHOICE.test(around.name) || around.name === 'MatchBody';
      if (!isChoice || !there || there.from === branch.from) return undefined;
      if (around.name === 'TryStatement' && !(isAttempt(branch) && isAttempt(there)))
        return undefined;
      return wordOf(around);
    }
    branch = around;
  }
  return undefined;
}

/** The child of `around` that a call is in. */
function branchOf(around: SyntaxNode, call: SyntaxNode): SyntaxNode | undefined {
  for (let child = around.firstChild; child; child = child.nextSibling) {
    if (child.from <= call.from && call.to <= child.to) return child;
  }
  return undefined;
}

/** After `else` and `finally` code runs besides that of `try`, not instead of it. */
function isAttempt(body: SyntaxNode): boolean {
  for (let before = body.prevSibling; before; before = before.prevSibling) {
    if (/^(try|except|else|finally)$/.test(before.name)) return /^(try|except)$/.test(before.name);
  }
  return false;
}

function wordOf(choice: SyntaxNode): string {
  if (choice.name === 'TryStatement') return 'try';
  return choice.name.startsWith('Match') ? 'match' : 'if';
}
