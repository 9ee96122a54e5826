import { Alert, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import { useTexts } from '../components/app-context.tsx';
import { StatusIcon } from '../components/status-icon.tsx';
import { Draining } from './draining.tsx';
import { Facts } from './facts.tsx';
import { RepairCard } from './repair/repair-card.tsx';
import { Running } from './running.tsx';
import { WorkerButtons } from './worker-buttons.tsx';
import { WorkerMenu } from './worker-menu.tsx';
import './overview.css';

/** One worker: how it stands, what can be done about it, what runs. */
export function WorkerCard({ worker }: { readonly worker: WorkerView }) {
  const texts = useTexts();
  const { status } = worker;
  return (
    <Paper withBorder p="lg" radius="md" component="section" aria-label={worker.workerName}>
      <Stack gap="md">
        <CardHead worker={worker} />
        <RepairCard worker={worker} />
        <WorkerButtons worker={worker} />
        {status.kind === 'building' && status.isStillLeaving && (
          <Alert color="gray" variant="light" data-testid="still-leaving">
            {texts.overview.stillLeavingHelp}
          </Alert>
        )}
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

function CardHead({ worker }: { readonly worker: WorkerView }) {
  const { overview } = useTexts();
  const { status } = worker;
  const isStillLeaving = status.kind === 'building' && status.isStillLeaving;
  return (
    <Group wrap="nowrap" align="flex-start">
      <StatusIcon kind={status.kind} />
      <Stack gap={2} flex={1} miw={0}>
        <Group gap="xs">
          <Title order={2} size="h4">
            {worker.workerName}
          </Title>
          <Badge
            className={`state-badge state-${status.kind}`}
            variant="default"
            tt="none"
            data-testid="state"
          >
            {isStillLeaving ? overview.stillLeaving : overview.states[status.kind]}
          </Badge>
        </Group>
        <Text aria-live="polite" data-testid="sentence">
          {worker.sentence}
        </Text>
      </Stack>
      <WorkerMenu worker={worker} />
    </Group>
  );
}
