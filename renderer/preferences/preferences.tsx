import { Button, Group, SegmentedControl, Select, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import type { Preferences as AppPreferences } from '../../main/contract/preferences-contract.ts';
import { namesOf } from '../../main/lib/names-of.ts';
import { api } from '../components/api.ts';
import { reportRefusal, useApp } from '../components/app-context.tsx';
import { DiagnosticsDialog } from '../components/diagnostics/diagnostics-dialog.tsx';
import { Field } from '../components/fields/field.tsx';
import { Page } from '../components/page.tsx';
import { Section } from '../components/section.tsx';
import { useSnapshot } from '../components/use-snapshot.ts';
import { LicencesDialog } from './licences-dialog.tsx';
import { NotificationsSection, type SectionProps } from './notifications-section.tsx';

/** How the user wants the app itself; each change applies at once. */
export function Preferences() {
  const { texts } = useApp();
  const words = texts.preferences;
  const change = async (changes: Partial<AppPreferences>): Promise<void> => {
    const changed = await api.preferences.change(changes);
    if (!changed.ok) reportRefusal(texts, changed.problem);
  };
  return (
    <Page name="preferences" about={words.about}>
      <Stack gap="xl" maw={640}>
        <StartSection change={change} />
        <NotificationsSection change={change} />
        <OutputSection change={change} />
        <AppearanceSection change={change} />
        <AboutSection />
      </Stack>
    </Page>
  );
}

function StartSection({ change }: SectionProps) {
  const { texts, view } = useApp();
  const words = texts.preferences;
  const { value: startsAtLogin, reload } = useSnapshot({
    key: 'startsAtLogin',
    load: () => api.preferences.startsAtLogin(),
  });
  const [requested, setRequested] = useState<boolean>();
  const turn = async (isOn: boolean): Promise<void> => {
    setRequested(isOn);
    const turned = await api.preferences.setStartsAtLogin(isOn);
    if (!turned.ok) reportRefusal(texts, turned.problem);
    // The desktop decides: what it answers counts.
    await reload();
    setRequested(undefined);
  };
  return (
    <Section title={words.start}>
      <Switch
        label={words.startAtLogin}
        description={words.startAtLoginHelp}
        disabled={startsAtLogin === undefined}
        checked={requested ?? startsAtLogin ?? false}
        onChange={(event) => void turn(event.currentTarget.checked)}
      />
      <Switch
        label={words.startHidden}
        description={startsAtLogin ? words.startHiddenHelp : words.needsLogin}
        disabled={startsAtLogin !== true}
        checked={view.preferences.startHidden}
        onChange={(event) => void change({ startHidden: event.currentTarget.checked })}
      />
    </Section>
  );
}

const BYTES = [50, 200, 1_000, 5_000].map((megabytes) => megabytes * 1_000_000);
const DAYS = [7, 30, 90, 365];

/** What is kept of what builds print. */
function OutputSection({ change }: SectionProps) {
  const { texts, view } = useApp();
  const words = texts.preferences;
  const { keptOutputs, keptOutputBytes, keptOutputDays } = view.preferences;
  return (
    <Section title={words.output}>
      <Field label={words.keptOutputs} help={words.keptOutputsHelp}>
        {({ id }) => (
          <SegmentedControl
            id={id}
            aria-label={words.keptOutputs}
            value={keptOutputs}
            data={namesOf(words.kept).map((value) => ({ value, label: words.kept[value] }))}
            onChange={(value) => void change({ keptOutputs: value })}
          />
        )}
      </Field>
      {keptOutputs !== 'none' && (
        <Group gap="md">
          <Bound
            label={words.keptOutputBytes}
            value={keptOutputBytes}
            choices={BYTES}
            inWords={words.bytes}
            onChange={(value) => void change({ keptOutputBytes: value })}
          />
          <Bound
            label={words.keptOutputDays}
            value={keptOutputDays}
            choices={DAYS}
            inWords={words.days}
            onChange={(value) => void change({ keptOutputDays: value })}
          />
        </Group>
      )}
    </Section>
  );
}

interface BoundProps {
  readonly label: string;
  readonly value: number;
  readonly choices: readonly number[];
  readonly inWords: (value: number) => string;
  readonly onChange: (value: number) => void;
}

function Bound({ label, value, choices, inWords, onChange }: BoundProps) {
  // What somebody wrote into the file is a choice, too.
  const all = [...new Set([...choices, value])].sort((a, b) => a - b);
  return (
    <Field label={label}>
      {(attributes) => (
        <Select
          {...attributes}
          w={160}
          allowDeselect={false}
          value={String(value)}
          data={all.map((choice) => ({ value: String(choice), label: inWords(choice) }))}
          onChange={(chosen) => chosen !== null && onChange(Number(chosen))}
        />
      )}
    </Field>
  );
}

function AboutSection() {
  const { texts, view } = useApp();
  const words = texts.preferences;
  const [dialog, setDialog] = useState<'licences' | 'diagnostics'>();
  const close = (): void => setDialog(undefined);
  return (
    <Section title={words.aboutBuildtray}>
      <Group justify="space-between">
        <Text size="sm">{words.version(view.version)}</Text>
        <Group gap="xs">
          <Button variant="default" size="xs" onClick={() => setDialog('diagnostics')}>
            {words.showDiagnostics}
          </Button>
          <Button variant="default" size="xs" onClick={() => setDialog('licences')}>
            {words.showLicences}
          </Button>
        </Group>
      </Group>
      {dialog === 'licences' && <LicencesDialog onClose={close} />}
      {dialog === 'diagnostics' && <DiagnosticsDialog onClose={close} />}
    </Section>
  );
}

function AppearanceSection({ change }: SectionProps) {
  const { texts, view } = useApp();
  const words = texts.preferences;
  const { theme, language } = view.preferences;
  return (
    <Section title={words.appearance}>
      <Field label={words.theme}>
        {({ id }) => (
          <SegmentedControl
            id={id}
            aria-label={words.theme}
            value={theme}
            data={namesOf(words.themes).map((value) => ({ value, label: words.themes[value] }))}
            onChange={(value) => void change({ theme: value })}
          />
        )}
      </Field>
      <Field label={words.language}>
        {(attributes) => (
          <Select
            {...attributes}
            w={240}
            allowDeselect={false}
            value={language}
            data={namesOf(words.languages).map((value) => ({
              value,
              label: words.languages[value],
            }))}
            onChange={(value) => value !== null && void change({ language: value })}
          />
        )}
      </Field>
    </Section>
  );
}
