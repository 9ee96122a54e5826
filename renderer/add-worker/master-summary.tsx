import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import type { DraftName } from '../../main/contract/adding/worker-draft.ts';
import { EXTRA_SETTINGS, WORKER_SETTINGS } from '../../main/worker-settings/settings-table.ts';
import { useTexts } from '../components/app-context.tsx';
import type { Draft } from './draft.ts';
import { labelOf, shownValue } from './label-of.ts';

interface MasterSummaryProps {
  readonly draft: Draft;
  readonly onEdit: () => void;
}

/** Named in the first line, or on the page itself. */
const ELSEWHERE: readonly DraftName[] = ['host', 'port', 'workerName', 'basedir'];

/** Which worker is going to connect to which master, and what else was set for it. */
export function MasterSummary({ draft, onEdit }: MasterSummaryProps) {
  const texts = useTexts();
  const { addWorker } = texts;
  const { settings } = draft;
  const { workerName = '', connectionString, host = '', port = '' } = settings;
  const shownHost = host.includes(':') ? `[${host}]` : host;
  const set: readonly DraftName[] = [...WORKER_SETTINGS, ...EXTRA_SETTINGS]
    .filter(({ kind, name }) => kind !== 'secret' && settings[name]?.trim())
    .filter((row) => row.kind !== 'switch' || settings[row.name] !== 'False' || row.byDefault)
    .map(({ name }) => name)
    .filter((name) => !ELSEWHERE.includes(name));
  return (
    <Paper
      withBorder
      p="sm"
      radius="md"
      component="section"
      aria-label={addWorker.steps.master}
      data-testid="master-summary"
    >
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Stack gap={2} flex={1} miw={0}>
          <Text fw={600} size="sm" className="wrapped">
            {addWorker.joins(workerName, connectionString || `${shownHost}:${port}`)}
          </Text>
          {set.length > 0 && (
            <Text size="sm" className="wrapped">
              {set
                .map(
                  (name) =>
                    `${labelOf(name, texts)}: ${shownValue(name, settings[name] ?? '', texts)}`,
                )
                .join(' · ')}
            </Text>
          )}
        </Stack>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={addWorker.editThis(addWorker.steps.master)}
          onClick={onEdit}
        >
          {addWorker.edit}
        </Button>
      </Group>
    </Paper>
  );
}
