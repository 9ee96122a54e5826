import { Alert, Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { SettingsPage as LoadedPage } from '../../main/contract/settings.ts';
import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import { SETTING_DEPTHS, type SettingDepth } from '../../main/worker-settings/setting-row.ts';
import { isExtra, wordOf } from '../../main/worker-settings/settings-table.ts';
import { api } from '../components/api.ts';
import { useApp, useTexts } from '../components/app-context.tsx';
import { focusField } from '../components/fields/focus-field.ts';
import { Loading } from '../components/loading.tsx';
import { Page } from '../components/page.tsx';
import { Section } from '../components/section.tsx';
import { EditedField } from '../components/settings/edited-field.tsx';
import { type FieldName, viewOf } from '../components/settings/settings-form.ts';
import { type SettingsForm, useSettings } from '../components/settings/use-settings.ts';
import { SaveBar } from './save-bar.tsx';
import { SectionLinks, sectionId } from './section-links.tsx';
import { SettingsNotes } from './settings-notes.tsx';
import { type ShownGroups, shownGroups } from './shown-groups.ts';
import { TacText } from './tac-text.tsx';
import { WayToName } from './way-to-name.tsx';
import './settings.css';

/** Every setting of a worker, in two depths. */
export function SettingsPage() {
  const { texts, worker } = useApp();
  return (
    <Page name="settings" about={worker && texts.settings.about(`${worker.basedir}/buildbot.tac`)}>
      {worker && <Settings worker={worker} />}
    </Page>
  );
}

function Settings({ worker }: { readonly worker: WorkerView }) {
  const form = useSettings(worker.id, worker.status.kind);
  if (form.whyNot !== undefined)
    return (
      <Alert color="red" role="alert">
        {form.whyNot}
      </Alert>
    );
  if (form.page === undefined) return <Loading of={form.snapshot} />;
  return <LoadedSettings worker={worker} form={form} page={form.page} />;
}

interface LoadedSettingsProps {
  readonly worker: WorkerView;
  readonly form: SettingsForm;
  readonly page: LoadedPage;
}

function LoadedSettings({ worker, form, page }: LoadedSettingsProps) {
  const { settings } = useTexts();
  const [query, setQuery] = useState('');
  const { view, requested } = useApp();
  const [depth, setDepth] = useState(view.preferences.settingsDepth);
  const element = useRef<HTMLFormElement>(null);
  const { edits, refused } = form;
  const choice = { depth, query: query.trim(), refused: refused?.name };
  const shown = shownGroups(page, edits, choice, settings);
  const leadTo = (name: FieldName): void => {
    setQuery('');
    focusField(() => element.current, name);
  };
  const go = (settingsDepth: SettingDepth): void => {
    setDepth(settingsDepth);
    void api.preferences.change({ settingsDepth });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: leads there once
  useEffect(() => {
    const { setting } = requested;
    if (setting === undefined) return;
    leadTo(setting);
    // One that this depth leaves out is found by its name at every depth.
    if (!shown.groups.some(({ fields }) => fields.includes(setting))) setQuery(wordOf(setting));
  }, [requested]);
  useEffect(() => {
    // What main has refused may be far away.
    if (refused?.name !== undefined) focusField(() => element.current, refused.name);
  }, [refused]);
  const unusable = shown.groups
    .flatMap(({ fields }) => fields)
    .filter((name) => edits[name] === undefined && isUnusable(page, name));
  return (
    <form
      ref={element}
      className="settings"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.save();
      }}
    >
      <div className="settings-columns">
        <SectionLinks groups={shown.groups} edits={edits} />
        <div className="settings-content">
          <Stack gap="xl">
            <SettingsNotes worker={worker} form={form} unusable={unusable} onLead={leadTo} />
            <Group gap="sm">
              <Search query={query} onChange={setQuery} />
              <SegmentedControl
                aria-label={settings.depth}
                value={depth}
                onChange={go}
                data={SETTING_DEPTHS.map((value) => ({ value, label: settings.depths[value] }))}
              />
            </Group>
            <Groups form={form} shown={shown} isFiltered={choice.query !== ''} />
            {shown.more > 0 && (
              <Group>
                <Button variant="default" onClick={() => go('all')}>
                  {settings.showMore(shown.more)}
                </Button>
              </Group>
            )}
            <WholeFile text={page.tacText} />
          </Stack>
          <SaveBar workerId={worker.id} form={form} onLead={leadTo} />
        </div>
      </div>
    </form>
  );
}

function isUnusable(page: LoadedPage, name: FieldName): boolean {
  return !isExtra(name) && viewOf(page, name).kind === 'unusable';
}

interface SearchProps {
  readonly query: string;
  readonly onChange: (query: string) => void;
}

function Search({ query, onChange }: SearchProps) {
  const { search } = useTexts().settings;
  return (
    <TextInput
      flex={1}
      miw="min(200px, 100%)"
      aria-label={search}
      placeholder={search}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      value={query}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        // Enter here saves nothing.
        if (event.key === 'Enter') event.preventDefault();
        if (event.key === 'Escape') onChange('');
      }}
    />
  );
}

interface GroupsProps {
  readonly form: SettingsForm;
  readonly shown: ShownGroups;
  readonly isFiltered: boolean;
}

function Groups({ form, shown: { groups }, isFiltered }: GroupsProps) {
  const { settings } = useTexts();
  if (groups.length === 0) {
    return (
      <Text className="quiet" role="status">
        {settings.nothingFound}
      </Text>
    );
  }
  return groups.map(({ name, fields }) => (
    <Section key={name} id={sectionId(name)} title={settings.groups[name]}>
      {name === 'master' && !isFiltered && <WayToName form={form} />}
      {fields.map((field) => (
        <EditedField key={field} form={form} name={field} />
      ))}
    </Section>
  ));
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
