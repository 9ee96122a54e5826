import { readExtras } from '../basedir/extras-file.ts';
import { readSettings, type SettingsReading } from '../basedir/read-settings.ts';
import { assertNever } from '../lib/assert-never.ts';
import { diagnostics as words } from '../texts/en/diagnostics.ts';
import { textsIn } from '../texts/texts.ts';
import { type ConnectionExtras, extraOf } from '../worker-settings/connection-extras.ts';
import { settingText } from '../worker-settings/setting-text.ts';
import { EXTRA_SETTINGS, wordOf } from '../worker-settings/settings-table.ts';
import type { Section } from './report-from.ts';

type ShownSetting = SettingsReading['settings'][number];

const { say } = textsIn('en');

/** A worker's settings, of a secret only whether it is set, of code only its line. */
export async function settingsSection(dir: string): Promise<Section> {
  const [settings, extras] = await Promise.all([readSettings(dir), readExtras(dir)]);
  const lines = [
    ...(settings.ok ? settingLines(settings.value) : [say(settings.problem)]),
    ...(extras.ok
      ? [...extraLines(extras.value.extras), ...extras.value.notes.map(say)]
      : [say(extras.problem)]),
  ];
  return { title: words.settings, isInner: true, lines };
}

function settingLines({ settings, problems, warnings }: SettingsReading): readonly string[] {
  return [
    ...settings.map((one) => words.setting(wordOf(one.name), valueText(one))),
    ...problems.map(({ problem }) => say(problem)),
    ...warnings.map(say),
  ];
}

function valueText(setting: ShownSetting): string {
  const { origins } = words;
  switch (setting.kind) {
    case 'secret':
      return setting.isSet ? origins.set : origins.notSet;
    case 'computed':
      return origins.computed(setting.line);
    case 'unusable':
      return origins.unusable(setting.line);
    case 'set':
      return settingText(setting.name, setting.value);
    case 'default':
      return origins.byDefault(settingText(setting.name, setting.value));
    default:
      return assertNever(setting);
  }
}

function extraLines(extras: ConnectionExtras): readonly string[] {
  const { set, notSet } = words.origins;
  return EXTRA_SETTINGS.map(({ name, kind }) => {
    const value = extraOf(extras, name);
    const shown = value === undefined ? notSet : kind === 'secret' ? set : value;
    return words.setting(wordOf(name), shown);
  });
}
