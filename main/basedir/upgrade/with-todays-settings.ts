import { applyEdits, type Edit, lineEndOf } from '../tac/apply-edits.ts';
import { childrenOf, parsePython } from '../tac/python-tree.ts';
import { renderLiteral } from '../tac/render-literal.ts';
import type { TacLiteral, TacReading, TacSetting } from '../tac/tac-reading.ts';
import { keywordOfSetting } from '../tac/worker-arguments.ts';
import { hasVariable } from './with-new-names.ts';

/** What `create-worker` writes today, as it would write it when nothing is asked for. */
const TODAY: Partial<Record<TacSetting, TacLiteral>> = {
  connection_string: null,
  umask: null,
  maxdelay: 300,
  numcpus: null,
  allow_shutdown: null,
  maxretries: null,
  use_tls: false,
  delete_leftover_dirs: false,
  proxy_connection_string: null,
  protocol: 'pb',
};

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
  const added = settingsOf(TODAY).filter(
    (setting) => !reading.settings.has(setting) && !hasVariable(top, text, setting),
  );
  if (added.length === 0) return { text, added };
  const lines = added.map((name) => `${name} = ${renderLiteral(TODAY[name] ?? null, name)}\n`);
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

function settingsOf(values: Partial<Record<TacSetting, TacLiteral>>): TacSetting[] {
  return Object.keys(values) as TacSetting[];
}

/** Where the first argument stands, to align others with it. */
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
