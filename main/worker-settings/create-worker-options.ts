import type { SettingOption } from './setting-row.ts';
import { settingText } from './setting-text.ts';
import {
  type NamedRow,
  SETTING_NAMES,
  type SettingName,
  settingRow,
  type TableRow,
} from './settings-table.ts';

/** In place of a protocol: the one that the master's port turns out to speak; never written. */
export const AUTO_PROTOCOL = 'auto';

/** Options that are no settings, but ways to make the directory, in the order of the help. */
const DIRECTORY_OPTIONS = [
  { name: 'force', short: 'f' },
  { name: 'relocatable', short: 'r' },
  { name: 'no-logrotate', short: 'n' },
  { name: 'quiet', short: 'q' },
] as const satisfies readonly SettingOption[];

/** Options for the files under `info/`. */
const HOSTINFO_OPTIONS = [
  { name: 'admin', value: 'text' },
  { name: 'munge-email' },
  { name: 'access-uri', value: 'uri' },
] as const satisfies readonly SettingOption[];

type OtherOption = (typeof DIRECTORY_OPTIONS | typeof HOSTINFO_OPTIONS)[number];

type Option = Extract<TableRow, { readonly option: SettingOption }>['option'] | OtherOption;
export type CreateWorkerOptionName = Option['name'];
/** Options that take a value. */
export type CreateWorkerValueName = Extract<Option, { readonly value: string }>['name'];
/** Options that are there or not. */
export type CreateWorkerSwitchName = Exclude<CreateWorkerOptionName, CreateWorkerValueName>;

/** One option of `create-worker`. */
export interface CreateWorkerOption extends SettingOption {
  readonly name: CreateWorkerOptionName;
  /** Undefined for an option that is no setting. */
  readonly setting: SettingName | undefined;
  /** As it would be typed; undefined where none is shown. */
  readonly byDefault: string | undefined;
}

/** Every option of `create-worker`, in the order of the help. */
export function createWorkerOptions(): readonly CreateWorkerOption[] {
  return [
    ...DIRECTORY_OPTIONS.map(otherOption),
    ...SETTING_NAMES.flatMap((name) => settingOption(settingRow(name))),
    ...HOSTINFO_OPTIONS.map(otherOption),
  ];
}

function otherOption(option: OtherOption): CreateWorkerOption {
  return { ...option, setting: undefined, byDefault: undefined };
}

function settingOption({ name, kind, option, byDefault }: NamedRow): readonly CreateWorkerOption[] {
  if (option === undefined) return [];
  const isShown =
    byDefault !== undefined && kind !== 'switch' && (kind === 'number' || byDefault !== null);
  return [
    {
      ...option,
      // The rows' options are what the names are made of.
      name: option.name as CreateWorkerOptionName,
      setting: name,
      byDefault: isShown ? settingText(name, byDefault) : undefined,
    },
  ];
}
