import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { type MouseEvent, useState } from 'react';
import { useTexts } from '../components/app-context.tsx';
import { faultyFields } from '../components/settings/settings-form.ts';
import { TacChanges } from '../components/settings/tac-changes.tsx';
import type { SettingsForm } from '../components/settings/use-settings.ts';

interface SaveBarProps {
  readonly workerId: string;
  readonly form: SettingsForm;
}

/** It may be far away on the page. */
function toFault({ currentTarget }: MouseEvent<HTMLElement>): void {
  const form = currentTarget.closest('form');
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}

/** Stays in sight as long as there are changes. */
export function SaveBar({ workerId, form }: SaveBarProps) {
  const { settings, common } = useTexts();
  const [showsChanges, setShowsChanges] = useState(false);
  const count = Object.keys(form.edits).length;
  if (count === 0) return null;
  const faulty = faultyFields(form.edits).map((name) => settings.fields[name].label);
  return (
    <Paper className="save-bar" withBorder shadow="sm" p="sm" radius="md">
      <Stack gap="sm">
        {showsChanges && <TacChanges workerId={workerId} form={form} />}
        <Group gap="sm">
          <Button type="submit" disabled={faulty.length > 0} loading={form.isBusy}>
            {common.save}
          </Button>
          <Button variant="default" onClick={form.undoAll}>
            {settings.undoAll}
          </Button>
          <Button
            variant="subtle"
            aria-expanded={showsChanges}
            onClick={() => setShowsChanges(!showsChanges)}
          >
            {settings.showChanges}
          </Button>
          <Text size="sm" className="quiet" aria-live="polite">
            {settings.changes(count)}
          </Text>
          {faulty.length > 0 && (
            <Anchor component="button" type="button" size="sm" className="bad" onClick={toFault}>
              {settings.faulty(faulty)}
            </Anchor>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
