import type { ReactNode } from 'react';
import type { Texts } from '../../../main/texts/texts.ts';
import { handyText } from '../../../main/worker-settings/setting-text.ts';
import { valueFromText } from '../../../main/worker-settings/setting-value.ts';
import { type NamedRow, settingRow } from '../../../main/worker-settings/settings-table.ts';
import { useTexts } from '../app-context.tsx';
import { Field, type FieldProps } from './field.tsx';
import { SettingControl, type SettingControlProps, type Shown } from './setting-control.tsx';

interface SettingFieldProps
  extends SettingControlProps,
    Pick<FieldProps, 'error' | 'errorElsewhere'> {
  /** In place of the setting's own words. */
  readonly label?: string;
  readonly help?: ReactNode;
  /** Without the setting's own help and default: for what everybody fills in anyway. */
  readonly isBrief?: boolean;
  /** Whether to show when a change counts: where there is one, of a worker that is there. */
  readonly showsEffect?: boolean;
  /** Beside the control. */
  readonly children?: ReactNode;
}

/** One setting with its words, unit, default and control, all from its row in the table of settings. */
export function SettingField(props: SettingFieldProps) {
  const {
    error,
    errorElsewhere,
    isBrief = false,
    showsEffect = false,
    children,
    ...control
  } = props;
  const { name, shown } = control;
  const texts = useTexts();
  const words = texts.settings.fields[name];
  const row = settingRow(name);
  const unit = unitText(row, shown, texts);
  const byDefault =
    isBrief || isDefault(row, control, texts) ? undefined : defaultText(row, texts.settings);
  return (
    <Field
      label={props.label ?? words.label}
      help={props.help ?? (isBrief ? undefined : words.help)}
      error={error}
      errorElsewhere={errorElsewhere}
      {...(showsEffect && { effect: row.effect })}
      {...(unit !== undefined && { unit })}
      {...(byDefault !== undefined && { byDefault })}
    >
      {(attributes) => (
        <>
          <SettingControl {...control} attributes={attributes} />
          {children}
        </>
      )}
    </Field>
  );
}

/** What a number without a unit is taken for: `attempts`, `seconds (5 min)`. */
function unitText(row: NamedRow, shown: Shown, { settings }: Texts): string | undefined {
  const unit = row.kind === 'number' ? row.unit : undefined;
  if (unit === undefined) return undefined;
  const words = settings.units[unit] ?? unit;
  if (unit !== 'seconds' && unit !== 'bytes') return words;
  if (!/^[\d._]+$/.test(String(shown))) return undefined;
  const read = valueFromText(row.name, String(shown));
  return read.ok && read.value !== null ? `${words} (${handyText(row.name, read.value)})` : words;
}

/** Whether the default stands there already, is what it means that nothing does, or says no more than that. */
function isDefault(row: NamedRow, { shown, unset }: SettingControlProps, texts: Texts): boolean {
  if (row.byDefault === null && row.kind !== 'choice') return true;
  if (typeof shown === 'boolean') return shown === row.byDefault;
  if (shown === '' && unset === defaultText(row, texts.settings)) return true;
  const read = valueFromText(row.name, shown);
  return read.ok && read.value === row.byDefault;
}

/** The value that counts when the file has none; undefined where every worker needs its own. */
export function defaultText(row: NamedRow, texts: Texts['settings']): string | undefined {
  const { byDefault, name } = row;
  if (byDefault === undefined) return undefined;
  if (byDefault === null) {
    return row.kind === 'choice' ? texts.fields[name].none : texts.noneByDefault;
  }
  if (typeof byDefault === 'boolean') return byDefault ? texts.on : texts.off;
  return texts.fields[name].choices?.[String(byDefault)] ?? handyText(name, byDefault);
}
