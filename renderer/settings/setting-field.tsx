import { ActionIcon, Alert, Code, Select, Switch, Text, TextInput, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconX } from '@tabler/icons-react';
import type { SettingView } from '../../main/contract/settings-view.ts';
import type { Texts } from '../../main/texts/texts.ts';
import { settingText } from '../../main/worker-settings/setting-text.ts';
import { valueFromText } from '../../main/worker-settings/setting-value.ts';
import {
  isExtra,
  type WorkerSetting,
  workerSetting,
} from '../../main/worker-settings/settings-table.ts';
import { useTexts } from '../components/app-context.tsx';
import { Field, type FieldAttributes } from '../components/field.tsx';
import { SecretInput } from '../components/secret-input.tsx';
import { type FieldName, faultOf, type Shown, savedShown, viewOf } from './form-model.ts';
import type { SettingsForm } from './use-settings.ts';

interface SettingFieldProps {
  readonly form: SettingsForm;
  readonly name: FieldName;
}

/** One setting with the control of its kind; what code computes can only be read. */
export function SettingField({ form, name }: SettingFieldProps) {
  const texts = useTexts();
  const { settings } = texts;
  const { page, edits, refused } = form;
  if (page === undefined) return null;
  const { label, help } = settings.fields[name];
  const setting = isExtra(name) ? undefined : workerSetting(name);
  const view = isExtra(name) ? undefined : viewOf(page, name);
  if (view?.kind === 'computed') return <Computed label={label} view={view} />;
  const fault = faultOf(name, edits);
  const error = fault
    ? settings.fault(fault)
    : refused?.name === name
      ? refused.sentence
      : view?.kind === 'unusable' && edits[name] === undefined
        ? settings.unusable(view.line, settings.fault(view.fault))
        : undefined;
  const unit = setting && unitText(setting, edits[name] ?? savedShown(page, name), texts);
  const byDefault = setting && defaultText(setting, settings);
  return (
    <Field
      label={label}
      help={help}
      error={error}
      effect={setting?.effect ?? 'reconnect'}
      {...(unit !== undefined && { unit })}
      {...(byDefault !== undefined && { byDefault })}
    >
      {(attributes) => (
        <>
          <Control form={form} name={name} setting={setting} attributes={attributes} />
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
        </>
      )}
    </Field>
  );
}

function Computed({
  label,
  view,
}: {
  readonly label: string;
  readonly view: Extract<SettingView, { kind: 'computed' }>;
}) {
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

/** Such as `seconds`; a size is told in a handier unit too. */
function unitText(
  setting: WorkerSetting,
  shown: Shown,
  { settings, format }: Texts,
): string | undefined {
  const unit = setting.kind === 'number' ? setting.unit : undefined;
  if (unit === undefined) return undefined;
  const read = valueFromText(setting.name, String(shown));
  const size = unit === 'bytes' && read.ok && typeof read.value === 'number' ? read.value : 0;
  const words = settings.units[unit] ?? unit;
  return size < 1_000 ? words : `${words} (${format.bytes(size)})`;
}

/** The value that counts when the file says nothing; undefined where every worker needs its own. */
function defaultText(setting: WorkerSetting, texts: Texts['settings']): string | undefined {
  const { byDefault, name } = setting;
  if (byDefault === undefined) return undefined;
  if (byDefault === null) {
    return setting.kind === 'choice' ? texts.fields[name].none : texts.noneByDefault;
  }
  if (typeof byDefault === 'boolean') return byDefault ? texts.on : texts.off;
  return texts.fields[name].choices?.[String(byDefault)] ?? settingText(name, byDefault);
}

interface ControlProps extends SettingFieldProps {
  /** Undefined for what stands in `buildtray.json`. */
  readonly setting: WorkerSetting | undefined;
  readonly attributes: FieldAttributes;
}

function Control({ form, name, setting, attributes }: ControlProps) {
  const { settings } = useTexts();
  const { label, none, choices } = settings.fields[name];
  const { page, edits } = form;
  if (page === undefined) return null;
  const shown = edits[name] ?? savedShown(page, name);
  const change = (value: Shown): void => form.change(name, value);
  if (typeof shown === 'boolean' || setting?.kind === 'switch') {
    return (
      <Switch
        {...attributes}
        label={shown ? settings.on : settings.off}
        checked={shown === true}
        onChange={(event) => change(event.currentTarget.checked)}
      />
    );
  }
  if (setting?.kind === 'choice') {
    const rows = setting.choices.map((value) => ({ value, label: choices?.[value] ?? value }));
    return (
      <Select
        {...attributes}
        flex={1}
        maw={420}
        allowDeselect={false}
        value={shown === '' ? NONE : shown}
        data={
          setting.none === null
            ? [{ value: NONE, label: none ?? settings.noneByDefault }, ...rows]
            : rows
        }
        onChange={(value) => value !== null && change(value === NONE ? '' : value)}
      />
    );
  }
  if (setting?.kind === 'secret' || name === 'proxyPassword') {
    const isSet = isExtra(name) ? page.extras.hasProxyPassword : isSecretSet(viewOf(page, name));
    return (
      <SecretInput
        {...attributes}
        flex={1}
        maw={420}
        autoComplete="off"
        placeholder={isSet ? settings.isSet : settings.isNotSet}
        value={shown}
        onChange={(event) => change(event.currentTarget.value)}
      />
    );
  }
  const mayBeNone = setting === undefined || setting.none === null;
  const isNumber = setting?.kind === 'number';
  return (
    <TextInput
      {...attributes}
      {...(isNumber && { maw: 260, inputMode: 'numeric' as const })}
      flex={1}
      miw={0}
      spellCheck={false}
      autoComplete="off"
      placeholder={none ?? ''}
      value={shown}
      onChange={(event) => change(event.currentTarget.value)}
      rightSection={
        mayBeNone &&
        shown !== '' && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={settings.clear(label)}
            onClick={() => change('')}
          >
            <IconX size={14} />
          </ActionIcon>
        )
      }
    />
  );
}

/** No value of a choice is empty, and no option of a list may be. */
const NONE = '-';

function isSecretSet(view: SettingView): boolean {
  return view.kind === 'secret' && view.isSet;
}
