import type { SyntaxNode } from '@lezer/common';
import { applyEdits, type Edit } from '../tac/python/apply-edits.ts';
import { type Argument, argumentsOf } from '../tac/python/arguments-of.ts';
import { childrenOf, descendantsOf, parsePython } from '../tac/python/python-tree.ts';
import type { Span } from '../tac/python/span.ts';
import { keywordOfSetting, positionalOrder, settingOfKeyword } from '../tac/worker-arguments.ts';
import { hasVariable } from './with-new-names.ts';

/**
 * Hands the arguments of a `BuildSlave` to a `Worker`: `usepty` is gone since the master decides it,
 * what came after it moves up, and what has another place now is handed over by name.
 *
 * Shape: `call` is where the call is.
 */
export function withNewArguments(text: string, call: Span): string {
  const list = argumentListAt(parsePython(text).topNode, call);
  if (!list) return text;
  const order = positionalOrder('buildbot_worker.bot');
  const edits: Edit[] = [];
  const args = argumentsOf(list, text);
  let position = 0;
  let newPosition = 0;
  args.forEach((argument, index) => {
    const { keyword, stars, span } = argument;
    if (stars !== '') return;
    const old = keyword ?? '';
    const setting =
      keyword === undefined
        ? positionalOrder('buildslave.bot')[position]
        : settingOfKeyword(keyword);
    if (keyword === undefined) position += 1;
    if (setting === 'usepty') {
      edits.push(removal(args, index, list, text));
      return;
    }
    if (setting === undefined) return;
    const name = keywordOfSetting(setting);
    if (keyword !== undefined) {
      if (name !== old) {
        edits.push({ from: span.from, to: span.from + old.length, replacement: name });
      }
    } else if (order[newPosition] === setting) newPosition += 1;
    else edits.push({ from: span.from, to: span.from, replacement: `${name}=` });
  });
  return withoutUsepty(applyEdits(text, edits));
}

function argumentListAt(top: SyntaxNode, { from, to }: Span): SyntaxNode | undefined {
  return (
    descendantsOf(top, 'CallExpression').find((call) => call.from === from && call.to === to)
      ?.lastChild ?? undefined
  );
}

/** An argument with its comma; a comment between the two stays. */
function removal(args: readonly Argument[], index: number, list: SyntaxNode, text: string): Edit {
  const { from, to } = args[index]?.span ?? list;
  const comma = childrenOf(list).find((child) => child.name === ',' && child.from >= to);
  if (!comma) {
    const start = args[index - 1]?.span.to ?? from;
    const hasComment = text.slice(start, from).includes('#');
    return { from: hasComment ? from : start, to, replacement: '' };
  }
  const gap = /^[ \t]*/.exec(text.slice(comma.to))?.[0].length ?? 0;
  const between = text.slice(to, comma.from);
  const replacement = between.includes('#') ? between : '';
  const endsLine = /^(?:\r|\n)/.test(text.slice(comma.to + gap));
  const space = endsLine ? (/[ \t]*$/.exec(text.slice(0, from))?.[0].length ?? 0) : 0;
  return { from: from - space, to: comma.to + gap, replacement };
}

/** The variable goes too where it has a line of its own and nothing else uses it. */
function withoutUsepty(text: string): string {
  const top = parsePython(text).topNode;
  for (const statement of childrenOf(top)) {
    const [target, operator, value, more] = childrenOf(statement);
    if (statement.name !== 'AssignStatement' || operator?.name !== 'AssignOp') continue;
    if (!target || !value || more || !/^usepty$/i.test(text.slice(target.from, target.to)))
      continue;
    const before = /(?:^|[\r\n])$/.test(text.slice(0, statement.from));
    const after = /^[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|$)/.exec(text.slice(statement.to));
    if (!before || !after) continue;
    const without = text.slice(0, statement.from) + text.slice(statement.to + after[0].length);
    const name = text.slice(target.from, target.to);
    return hasVariable(parsePython(without).topNode, without, name) ? text : without;
  }
  return text;
}
