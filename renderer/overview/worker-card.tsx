import { Alert, Anchor, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { WorkerStatusKind } from '../../main/contract/worker/worker-status.ts';
import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import { useApp, useTexts } from '../components/app-context.tsx';
import { StatusIcon } from '../components/status-icon.tsx';
import { Draining } from './draining.tsx';
import { Facts } from './facts.tsx';
import { Running } from './running.tsx';
import { WorkerButtons } from './worker-buttons.tsx';
import { WorkerMenu } from './worker-menu.tsx';

const COLOURS: Readonly<Record<WorkerStatusKind, string>> = {
  stopped: 'gray',
  connecting: 'blue',
  idle: 'green',
  building: 'green',
  draining: 'orange',
  paused: 'orange',
  error: 'red',
};

/** One worker: how it stands, what can be done about it, what runs. */
export function WorkerCard({ worker }: { readonly worker: WorkerView }) {
  const texts = useTexts();
  const { status } = worker;
  return (
    <Paper withBorder p="lg" radius="md" component="section" aria-label={worker.workerName}>
      <Stack gap="md">
        <CardHead worker={worker} />
        <WorkerButtons worker={worker} />
        {worker.leftRunning.length > 0 && (
          <Alert color="red" variant="light" data-testid="left-running">
            {texts.overview.leftRunning(worker.leftRunning)}
          </Alert>
        )}
        {status.kind === 'draining' && <Draining workerId={worker.id} status={status} />}
        <Running worker={worker} />
        <Facts worker={worker} />
      </Stack>
    </Paper>
  );
}

/** What is wrong in a worker's directory is mostly fixed on that page. */
function ToSettings({ workerId }: { readonly workerId: string }) {
  const { texts, chooseWorker, go } = useApp();
  const open = (): void => {
    chooseWorker(workerId);
    go('settings');
  };
  return (
    <Anchor component="button" type="button" size="sm" ta="start" onClick={open}>
      {texts.overview.toSettings}
    </Anchor>
  );
}

function CardHead({ worker }: { readonly worker: WorkerView }) {
  const { overview, say } = useTexts();
  const { status } = worker;
  const problem = 'problem' in status ? status.problem : undefined;
  return (
    <Group wrap="nowrap" align="flex-start">
      <StatusIcon kind={status.kind} />
      <Stack gap={2} flex={1} miw={0}>
        <Group gap="xs">
          <Title order={2} size="h4">
            {worker.workerName}
          </Title>
          <Badge variant="light" tt="none" color={COLOURS[status.kind]} data-testid="state">
            {overview.states[status.kind]}
          </Badge>
        </Group>
        <Text aria-live="polite" data-testid="sentence">
          {worker.sentence}
        </Text>
        {problem && (
          <Text size="sm" data-testid="problem">
            {say(problem.problem)}
          </Text>
        )}
        {problem?.kind === 'directory' && <ToSettings workerId={worker.id} />}
      </Stack>
      <WorkerMenu worker={worker} />
    </Group>
  );
}
