import { Alert, Button, Group, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { WorkerView } from '../../../main/contract/worker/worker-view.ts';
import type { SettingName } from '../../../main/worker-settings/settings-table.ts';
import { useApp } from '../../components/app-context.tsx';
import { EditedField } from '../../components/settings/edited-field.tsx';
import { faultOf, isByString, isInUse } from '../../components/settings/settings-form.ts';
import { TacChanges } from '../../components/settings/tac-changes.tsx';
import { useSettings } from '../../components/settings/use-settings.ts';

interface SettingsRepairProps {
  readonly worker: WorkerView;
  readonly names: readonly SettingName[];
}

/** The settings that may be wrong, as the settings page has them; to try is to save and to connect. */
export function SettingsRepair({ worker, names }: SettingsRepairProps) {
  const { texts, request } = useApp();
  const { settings, overview } = texts;
  const form = useSettings(worker.id, worker.status.kind);
  const [isTrying, setIsTrying] = useState(false);
  const { page, edits, refused } = form;
  if (page === undefined) return null;
  const byString = isByString(page, edits);
  const fields = names.filter((name) => isInUse(name, byString));
  const hasEdits = Object.keys(edits).length > 0;
  const isFaulty = fields.some((name) => faultOf(name, edits) !== undefined);
  const tryThem = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isFaulty || isTrying) return;
    setIsTrying(true);
    const isSaved = !hasEdits || (await form.save());
    if (isSaved) await request(worker.id, { kind: 'connect' });
    setIsTrying(false);
  };
  // One of the fields that are shown has it beside itself.
  const refusal = refused && !fields.some((name) => name === refused.name) && refused.sentence;
  return (
    <form onSubmit={(event) => void tryThem(event)} noValidate data-testid="repair-settings">
      <Stack gap="sm">
        {fields.map((name) => (
          <EditedField key={name} form={form} name={name} isBrief />
        ))}
        {form.isOutdated && <Alert color="orange">{settings.changedMeanwhile}</Alert>}
        {refusal && (
          <Alert color="red" role="alert">
            {refusal}
          </Alert>
        )}
        {hasEdits && <TacChanges workerId={worker.id} form={form} />}
        <Group gap="xs">
          <Button type="submit" size="sm" loading={isTrying} disabled={isFaulty}>
            {hasEdits ? overview.repair.saveAndTry : overview.repair.tryNow}
          </Button>
          {hasEdits && (
            <Button variant="subtle" color="gray" size="sm" onClick={form.undoAll}>
              {settings.undoAll}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
