import { Alert, Button, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import { isExtra } from '../../main/worker-settings/settings-table.ts';
import { useApp, useTexts } from '../components/app-context.tsx';
import { Loading } from '../components/loading.tsx';
import { Page } from '../components/page.tsx';
import { SavedNote } from '../components/saved-note.tsx';
import { Section } from '../components/section.tsx';
import { EditedField } from '../components/settings/edited-field.tsx';
import {
  FIELD_GROUPS,
  type FieldGroup,
  isByString,
  isFound,
  isInUse,
  savedShown,
  viewOf,
} from '../components/settings/settings-form.ts';
import { type SettingsForm, useSettings } from '../components/settings/use-settings.ts';
import { SaveBar } from './save-bar.tsx';
import { TacText } from './tac-text.tsx';
import './settings.css';

/** Every setting of a worker. */
export function SettingsPage() {
  const { texts, worker } = useApp();
  return (
    <Page name="settings" about={worker && texts.settings.about(`${worker.basedir}/buildbot.tac`)}>
      {worker && <Settings worker={worker} />}
    </Page>
  );
}

function Settings({ worker }: { readonly worker: WorkerView }) {
  const { settings } = useTexts();
  const form = useSettings(worker.id, worker.status.kind);
  const [query, setQuery] = useState('');
  if (form.whyNot !== undefined)
    return (
      <Alert color="red" role="alert">
        {form.whyNot}
      </Alert>
    );
  if (form.page === undefined) return <Loading of={form.snapshot} />;
  return (
    <form
      className="settings"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.save();
      }}
    >
      <Stack gap="xl">
        <Notes worker={worker} form={form} />
        <TextInput
          aria-label={settings.search}
          placeholder={settings.search}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Enter here saves nothing.
            if (event.key === 'Enter') event.preventDefault();
            if (event.key === 'Escape') setQuery('');
          }}
        />
        <Groups form={form} query={query.trim()} />
        <WholeFile text={form.page.tacText} />
      </Stack>
      <SaveBar workerId={worker.id} form={form} />
    </form>
  );
}

function Groups({ form, query }: { readonly form: SettingsForm; readonly query: string }) {
  const { settings } = useTexts();
  if (form.page === undefined) return null;
  const byString = isByString(form.page, form.edits);
  const groups = FIELD_GROUPS.map(({ name, fields }) => ({
    name,
    // One that was refused is shown wherever it stands: there it shows why.
    fields: fields.filter(
      (field) =>
        field === form.refused?.name ||
        (query === '' ? isInUse(field, byString) : isFound(field, query, settings)),
    ),
  })).filter(({ fields }) => fields.length > 0);
  if (groups.length === 0) {
    return (
      <Text className="quiet" role="status">
        {settings.nothingFound}
      </Text>
    );
  }
  return groups.map((group) => (
    <Section key={group.name} title={settings.groups[group.name]}>
      {group.name === 'master' && query === '' && <Way form={form} byString={byString} />}
      <Fields form={form} group={group} />
    </Section>
  ));
}

function Fields({ form, group }: { readonly form: SettingsForm; readonly group: FieldGroup }) {
  return group.fields.map((name) => <EditedField key={name} form={form} name={name} />);
}

/** A master is named in one way; the other one's settings are emptied. */
function Way({ form, byString }: { readonly form: SettingsForm; readonly byString: boolean }) {
  const { settings } = useTexts();
  const { page } = form;
  if (page === undefined) return null;
  const isFixed = (['host', 'port', 'connectionString'] as const).some(
    (name) => viewOf(page, name).kind === 'computed',
  );
  if (isFixed) return null;
  const choose = (way: string): void => {
    const wasByString = savedShown(page, 'connectionString') !== '';
    if ((way === 'string') === wasByString) form.nameMaster({});
    else if (way === 'string') form.nameMaster({ connectionString: firstString(form) });
    else form.nameMaster({ connectionString: '', host: '', port: '9989' });
  };
  return (
    <div>
      <Text size="sm" fw={500} mb="xs">
        {settings.way}
      </Text>
      <SegmentedControl
        fullWidth
        maw={420}
        aria-label={settings.way}
        value={byString ? 'string' : 'host'}
        onChange={choose}
        data={[
          { value: 'host', label: settings.byHost },
          { value: 'string', label: settings.byString },
        ]}
      />
    </div>
  );
}

/** What says the same as host and port do. */
function firstString({ page, edits }: SettingsForm): string {
  if (page === undefined) return '';
  const shown = (name: 'host' | 'port' | 'useTls') => edits[name] ?? savedShown(page, name);
  const kind = shown('useTls') === true ? 'tls' : 'tcp';
  return `${kind}:host=${String(shown('host')).replaceAll(':', '\\:')}:port=${shown('port')}`;
}

function Notes({ worker, form }: { readonly worker: WorkerView; readonly form: SettingsForm }) {
  const { settings, common } = useTexts();
  const { page, saved, refused, isOutdated } = form;
  if (page === undefined) return null;
  const { problems, warnings, waitsFor } = page;
  const needs =
    waitsFor === 'restart-worker' ? 'restart' : waitsFor === 'reconnect' ? 'reconnect' : undefined;
  const text =
    needs === 'restart'
      ? settings.savedRestart
      : needs
        ? settings.savedReconnect
        : settings.savedNow;
  // A refusal that belongs to a field stands beside it.
  const isAtField =
    refused?.name !== undefined &&
    (isExtra(refused.name) || viewOf(page, refused.name).kind !== 'computed');
  return (
    <>
      {problems.map((sentence) => (
        <Alert key={sentence} color="red">
          {sentence}
        </Alert>
      ))}
      {warnings.map((sentence) => (
        <Alert key={sentence} color="yellow">
          {sentence}
        </Alert>
      ))}
      {isOutdated && (
        <Alert color="orange" role="alert">
          {settings.changedMeanwhile}
        </Alert>
      )}
      {refused && !isAtField && (
        <Alert color="red" role="alert">
          {refused.sentence}
        </Alert>
      )}
      {saved?.problem !== undefined && (
        <Alert color="orange" role="alert" title={settings.notFollowed}>
          {saved.problem}
        </Alert>
      )}
      {(saved || needs) && saved?.problem === undefined && (
        <SavedNote
          key={`${needs} ${saved !== undefined}`}
          worker={worker}
          text={text}
          needs={needs}
          title={saved ? common.savedNote.saved : settings.waiting}
        />
      )}
    </>
  );
}

function WholeFile({ text }: { readonly text: string }) {
  const { settings } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Stack gap="xs" align="stretch">
      <div>
        <Button variant="default" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? settings.hideFile : settings.showFile}
        </Button>
      </div>
      {isOpen && <TacText text={text} />}
    </Stack>
  );
}
