import { readExtras } from '../../basedir/extras-file.ts';
import { readSettings, type SettingsReading } from '../../basedir/read-settings.ts';
import type { SettingView } from '../../contract/settings-view.ts';
import { type Words, wordsIn } from '../../texts/words.ts';
import { type ConnectionExtras, extraOf } from '../../worker-settings/connection-extras.ts';
import type { ChangeEffect } from '../../worker-settings/setting-row.ts';
import { settingText } from '../../worker-settings/setting-text.ts';
import {
  type ExtraName,
  isExtra,
  SETTING_NAMES,
  type SettingName,
  settingRow,
  wordOf,
} from '../../worker-settings/settings-table.ts';
import { AS_JSON, DIRECTORY, VERBOSE } from '../program/rows.ts';
import { runErrorOf } from '../program/usage-error.ts';
import { verb } from '../program/verb.ts';
import { basedirOf } from '../running-worker/find-worker.ts';
import { printJson } from '../terminal/print-json.ts';

/** What is shown of one setting; as JSON it is the same in every language. */
interface ShownSetting {
  readonly name: string;
  /** As it would be typed; undefined for a secret. */
  readonly value: string | undefined;
  readonly origin: 'set' | 'default' | 'not set' | 'computed' | 'unusable';
  /** Of `buildbot.tac`; undefined where it is not there. */
  readonly line?: number;
  /** The code that computes the value, and the variables and files that it comes from. */
  readonly code?: string;
  readonly from?: readonly string[];
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
    const shown = SETTING_NAMES.map((name) =>
      shownOf(name, view.value, extras.value.extras, words),
    );
    const { tacPath } = view.value;
    const problems = view.value.problems.map(({ problem }) => words.app.say(problem));
    const warnings = view.value.warnings.map((warning) => words.app.say(warning));
    if (json) {
      printJson({ tacPath, settings: shown, problems, warnings }, terminal);
      return 0;
    }
    terminal.print(tacPath);
    for (const line of tableOf(shown, verbose, words)) terminal.print(line);
    for (const sentence of [...problems, ...warnings]) terminal.print(`! ${sentence}`);
    return 0;
  },
});

function shownOf(
  name: SettingName,
  view: SettingsReading,
  extras: ConnectionExtras,
  { app }: Words,
): ShownSetting {
  const row = settingRow(name);
  const { byDefault, effect } = row;
  const unit = row.kind === 'number' ? row.unit : undefined;
  const found = view.settings.find((one) => one.name === name);
  return {
    name: wordOf(name),
    effect,
    ...(isExtra(name) ? extraValue(name, extras) : tacValue(name, found)),
    default: byDefault === undefined ? undefined : settingText(name, byDefault),
    ...(unit === undefined ? {} : { unit }),
    ...(row.kind === 'choice' ? { choices: row.choices } : {}),
    help: app.settings.fields[name].help,
  };
}

type Value = Pick<ShownSetting, 'value' | 'origin' | 'line' | 'code' | 'from'>;

function tacValue(name: SettingName, view: SettingView | undefined): Value {
  switch (view?.kind) {
    case undefined:
      return { value: undefined, origin: 'not set' };
    case 'secret':
      return { value: undefined, origin: view.isSet ? 'set' : 'not set' };
    case 'computed':
      return computedValue(name, view);
    case 'unusable':
      return { value: undefined, origin: 'unusable', line: view.line };
    case 'set':
      return { value: settingText(name, view.value), origin: 'set', line: view.line };
    case 'default':
      return { value: settingText(name, view.value), origin: 'default' };
  }
}

function computedValue(
  name: SettingName,
  { code, line, comesTo }: Extract<SettingView, { kind: 'computed' }>,
): Value {
  if (!comesTo) return { value: code, origin: 'computed', line };
  const { value, from } = comesTo;
  return { value: settingText(name, value), origin: 'computed', line, code, from };
}

function extraValue(name: ExtraName, extras: ConnectionExtras): Value {
  const value = extraOf(extras, name);
  if (settingRow(name).kind === 'secret') {
    return { value: undefined, origin: value === undefined ? 'not set' : 'set' };
  }
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

function valueCell(
  { value, origin, line = 0, unit, from }: ShownSetting,
  { app, cli }: Words,
): string {
  const texts = cli.verbs.settings;
  if (origin === 'computed' && value !== undefined && from) return texts.comesTo(value, from, line);
  if (origin === 'computed') return texts.computed(line);
  if (origin === 'unusable') return texts.unusable(line);
  if (value === undefined) return origin === 'set' ? texts.hidden : texts.notSet;
  return unit !== undefined && value !== 'None' ? `${value} ${app.settings.units[unit]}` : value;
}

function helpLine({ help, choices }: ShownSetting, { cli }: Words): string {
  return choices === undefined ? help : cli.verbs.settings.withChoices(help, choices);
}
