import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import type { DraftName } from '../../main/contract/adding/worker-draft.ts';
import { EXTRA_SETTINGS, WORKER_SETTINGS } from '../../main/worker-settings/settings-table.ts';
import { useTexts } from '../components/app-context.tsx';
import type { Draft } from './draft.ts';
import { passwordPlaceIn, type Step } from './draft-form.ts';
import { labelOf, shownValue } from './label-of.ts';

interface SummaryStepProps {
  readonly draft: Draft;
  readonly onEdit: (step: Step) => void;
}

/** All that is going to be done, before it is done. */
export function SummaryStep({ draft, onEdit }: SummaryStepProps) {
  const texts = useTexts();
  const { addWorker, hostinfo, common } = texts;
  const { settings, suggestion } = draft;
  const set: readonly DraftName[] = WORKER_SETTINGS.filter(
    ({ name, kind, byDefault }) =>
      name !== 'basedir' &&
      kind !== 'secret' &&
      Boolean(settings[name]?.trim()) &&
      !(kind === 'switch' && settings[name] === 'False' && byDefault === false),
  ).map(({ name }) => name);
  const extras = EXTRA_SETTINGS.filter(
    ({ name, kind }) => kind !== 'secret' && settings[name]?.trim(),
  ).map(({ name }) => name);
  return (
    <Stack gap="md" maw={760}>
      <Part title={addWorker.steps.master} onEdit={() => onEdit('master')}>
        {[...set, ...extras].map((name) => (
          <Fact
            key={name}
            name={labelOf(name, texts)}
            text={shownValue(name, settings[name] ?? '', texts)}
          />
        ))}
      </Part>
      <Part title={addWorker.steps.machine} onEdit={() => onEdit('machine')}>
        <Fact name={addWorker.directory} text={settings.basedir ?? ''} />
        {draft.isRelocatable && <Fact name={addWorker.relocatable} text={texts.settings.on} />}
        <Fact name={hostinfo.admin} text={draft.hostinfo.admin || hostinfo.previewEmpty} />
        <Fact name={hostinfo.host} text={draft.hostinfo.host || hostinfo.previewEmpty} />
        {draft.hostinfo.accessUri.trim() !== '' && (
          <Fact name={hostinfo.accessUri} text={draft.hostinfo.accessUri} />
        )}
      </Part>
      {suggestion && (
        <Text size="sm" className="quiet">
          {common.passwordPlace(passwordPlaceIn(settings.basedir, suggestion.passwordPlace))}
        </Text>
      )}
    </Stack>
  );
}

interface PartProps {
  readonly title: string;
  readonly onEdit: () => void;
  readonly children: React.ReactNode;
}

function Part({ title, onEdit, children }: PartProps) {
  const { addWorker } = useTexts();
  return (
    <Paper withBorder p="md" radius="md" component="section" aria-label={title}>
      <Group justify="space-between" mb="xs">
        <Text fw={600} size="sm">
          {title}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={addWorker.editThis(title)}
          onClick={onEdit}
        >
          {addWorker.edit}
        </Button>
      </Group>
      <dl className="facts">{children}</dl>
    </Paper>
  );
}

function Fact({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div>
      <Text component="dt" size="sm" className="quiet">
        {name}
      </Text>
      <Text component="dd" size="sm" className="wrapped">
        {text}
      </Text>
    </div>
  );
}
