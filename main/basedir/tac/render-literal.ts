import { WORKER_SETTINGS } from '../../worker-settings/settings-table.ts';
import type { TacLiteral } from './python/literal-from.ts';
import type { TacSetting } from './tac-reading.ts';

/** A value as Python code, in a spelling that Python 2 and 3 both read. */
export function renderLiteral(value: TacLiteral, setting?: TacSetting): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return renderString(value);
  return value > 0 && isMask(setting) ? `0o${value.toString(8)}` : String(value);
}

function isMask(setting: TacSetting | undefined): boolean {
  return WORKER_SETTINGS.some(
    (row) => row.tac.variable === setting && row.kind === 'number' && row.base === 8,
  );
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** What is invisible, or no character of its own, is spelled out. */
const UNPRINTABLE = /[\\'\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

function renderString(value: string): string {
  const body = value.replaceAll(UNPRINTABLE, (sign) => ESCAPES[sign] ?? escaped(sign));
  return `'${body}'`;
}

function escaped(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code > 0xffff
    ? `\\U${code.toString(16).padStart(8, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}
