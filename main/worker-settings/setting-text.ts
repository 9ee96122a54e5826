import { quantityText } from './quantity.ts';
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

/** The same for people: in the units that they think in. */
export function handyText(name: SettingName, value: SettingValue): string {
  const row = settingRow(name);
  const unit = row.kind === 'number' ? row.unit : undefined;
  const isQuantity = typeof value === 'number' && (unit === 'seconds' || unit === 'bytes');
  return isQuantity ? quantityText(unit, value) : settingText(name, value);
}

/** A mask as Python writes it. */
export function octal(value: number): string {
  return value === 0 ? '0' : `0o${value.toString(8)}`;
}
