import { Button, Group, SegmentedControl, Select, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import type { Preferences as AppPreferences } from '../../main/contract/preferences-contract.ts';
import { namesOf } from '../../main/lib/names-of.ts';
import { api } from '../components/api.ts';
import { reportRefusal, useApp } from '../components/app-context.tsx';
import { Field } from '../components/fields/field.tsx';
import { Page } from '../components/page.tsx';
import { Section } from '../components/section.tsx';
import { useSnapshot } from '../components/use-snapshot.ts';
import { LicencesDialog } from './licences-dialog.tsx';

/** How the user wants the app itself; each change applies at once. */
export function Preferences() {
  const { texts, view } = useApp();
  const words = texts.preferences;
  const change = async (changes: Partial<AppPreferences>): Promise<void> => {
    const changed = await api.preferences.change(changes);
    if (!changed.ok) reportRefusal(texts, changed.problem);
  };
  const { notifications } = view.preferences;
  return (
    <Page name="preferences" about={words.about}>
      <Stack gap="xl" maw={640}>
        <StartSection change={change} />
        <Section title={words.notifications}>
          <Switch
            label={words.notificationsOn}
            description={words.notificationsHelp}
            checked={notifications}
            onChange={(event) => void change({ notifications: event.currentTarget.checked })}
          />
        </Section>
        <AppearanceSection change={change} />
        <AboutSection />
      </Stack>
    </Page>
  );
}

interface SectionProps {
  readonly change: (changes: Partial<AppPreferences>) => Promise<void>;
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

function AboutSection() {
  const { texts, view } = useApp();
  const words = texts.preferences;
  const [showsLicences, setShowsLicences] = useState(false);
  return (
    <Section title={words.aboutBuildtray}>
      <Group justify="space-between">
        <Text size="sm">{words.version(view.version)}</Text>
        <Button variant="default" size="xs" onClick={() => setShowsLicences(true)}>
          {words.showLicences}
        </Button>
      </Group>
      {showsLicences && <LicencesDialog onClose={() => setShowsLicences(false)} />}
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
