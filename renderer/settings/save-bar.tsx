import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../components/app-context.tsx';
import { type FieldName, faultyFields } from '../components/settings/settings-form.ts';
import { TacChanges } from '../components/settings/tac-changes.tsx';
import type { SettingsForm } from '../components/settings/use-settings.ts';
import { FieldLinks } from './field-links.tsx';

interface SaveBarProps {
  readonly workerId: string;
  readonly form: SettingsForm;
  readonly onLead: (name: FieldName) => void;
}

/** Stays in sight as long as there are changes. */
export function SaveBar({ workerId, form, onLead }: SaveBarProps) {
  const { settings, common } = useTexts();
  const [showsChanges, setShowsChanges] = useState(false);
  const count = Object.keys(form.edits).length;
  if (count === 0) return null;
  const faulty = faultyFields(form.edits);
  return (
    <Paper className="save-bar" withBorder shadow="sm" p="sm">
      <Stack gap="sm">
        {showsChanges && <TacChanges workerId={workerId} form={form} />}
        <Group gap="xs">
          <Button size="xs" type="submit" disabled={faulty.length > 0} loading={form.isBusy}>
            {common.save}
          </Button>
          <Button size="xs" variant="default" onClick={form.undoAll}>
            {settings.undoAll}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            aria-expanded={showsChanges}
            onClick={() => setShowsChanges(!showsChanges)}
          >
            {settings.showChanges}
          </Button>
          <Text size="sm" className="quiet" aria-live="polite">
            {settings.changes(count)}
          </Text>
          <FieldLinks lead={settings.faulty} names={faulty} onLead={onLead} />
        </Group>
      </Stack>
    </Paper>
  );
}
