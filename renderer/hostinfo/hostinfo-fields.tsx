import { ActionIcon, Button, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../components/app-context.tsx';
import { Field } from '../components/fields/field.tsx';
import { FillIn } from '../components/fields/fill-in.tsx';
import { canAdd, furtherNames } from './hostinfo-form.ts';
import type { HostinfoForm } from './use-hostinfo.ts';

interface FieldsProps {
  readonly form: HostinfoForm;
}

/** A field per file under `info/`. */
export function HostinfoFields({ form }: FieldsProps) {
  const { hostinfo } = useTexts();
  // The head of the page says when a change counts, once for all.
  return (
    <>
      <FillIn onFilled={(texts) => form.change(texts)} />
      <FileField form={form} name="admin" label={hostinfo.admin} help={hostinfo.adminHelp} />
      <FileField form={form} name="host" label={hostinfo.host} help={hostinfo.hostHelp} />
      <FileField
        form={form}
        name="access_uri"
        label={hostinfo.accessUri}
        help={hostinfo.accessUriHelp}
      />
      <FurtherFiles form={form} />
    </>
  );
}

interface FileFieldProps extends FieldsProps {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
}

function FileField({ form, name, ...field }: FileFieldProps) {
  const { hostinfo } = useTexts();
  const shared = form.snapshot.value?.files.find((file) => file.name === name)?.sharedPath;
  const help = [field.help, shared && hostinfo.shared(shared)].filter(Boolean).join(' ');
  return (
    <Field {...field} {...(help !== '' && { help })}>
      {(attributes) => (
        <Textarea
          {...attributes}
          flex={1}
          autosize
          minRows={1}
          maxRows={12}
          spellCheck={false}
          value={form.texts[name] ?? ''}
          onChange={(event) => form.change({ [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}

function FurtherFiles({ form }: FieldsProps) {
  const { hostinfo } = useTexts();
  return (
    <Stack component="section" gap="sm" aria-label={hostinfo.further}>
      <div>
        <Title order={2}>{hostinfo.further}</Title>
        <Text size="sm" className="quiet">
          {hostinfo.furtherHelp}
        </Text>
      </div>
      {furtherNames(form.texts).map((name) => (
        <Group key={name} wrap="nowrap" align="flex-end" gap="xs">
          <div style={{ flex: 1 }}>
            <FileField form={form} name={name} label={name} />
          </div>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={hostinfo.removeFile(name)}
            onClick={() => form.remove(name)}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      ))}
      <AddFile form={form} />
    </Stack>
  );
}

function AddFile({ form }: FieldsProps) {
  const { hostinfo } = useTexts();
  const [name, setName] = useState('');
  const isGood = canAdd(name, form.texts);
  const add = (): void => {
    if (!isGood) return;
    form.change({ [name.trim()]: '' });
    setName('');
  };
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap">
      <TextInput
        flex={1}
        maw={320}
        aria-label={hostinfo.newName}
        placeholder={hostinfo.newName}
        spellCheck={false}
        value={name}
        error={name !== '' && !isGood ? hostinfo.badName : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // Enter means this field's button, not the form's.
          event.preventDefault();
          add();
        }}
      />
      <Button variant="default" disabled={!isGood} onClick={add}>
        {hostinfo.addFile}
      </Button>
    </Group>
  );
}
