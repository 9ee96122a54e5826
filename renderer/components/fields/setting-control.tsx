import { ActionIcon, Select, Switch, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type SettingName, settingRow } from '../../../main/worker-settings/settings-table.ts';
import { useTexts } from '../app-context.tsx';
import type { FieldAttributes } from './field.tsx';
import { SecretInput } from './secret-input.tsx';

/** A value as a control has it: a text, empty where nothing is set, or a switch. */
export type Shown = string | boolean;

export interface SettingControlProps {
  readonly name: SettingName;
  readonly shown: Shown;
  readonly onChange: (shown: Shown) => void;
  /** What it means that nothing is set; undefined where something has to be. */
  readonly unset: string | undefined;
  /** Whether a button takes the value away. */
  readonly canClear?: boolean;
  /** Such as an example; by default what it means that nothing is set. */
  readonly placeholder?: string | undefined;
  /** Nothing more is going to be typed. */
  readonly onLeft?: (() => void) | undefined;
}

interface ControlProps extends SettingControlProps {
  readonly attributes: FieldAttributes;
}

/** The control of a setting, by its row in the table of settings. */
export function SettingControl(props: ControlProps) {
  const row = settingRow(props.name);
  if (row.kind === 'switch') return <SwitchControl {...props} />;
  if (row.kind === 'choice') return <ChoiceControl {...props} choices={row.choices} />;
  return <TextControl {...props} kind={row.kind} />;
}

function SwitchControl({ name, shown, onChange, attributes }: ControlProps) {
  const { settings } = useTexts();
  return (
    <Switch
      {...attributes}
      data-field={name}
      label={shown === true ? settings.on : settings.off}
      checked={shown === true}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

/** No value of a choice is empty, and no option of a list may be. */
const UNSET = '-';

interface ChoiceControlProps extends ControlProps {
  readonly choices: readonly string[];
}

function ChoiceControl({ name, shown, onChange, unset, attributes, choices }: ChoiceControlProps) {
  const words = useTexts().settings.fields[name].choices;
  const rows = choices.map((value) => ({ value, label: words?.[value] ?? value }));
  return (
    <Select
      {...attributes}
      data-field={name}
      flex={1}
      maw={420}
      allowDeselect={false}
      value={shown === '' ? UNSET : String(shown)}
      data={unset === undefined ? rows : [{ value: UNSET, label: unset }, ...rows]}
      onChange={(value) => value !== null && onChange(value === UNSET ? '' : value)}
    />
  );
}

interface TextControlProps extends ControlProps {
  readonly kind: 'text' | 'secret' | 'number';
}

function TextControl(props: TextControlProps) {
  const { name, kind, shown, onChange, unset, canClear, placeholder, onLeft, attributes } = props;
  const { settings } = useTexts();
  const Input = kind === 'secret' ? SecretInput : TextInput;
  const clear = canClear && shown !== '' && (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={settings.clear(settings.fields[name].label)}
      onClick={() => onChange('')}
    >
      <IconX size={14} />
    </ActionIcon>
  );
  return (
    <Input
      {...attributes}
      {...(kind === 'number' && { maw: 260 })}
      {...(kind === 'secret' && { maw: 420 })}
      data-field={name}
      flex={1}
      miw={0}
      spellCheck={false}
      autoComplete="off"
      placeholder={placeholder ?? unset ?? ''}
      value={String(shown)}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(onLeft && { onBlur: onLeft })}
      {...(kind !== 'secret' && { rightSection: clear })}
    />
  );
}
