import { ActionIcon, Alert, Code, Text, Tooltip } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { SettingView } from '../../main/contract/settings-view.ts';
import type { Texts } from '../../main/texts/texts.ts';
import { isExtra, settingRow } from '../../main/worker-settings/settings-table.ts';
import { useTexts } from '../components/app-context.tsx';
import { SettingField } from '../components/fields/setting-field.tsx';
import { type FieldName, faultOf, savedShown, viewOf } from './settings-form.ts';
import type { SettingsForm } from './use-settings.ts';

interface EditedFieldProps {
  readonly form: SettingsForm;
  readonly name: FieldName;
}

/** One setting of the page, with what was edited; what code computes can only be read. */
export function EditedField({ form, name }: EditedFieldProps) {
  const texts = useTexts();
  const { settings } = texts;
  const { page, edits } = form;
  if (page === undefined) return null;
  const { label, none } = settings.fields[name];
  const row = settingRow(name);
  const view = isExtra(name) ? undefined : viewOf(page, name);
  if (view?.kind === 'computed') return <Computed label={label} view={view} />;
  const isSet = isExtra(name) ? page.extras[name] === true : isSecretSet(view);
  const mayBeNone = row.none === null;
  return (
    <SettingField
      name={name}
      shown={edits[name] ?? savedShown(page, name)}
      onChange={(shown) => form.change(name, shown)}
      error={errorOf(form, name, view, texts)}
      unset={mayBeNone ? (none ?? settings.noneByDefault) : undefined}
      canClear={mayBeNone}
      placeholder={
        row.kind === 'secret' ? (isSet ? settings.isSet : settings.isNotSet) : (none ?? '')
      }
      showsEffect
    >
      {edits[name] !== undefined && (
        <Tooltip label={settings.undoOne(label)}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={settings.undoOne(label)}
            onClick={() => form.undo(name)}
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
  readonly label: string;
  readonly view: Extract<SettingView, { kind: 'computed' }>;
}

function Computed({ label, view }: ComputedProps) {
  const { settings } = useTexts();
  return (
    <section aria-label={label}>
      <Text size="sm" fw={500} mb={4}>
        {label}
      </Text>
      <Alert color="gray" variant="light" p="xs">
        <Text size="sm">{settings.computed(view.line)}</Text>
        <Code>{view.code}</Code>
      </Alert>
    </section>
  );
}
