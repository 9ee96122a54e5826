import type { ExtrasView, SettingsPage } from '../../../main/contract/settings.ts';
import type { SettingsChanges } from '../../../main/contract/settings-contract.ts';
import type { SettingView } from '../../../main/contract/settings-view.ts';
import type { Texts } from '../../../main/texts/texts.ts';
import { type SettingFault, settingFault } from '../../../main/worker-settings/setting-fault.ts';
import {
  SETTING_GROUPS,
  type SettingGroup,
  type SettingValue,
} from '../../../main/worker-settings/setting-row.ts';
import { handyText } from '../../../main/worker-settings/setting-text.ts';
import { valueFromText } from '../../../main/worker-settings/setting-value.ts';
import {
  EXTRA_NAMES,
  type ExtraName,
  isExtra,
  settingRow,
  WORKER_SETTINGS,
  type WorkerSettingName,
  wordOf,
} from '../../../main/worker-settings/settings-table.ts';
import type { Shown } from '../fields/setting-control.tsx';

export type FieldName = WorkerSettingName | ExtraName;
/** What the user has changed and not saved. */
export type Edits = Readonly<Partial<Record<FieldName, Shown>>>;

export interface FieldGroup {
  readonly name: SettingGroup;
  readonly fields: readonly FieldName[];
}

/** Every field in its group, in the order of the page. */
export const FIELD_GROUPS: readonly FieldGroup[] = SETTING_GROUPS.map((name) => ({
  name,
  fields:
    name === 'extras'
      ? EXTRA_NAMES
      : WORKER_SETTINGS.filter(({ group }) => group === name).map((setting) => setting.name),
}));

/** What a control shows of the file. */
export function savedShown(page: SettingsPage, name: FieldName): Shown {
  if (isExtra(name)) return extraShown(page.extras, name);
  const view = viewOf(page, name);
  return view.kind === 'set' || view.kind === 'default' ? shownOf(name, view.value) : '';
}

function extraShown(extras: ExtrasView, name: ExtraName): string {
  const shown = extras[name];
  return typeof shown === 'string' ? shown : '';
}

export function viewOf(page: SettingsPage, name: WorkerSettingName): SettingView {
  const view = page.settings.find((setting) => setting.name === name);
  if (view === undefined) throw new TypeError(`the page lacks ${name}`);
  return view;
}

function shownOf(name: WorkerSettingName, value: SettingValue): Shown {
  if (typeof value === 'boolean') return value;
  return value === null ? '' : handyText(name, value);
}

/** The edits after one more; one that changes nothing is none. */
export function edited(page: SettingsPage, edits: Edits, name: FieldName, shown: Shown): Edits {
  const { [name]: _, ...others } = edits;
  return shown === savedShown(page, name) ? others : { ...others, [name]: shown };
}

/** The same value as the page shows what is saved: 300 becomes 5 min. What cannot be stays as it was typed. */
export function tidied(name: FieldName, shown: Shown): Shown {
  if (isExtra(name) || typeof shown === 'boolean' || settingRow(name).kind === 'secret') {
    return shown;
  }
  const read = valueFromText(name, shown);
  return read.ok ? shownOf(name, read.value) : shown;
}

/** Whether the files hold anything but the default; what every worker has a value of its own for does not count. */
export function isUnusual(page: SettingsPage, name: FieldName): boolean {
  if (isExtra(name)) return page.extras[name] !== null && page.extras[name] !== false;
  const view = viewOf(page, name);
  if (view.kind === 'computed' || view.kind === 'unusable') return true;
  const { byDefault } = settingRow(name);
  return view.kind === 'set' && byDefault !== undefined && view.value !== byDefault;
}

/** What main is asked for. */
export function settingsChangesFrom(workerId: string, edits: Edits): SettingsChanges {
  const entries = Object.entries(edits) as [FieldName, Shown][];
  const extras = entries.flatMap(([name, shown]): [ExtraName, string | null][] =>
    isExtra(name) ? [[name, String(shown) === '' ? null : String(shown)]] : [],
  );
  const settings = entries.flatMap(([name, shown]): [WorkerSettingName, SettingValue][] =>
    isExtra(name) ? [] : [[name, valueFrom(name, shown)]],
  );
  return {
    workerId,
    settings: Object.fromEntries(settings),
    extras: Object.fromEntries(extras),
  };
}

function valueFrom(name: WorkerSettingName, shown: Shown): SettingValue {
  if (typeof shown === 'boolean') return shown;
  const read = valueFromText(name, shown);
  return read.ok ? read.value : shown;
}

/** Why what was entered cannot be; undefined when it can. */
export function faultOf(name: FieldName, edits: Edits): SettingFault | undefined {
  const shown = edits[name];
  if (shown === undefined || isExtra(name)) return undefined;
  if (shown === '' && isNeededForMaster(name, edits)) return { kind: 'needed' };
  return settingFault(name, valueFrom(name, shown));
}

/** A master is named in one way or the other. */
function isNeededForMaster(name: WorkerSettingName, { host }: Edits): boolean {
  if (name === 'connectionString') return host === undefined;
  return name === 'host' || name === 'port';
}

/** The fields whose edits cannot be, in the order of the page. */
export function faultyFields(edits: Edits): readonly FieldName[] {
  return FIELD_GROUPS.flatMap(({ fields }) => fields).filter(
    (name) => faultOf(name, edits) !== undefined,
  );
}

/** Whether the master is reached by a connection string, in which case host and port mean nothing. */
export function isByString(page: SettingsPage, edits: Edits): boolean {
  const edit = edits.connectionString;
  if (edit !== undefined) return edits.host === undefined;
  return savedShown(page, 'connectionString') !== '';
}

const ONLY_BY_HOST: readonly FieldName[] = ['host', 'port', 'useTls', 'proxyConnectionString'];

/** Whether a field means something, as the master is reached. */
export function isInUse(name: FieldName, byString: boolean): boolean {
  if (name === 'connectionString') return byString;
  return !(byString && ONLY_BY_HOST.includes(name));
}

/** Whether a field has all the words that are looked for, in its label, its help or its name in the file. */
export function isFound(name: FieldName, query: string, texts: Texts['settings']): boolean {
  const { label, help } = texts.fields[name];
  const inFile = wordOf(name);
  const text = `${label} ${help} ${name} ${inFile}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
