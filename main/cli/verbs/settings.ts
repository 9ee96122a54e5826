import { readExtras } from '../../basedir/extras-file.ts';
import { readSettings, type SettingsReading } from '../../basedir/read-settings.ts';
import type { ExtraName } from '../../contract/settings.ts';
import type { SettingView } from '../../contract/settings-view.ts';
import { type Words, wordsIn } from '../../texts/words.ts';
import type { ConnectionExtras } from '../../worker-settings/connection-extras.ts';
import { settingText } from '../../worker-settings/setting-text.ts';
import type { ChangeEffect, WorkerSetting } from '../../worker-settings/settings-table.ts';
import { AS_JSON, DIRECTORY, VERBOSE } from '../program/rows.ts';
import { runErrorOf } from '../program/usage-error.ts';
import { verb } from '../program/verb.ts';
import { basedirOf } from '../running-worker/find-worker.ts';
import { effectOf, SETTING_ROWS, type SettingRow } from './setting-rows.ts';

/** What is shown of one setting; as JSON it is the same in every language. */
interface ShownSetting {
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

/** Prints every setting of a worker: its value, default, unit, and when a change takes effect. */
export const settings = verb({
  name: 'settings',
  args: [DIRECTORY],
  options: [VERBOSE, AS_JSON],
  perform: async ([dir = '.'], { verbose = false, json }, terminal) => {
    const view = await readSettings(dir);
    if (!view.ok) throw runErrorOf(view.problem);
    const extras = await readExtras(await basedirOf(dir));
    if (!extras.ok) throw runErrorOf(extras.problem);
    const words = json ? wordsIn('en') : terminal.words;
    const shown = SETTING_ROWS.map((row) => shownOf(row, view.value, extras.value.extras, words));
    const { tacPath } = view.value;
    const problems = view.value.problems.map(({ problem }) => words.app.say(problem));
    const warnings = view.value.warnings.map((warning) => words.app.say(warning));
    if (json) {
      const value = { tacPath, settings: shown, problems, warnings };
      terminal.print(JSON.stringify(value, undefined, 2));
      return 0;
    }
    terminal.print(tacPath);
    for (const line of tableOf(shown, verbose, words)) terminal.print(line);
    for (const sentence of [...problems, ...warnings]) terminal.print(`! ${sentence}`);
    return 0;
  },
});

function shownOf(
  row: SettingRow,
  view: SettingsReading,
  extras: ConnectionExtras,
  words: Words,
): ShownSetting {
  const shared = { name: row.word, effect: effectOf(row) };
  if (row.kind === 'extra') {
    const { help } = words.app.settings.fields[row.name];
    return { ...shared, ...extraValue(row.name, extras), default: 'None', help };
  }
  const { setting } = row;
  const found = view.settings.find(({ name }) => name === setting.name);
  return { ...shared, ...tacValue(setting, found), ...aboutOf(setting, words) };
}

function aboutOf(setting: WorkerSetting, { app }: Words): Pick<ShownSetting, 'default' | 'help'> {
  const { name, byDefault } = setting;
  const unit = setting.kind === 'number' ? setting.unit : undefined;
  return {
    default: byDefault === undefined ? undefined : settingText(name, byDefault),
    ...(unit === undefined ? {} : { unit }),
    ...(setting.kind === 'choice' ? { choices: setting.choices } : {}),
    help: app.settings.fields[name].help,
  };
}

type Value = Pick<ShownSetting, 'value' | 'origin' | 'line'>;

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

/** A longer value does not push the columns after it away. */
const WIDEST = 40;

function tableOf(
  shown: readonly ShownSetting[],
  isVerbose: boolean,
  words: Words,
): readonly string[] {
  const { columns, effects } = words.cli.verbs.settings;
  const heads = [columns.setting, columns.value, columns.byDefault, columns.effect];
  const rows = shown.map((one): readonly string[] => [
    one.name,
    valueCell(one, words),
    one.default ?? '',
    effects[one.effect],
  ]);
  const widths = heads.map((_head, at) =>
    Math.min(WIDEST, Math.max(...[heads, ...rows].map((row) => row[at]?.length ?? 0))),
  );
  const lineOf = (row: readonly string[]): string =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    lineOf(heads),
    ...shown.flatMap((one, at) => [
      lineOf(rows[at] ?? []),
      ...(isVerbose ? [`    ${helpLine(one, words)}`] : []),
    ]),
  ];
}

function valueCell({ value, origin, line = 0, unit }: ShownSetting, { app, cli }: Words): string {
  const texts = cli.verbs.settings;
  if (origin === 'computed') return texts.computed(line);
  if (origin === 'unusable') return texts.unusable(line);
  if (value === undefined) return origin === 'set' ? texts.hidden : texts.notSet;
  return unit !== undefined && value !== 'None' ? `${value} ${app.settings.units[unit]}` : value;
}

function helpLine({ help, choices }: ShownSetting, { cli }: Words): string {
  return choices === undefined ? help : cli.verbs.settings.withChoices(help, choices);
}
