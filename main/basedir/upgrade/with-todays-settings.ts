import { TAC_BLOCKS } from '../../worker-settings/setting-row.ts';
import { WORKER_SETTINGS, type WorkerSetting } from '../../worker-settings/settings-table.ts';
import { applyEdits, type Edit, lineEndOf } from '../tac/python/apply-edits.ts';
import { childrenOf, parsePython } from '../tac/python/python-tree.ts';
import { renderLiteral } from '../tac/render-literal.ts';
import { type TacReading, type TacSetting, tacSettingOf } from '../tac/tac-reading.ts';
import { keywordOfSetting } from '../tac/worker-arguments.ts';
import { hasVariable } from './with-new-names.ts';

/** The settings that came after the oldest worker, in the order in which `create-worker` writes them. */
const LATER_SETTINGS: readonly WorkerSetting[] = WORKER_SETTINGS.filter(
  ({ tac }) => tac.argument?.since !== undefined && !tac.isRare,
).sort((one, other) => placeOf(one) - placeOf(other));

function placeOf({ tac }: WorkerSetting): number {
  return TAC_BLOCKS.indexOf(tac.block) * 100 + tac.line;
}

export interface WithSettings {
  readonly text: string;
  readonly added: readonly TacSetting[];
}

/**
 * Adds the settings that came after the file was written, each as a variable above the call and an
 * argument in it. A setting whose name the file uses for something else is left out.
 */
export function withTodaysSettings(text: string, reading: TacReading): WithSettings {
  const { call, callEnd } = reading;
  const top = parsePython(text).topNode;
  const statement = childrenOf(top).find(
    ({ from, to }) => call && from <= call.from && call.to <= to,
  );
  const isAlone = statement && statement.name !== 'StatementGroup';
  const startsLine = isAlone && /(?:^|[\r\n])$/.test(text.slice(0, statement.from));
  if (!call || !callEnd || !statement || !startsLine) return { text, added: [] };
  const missing = LATER_SETTINGS.filter(
    ({ name, tac }) =>
      !reading.settings.has(tacSettingOf(name)) && !hasVariable(top, text, tac.variable),
  );
  const added = missing.map(({ name }) => tacSettingOf(name));
  if (added.length === 0) return { text, added };
  const lines = missing.map(
    ({ tac, byDefault }) => `${tac.variable} = ${renderLiteral(byDefault ?? null)}\n`,
  );
  const indent = ' '.repeat(columnOfArguments(text, call.from));
  const args = added.map((name) => `,\n${indent}${keywordOfSetting(name)}=${name}`);
  const edits: Edit[] = [
    { from: statement.from, to: statement.from, replacement: lines.join('') },
    {
      from: callEnd.at,
      to: callEnd.at,
      replacement: args.join('').slice(callEnd.separator ? 0 : 1),
    },
  ];
  const lineEnd = lineEndOf(text);
  const inStyle = edits.map((edit) => ({
    ...edit,
    replacement: edit.replacement.replaceAll('\n', lineEnd),
  }));
  return { text: applyEdits(text, inStyle), added };
}

/** The column of the first argument, to align others with it. */
function columnOfArguments(text: string, callFrom: number): number {
  const open = text.indexOf('(', callFrom);
  const first = open + 1 + (/^\s*/.exec(text.slice(open + 1))?.[0].length ?? 0);
  return (
    text
      .slice(0, first)
      .split(/[\r\n]/)
      .at(-1) ?? ''
  ).length;
}
