import type { Outcome } from '../lib/outcome.ts';
import { pythonNumber } from './python-number.ts';
import { quantityFrom } from './quantity.ts';
import { type SettingFault, settingFault } from './setting-fault.ts';
import type { NumberRow, SettingRow, SettingValue } from './setting-row.ts';
import { type SettingName, settingRow } from './settings-table.ts';

/**
 * The value that a setting has once it is set to this one: None and, for some, 0 stand for something else.
 *
 * Errors: what is wrong with the value.
 */
export function settingValue(
  name: SettingName,
  value: SettingValue,
): Outcome<SettingValue, SettingFault> {
  const fault = settingFault(name, value);
  if (fault !== undefined) return { ok: false, problem: fault };
  const row = settingRow(name);
  if (value === null) return { ok: true, value: row.none ?? null };
  const isNone = value === 0 && row.kind === 'number' && row.zero === null;
  return { ok: true, value: isNone ? null : value };
}

/**
 * The value of what was typed for a setting, spelled as in `buildbot.tac` but without quotes: `None`,
 * `0o22`, `True`; lengths of time and sizes with a unit too: `5 min`, `10 MB`.
 *
 * Errors: what is wrong with it.
 */
export function valueFromText(
  name: SettingName,
  typed: string,
): Outcome<SettingValue, SettingFault> {
  const row = settingRow(name);
  const read = settingValue(name, typedValue(row, typed));
  const isOdd = read.ok && row.kind === 'text' && typeof read.value === 'string';
  return isOdd && row.typedPattern?.test(String(read.value)) === false
    ? { ok: false, problem: { kind: 'shape', name } }
    : read;
}

/**
 * The value of a literal in `buildbot.tac`, as the Python worker takes it.
 *
 * Errors: what is wrong with it.
 */
export function valueFromLiteral(
  name: SettingName,
  literal: SettingValue,
): Outcome<SettingValue, SettingFault> {
  const row = settingRow(name);
  if (row.kind === 'switch') return { ok: true, value: Boolean(literal) };
  if (literal === '' && row.none !== undefined && row.kind !== 'number') {
    return settingValue(name, null);
  }
  const isQuoted = row.kind === 'number' && row.isTextAllowed && typeof literal === 'string';
  return settingValue(name, isQuoted ? typedNumber(row.base, literal) : literal);
}

function typedValue(row: SettingRow, typed: string): SettingValue {
  // A password is taken as it is: it may be anything.
  if (row.kind === 'secret') return typed === '' && row.none !== undefined ? null : typed;
  const text = typed.trim();
  if (isNoneTyped(row, text)) return null;
  if (row.kind === 'number') return typedQuantity(row, text) ?? typedNumber(row.base, text);
  return row.kind === 'switch' ? (SWITCH_WORDS[text.toLowerCase()] ?? text) : text;
}

/** Nothing typed sets nothing, as an empty text in a file does. */
function isNoneTyped({ kind, none }: SettingRow, text: string): boolean {
  if (none === undefined) return false;
  if (text === '') return none === null || kind === 'text' || kind === 'choice';
  return text.toLowerCase() === 'none';
}

function typedQuantity({ unit }: NumberRow, text: string): number | undefined {
  return unit === 'seconds' || unit === 'bytes' ? quantityFrom(unit, text) : undefined;
}

/** What is no number stays a text, which is then refused. */
function typedNumber(base: 8 | 10, text: string): SettingValue {
  const [, sign, digits = ''] = /^([+-]?)(.*)$/s.exec(text) ?? [];
  const value = pythonNumber(digits, base === 8);
  if (value === undefined) return text;
  return sign === '-' ? 0 - value : value;
}

const SWITCH_WORDS: Readonly<Record<string, boolean>> = {
  true: true,
  on: true,
  yes: true,
  '1': true,
  false: false,
  off: false,
  no: false,
  '0': false,
};
