import type { SettingValue } from './setting-row.ts';
import { WORKER_SETTINGS, type WorkerSettingName, type WorkerSettings } from './settings-table.ts';

/** Settings of which each was read by its own row of the table; the others have their defaults. */
export function withDefaults(
  values: Readonly<Partial<Record<WorkerSettingName, SettingValue>>>,
): WorkerSettings {
  // The names are the table's, and each value is the one of that name.
  const entries = WORKER_SETTINGS.map(({ name, byDefault }): readonly unknown[] => [
    name,
    values[name] === undefined ? (byDefault ?? null) : values[name],
  ]);
  return Object.fromEntries(entries);
}
