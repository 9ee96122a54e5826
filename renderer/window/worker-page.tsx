import { Group, Stack, Text, Title } from '@mantine/core';
import type { PasswordPlace, WorkerView } from '../../main/contract/contract.ts';
import { LogPane } from './log-pane.tsx';
import { RunningCommands } from './running-commands.tsx';
import { StatusHeader } from './status-header.tsx';

/** What the worker does, what runs, and its log. */
export function WorkerPage({ worker }: { readonly worker: WorkerView }) {
  return (
    <>
      <StatusHeader worker={worker} />
      <Stack gap={6} flex={3} mih={0}>
        <Title order={2} size="h5">
          What runs here
        </Title>
        <RunningCommands worker={worker} />
      </Stack>
      <Stack gap={6} flex={2} mih={0}>
        <Title order={2} size="h5">
          Log
        </Title>
        <LogPane basedir={worker.basedir} />
      </Stack>
      <Group gap="xs" justify="space-between">
        <Text size="xs" className="quiet">
          Directory: {worker.basedir}
        </Text>
        <Text size="xs" className="quiet" data-testid="password-place">
          {passwordText(worker.passwordPlace)}
        </Text>
      </Group>
    </>
  );
}

/** Where the password is, in words. */
export function passwordText(place: PasswordPlace): string {
  if (place.kind === 'keyring') return `The password is kept in ${place.name}.`;
  const why = place.why === undefined ? '' : ` (${place.why})`;
  return `The password is kept in ${place.path}, which only you can read${why}.`;
}
