import { ActionIcon, Alert, Button, Code, Text, Tooltip } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { SettingView } from '../../../main/contract/settings-view.ts';
import type { Texts } from '../../../main/texts/texts.ts';
import { settingText } from '../../../main/worker-settings/setting-text.ts';
import { isExtra, settingRow } from '../../../main/worker-settings/settings-table.ts';
import { useTexts } from '../app-context.tsx';
import { focusField } from '../fields/focus-field.ts';
import type { Shown } from '../fields/setting-control.tsx';
import { SettingField } from '../fields/setting-field.tsx';
import { literalIn } from './literal-in.ts';
import { type FieldName, faultOf, savedShown, tidied, viewOf } from './settings-form.ts';
import type { SettingsForm } from './use-settings.ts';

interface EditedFieldProps {
  readonly form: SettingsForm;
  readonly name: FieldName;
  /** Without the setting's help, default and effect, where it stands beside what is wrong. */
  readonly isBrief?: boolean;
}

/** One setting of the page, with what was edited; what code computes is read first, and replaced on request. */
export function EditedField({ form, name, isBrief = false }: EditedFieldProps) {
  const texts = useTexts();
  const { settings } = texts;
  const { page, edits } = form;
  const [isReplaced, setReplaced] = useState(false);
  if (page === undefined) return null;
  const { label, none } = settings.fields[name];
  const row = settingRow(name);
  const view = isExtra(name) ? undefined : viewOf(page, name);
  if (view?.kind === 'computed' && !isReplaced && edits[name] === undefined) {
    const replace = (value: Shown | undefined): void => {
      setReplaced(true);
      if (value !== undefined) form.change(name, value);
    };
    return <Computed name={name} view={view} onReplaced={replace} />;
  }
  const isSet = isExtra(name) ? page.extras[name] === true : isSecretSet(view);
  const mayBeNone = row.none === null;
  const isChanged = edits[name] !== undefined;
  const shown = edits[name] ?? savedShown(page, name);
  const tidy = (): void => {
    const tidyShown = tidied(name, shown);
    if (tidyShown !== shown) form.change(name, tidyShown);
  };
  return (
    <SettingField
      name={name}
      shown={shown}
      onChange={(next) => form.change(name, next)}
      onLeft={tidy}
      error={errorOf(form, name, view, texts)}
      unset={mayBeNone ? (none ?? settings.noneByDefault) : undefined}
      canClear={mayBeNone}
      placeholder={
        row.kind === 'secret' ? (isSet ? settings.isSet : settings.isNotSet) : (none ?? '')
      }
      isBrief={isBrief}
      showsEffect={!isBrief && isChanged}
    >
      {isChanged && (
        <Tooltip label={settings.undoOne(label)}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={settings.undoOne(label)}
            onClick={({ currentTarget }) => {
              // The button is gone then.
              const whole = currentTarget.closest('form');
              focusField(() => whole, name);
              form.undo(name);
            }}
          >
            <IconArrowBackUp size={18} />
          </ActionIcon>
        </Tooltip>
      )}
    </SettingField>
  );
}

/** What was typed comes first, then what main refused, then what the file has. */
function errorOf(
  { edits, refused }: SettingsForm,
  name: FieldName,
  view: SettingView | undefined,
  { settings }: Texts,
): string | undefined {
  const fault = faultOf(name, edits);
  if (fault !== undefined) return settings.fault(fault);
  if (refused?.name === name) return refused.sentence;
  const isUnusable = view?.kind === 'unusable' && edits[name] === undefined;
  return isUnusable ? settings.unusable(view.line, settings.fault(view.fault)) : undefined;
}

function isSecretSet(view: SettingView | undefined): boolean {
  return view?.kind === 'secret' && view.isSet;
}

interface ComputedProps {
  readonly name: FieldName;
  readonly view: Extract<SettingView, { kind: 'computed' }>;
  /** By the value that the code names; undefined where one is to be entered. */
  readonly onReplaced: (value: Shown | undefined) => void;
}

/** Nobody runs the code; the value that it names itself may be written in its place. */
function Computed({ name, view, onReplaced }: ComputedProps) {
  const { settings } = useTexts();
  const { label } = settings.fields[name];
  const known = view.comesTo && settingText(name, view.comesTo.value);
  const value = known ?? literalIn(view.code, settingRow(name).kind);
  return (
    <section aria-label={label}>
      <Text size="sm" fw={500} mb="xxs">
        {label}
      </Text>
      <Alert color="gray" variant="light" p="xs">
        <Text size="sm">{settings.computed(view.line)}</Text>
        <Code>{view.code}</Code>
        {view.comesTo && <Text size="sm">{settings.comesTo(known ?? '', view.comesTo.from)}</Text>}
        <Button
          variant="default"
          size="compact-sm"
          mt="xs"
          display="block"
          onClick={() => onReplaced(value)}
        >
          {value === undefined ? settings.writeValue : settings.writeInstead(value)}
        </Button>
      </Alert>
    </section>
  );
}
