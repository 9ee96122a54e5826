import type { NumberRow, SettingRow, SettingValue } from './setting-row.ts';
import { type SettingName, settingRow } from './settings-table.ts';

/** Why a value cannot be that of a setting. */
export type SettingFault =
  | { readonly kind: 'needed' | 'empty' | 'switch' | 'one-line' }
  | {
      readonly kind: 'choice';
      readonly choices: readonly string[];
      readonly isNoneAllowed: boolean;
    }
  | NumberFault
  /** A text of another shape. */
  | { readonly kind: 'shape'; readonly name: SettingName };

/** No number, or one out of bounds. */
export interface NumberFault {
  readonly kind: 'number';
  readonly min: number;
  /** Whether it must be greater than `min`. */
  readonly isAboveMin: boolean;
  /** Undefined where there is none. */
  readonly max: number | undefined;
  readonly isWhole: boolean;
  readonly base: 8 | 10;
  readonly unit: NumberRow['unit'];
  readonly isNoneAllowed: boolean;
}

/** Undefined when the value can be that of the setting. */
export function settingFault(name: SettingName, value: SettingValue): SettingFault | undefined {
  const row = settingRow(name);
  if (value === null) return row.none === undefined ? { kind: 'needed' } : undefined;
  switch (row.kind) {
    case 'switch':
      return typeof value === 'boolean' ? undefined : { kind: 'switch' };
    case 'choice':
      return choiceFault(row.choices, row.none === null, value);
    case 'number':
      return isNumberOf(row, value) ? undefined : numberFault(row);
    case 'secret':
      if (typeof value !== 'string') return { kind: 'shape', name };
      return value === '' ? { kind: 'empty' } : undefined;
    case 'text':
      return textFault(row, name, value);
  }
}

function choiceFault(
  choices: readonly string[],
  isNoneAllowed: boolean,
  value: SettingValue,
): SettingFault | undefined {
  const isKnown = choices.some((choice) => choice === value);
  return isKnown ? undefined : { kind: 'choice', choices, isNoneAllowed };
}

function isNumberOf(row: NumberRow, value: SettingValue): boolean {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  if (row.isWhole && !Number.isSafeInteger(value)) return false;
  if (row.isAboveMin ? value <= row.min : value < row.min) return value === 0 && row.zero === null;
  return row.max === undefined || value <= row.max;
}

function numberFault(row: NumberRow): NumberFault {
  return {
    kind: 'number',
    min: row.min,
    isAboveMin: row.isAboveMin ?? false,
    max: row.max,
    isWhole: row.isWhole,
    base: row.base,
    unit: row.unit,
    isNoneAllowed: row.none !== undefined,
  };
}

function textFault(
  { pattern }: Extract<SettingRow, { kind: 'text' }>,
  name: SettingName,
  value: SettingValue,
): SettingFault | undefined {
  if (typeof value !== 'string') return { kind: 'shape', name };
  if (value === '') return { kind: 'empty' };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them belongs in a setting.
  if (/[\x00-\x1f\x7f]/.test(value)) return { kind: 'one-line' };
  return pattern?.test(value) === false ? { kind: 'shape', name } : undefined;
}
