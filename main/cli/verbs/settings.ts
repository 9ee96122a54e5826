import { readExtras } from '../../basedir/extras-file.ts';
import { readSettings, type SettingsReading } from '../../basedir/read-settings.ts';
import type { ExtraName } from '../../contract/settings.ts';
import type { SettingView } from '../../contract/settings-view.ts';
import { textsIn } from '../../texts/texts.ts';
import type { ConnectionExtras } from '../../worker-settings/connection-extras.ts';
import { settingText } from '../../worker-settings/setting-text.ts';
import type { ChangeEffect, WorkerSetting } from '../../worker-settings/settings-table.ts';
import { RunError } from '../program/usage-error.ts';
import { basedirOf } from '../running-worker/find-worker.ts';
import { effectOf, SETTING_ROWS, type SettingRow } from './setting-rows.ts';

export interface SettingsOptions {
  readonly verbose?: boolean;
  readonly json?: boolean;
}

/** What is told of one setting. */
interface ToldSetting {
  readonly name: string;
  /** As it would be typed; undefined for a secret. */
  readonly value: string | undefined;
  readonly origin: 'set' | 'default' | 'not set' | 'computed' | 'unusable';
  /** Of `buildbot.tac`; undefined where it is not there. */
  readonly line?: number;
  readonly default: string | undefined;
  readonly unit?: string;
  readonly choices?: readonly string[];
  readonly effect: ChangeEffect;
  readonly help: string;
}

/**
 * Prints every setting of a worker: its value, default, unit, and when a change counts.
 *
 * Shape:  the exit status.
 * Errors: RunError when the files cannot be read.
 */
export async function settings(dir: string, options: SettingsOptions): Promise<number> {
  const view = await readSettings(dir);
  if (!view.ok) throw new RunError(view.problem.sentence);
  const extras = await readExtras(await basedirOf(dir));
  if (!extras.ok) throw new RunError(extras.problem.sentence);
  const told = SETTING_ROWS.map((row) => toldOf(row, view.value, extras.value.extras));
  const { tacPath } = view.value;
  const problems = view.value.problems.map(({ sentence }) => sentence);
  const warnings = view.value.warnings.map(({ sentence }) => sentence);
  if (options.json) {
    console.log(JSON.stringify({ tacPath, settings: told, problems, warnings }, undefined, 2));
    return 0;
  }
  console.log(tacPath);
  for (const line of tableOf(told, options.verbose ?? false)) console.log(line);
  for (const sentence of [...problems, ...warnings]) console.log(`! ${sentence}`);
  return 0;
}

const FIELDS = textsIn('en').settings.fields;

function toldOf(row: SettingRow, view: SettingsReading, extras: ConnectionExtras): ToldSetting {
  const shared = { name: row.word, effect: effectOf(row) };
  if (row.kind === 'extra') {
    const { help } = FIELDS[row.name];
    return { ...shared, ...extraValue(row.name, extras), default: 'None', help };
  }
  const { setting } = row;
  const found = view.settings.find(({ name }) => name === setting.name);
  return { ...shared, ...tacValue(setting, found), ...aboutOf(setting) };
}

function aboutOf(setting: WorkerSetting): Pick<ToldSetting, 'default' | 'help'> {
  const { name, byDefault } = setting;
  const unit = setting.kind === 'number' ? setting.unit : undefined;
  return {
    default: byDefault === undefined ? undefined : settingText(name, byDefault),
    ...(unit === undefined ? {} : { unit }),
    ...(setting.kind === 'choice' ? { choices: setting.choices } : {}),
    help: FIELDS[name].help,
  };
}

type Value = Pick<ToldSetting, 'value' | 'origin' | 'line'>;

function tacValue({ name }: WorkerSetting, view: SettingView | undefined): Value {
  switch (view?.kind) {
    case undefined:
      return { value: undefined, origin: 'not set' };
    case 'secret':
      return { value: undefined, origin: view.isSet ? 'set' : 'not set' };
    case 'computed':
      return { value: view.code, origin: 'computed', line: view.line };
    case 'unusable':
      return { value: undefined, origin: 'unusable', line: view.line };
    case 'set':
      return { value: settingText(name, view.value), origin: 'set', line: view.line };
    case 'default':
      return { value: settingText(name, view.value), origin: 'default' };
  }
}

function extraValue(name: ExtraName, { tls, proxy }: ConnectionExtras): Value {
  if (name === 'proxyPassword') return { value: undefined, origin: proxy ? 'set' : 'not set' };
  const values = { tlsPin: tls?.pin, tlsAuthorities: tls?.authorities, proxyUser: proxy?.user };
  const value = values[name];
  return value === undefined ? { value: 'None', origin: 'default' } : { value, origin: 'set' };
}

const HEADS = ['setting', 'value', 'default', 'a change counts'] as const;
const EFFECTS: Readonly<Record<ChangeEffect, string>> = {
  nothing: 'at once',
  'apply-live': 'at once',
  reconnect: 'at the next connection',
  'restart-worker': 'at the next start',
};
/** A longer value does not push the columns behind it away. */
const WIDEST = 40;

function tableOf(told: readonly ToldSetting[], isVerbose: boolean): readonly string[] {
  const rows = told.map((one): readonly string[] => [
    one.name,
    valueText(one),
    one.default ?? '',
    EFFECTS[one.effect],
  ]);
  const all = [HEADS, ...rows];
  const widths = HEADS.map((_head, at) =>
    Math.min(WIDEST, Math.max(...all.map((row) => row[at]?.length ?? 0))),
  );
  const lineOf = (row: readonly string[]): string =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    lineOf(HEADS),
    ...told.flatMap((one, at) => [
      lineOf(rows[at] ?? []),
      ...(isVerbose ? [`    ${helpText(one)}`] : []),
    ]),
  ];
}

function valueText({ value, origin, line, unit }: ToldSetting): string {
  if (origin === 'computed') return `computed by code in line ${line}`;
  if (origin === 'unusable') return `line ${line} holds what cannot be`;
  if (value === undefined) return origin === 'set' ? '(set, and not shown)' : 'not set';
  return unit !== undefined && value !== 'None' ? `${value} ${unit}` : value;
}

function helpText({ help, choices }: ToldSetting): string {
  return choices === undefined ? help : `${help} One of: ${choices.join(', ')}.`;
}
