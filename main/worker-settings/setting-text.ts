import type { SettingValue } from './setting-row.ts';
import { type SettingName, settingRow } from './settings-table.ts';

/** How a value is shown; the opposite of `valueFromText`. */
export function settingText(name: SettingName, value: SettingValue): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  const row = settingRow(name);
  const isMask = row.kind === 'number' && row.base === 8;
  return isMask && typeof value === 'number' ? octal(value) : String(value);
}

/** A mask as Python writes it. */
export function octal(value: number): string {
  return value === 0 ? '0' : `0o${value.toString(8)}`;
}
