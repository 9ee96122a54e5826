import type { NamedExtraFault } from '../../worker-settings/extras-from.ts';
import type { SettingValue } from '../../worker-settings/setting-row.ts';
import { valueFromText } from '../../worker-settings/setting-value.ts';
import { type SettingName, wordOf } from '../../worker-settings/settings-table.ts';
import { UsageError } from './usage-error.ts';

/** The value that was typed for a setting. Errors: UsageError with what is wrong with it. */
export function typedSetting(name: SettingName, typed: string): SettingValue {
  const read = valueFromText(name, typed);
  if (read.ok) return read.value;
  throw settingRefusal(name, read.problem);
}

/** Why a setting cannot be so. */
export function settingRefusal(name: SettingName, fault: NamedExtraFault['fault']): UsageError {
  return new UsageError(({ app, cli }) =>
    cli.verbs.set.ofSetting(wordOf(name), app.settings.fault(fault, wordOf)),
  );
}
