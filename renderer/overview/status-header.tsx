import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { WorkerView } from '../../main/contract/worker-view.ts';
import { useTexts } from '../components/app-context.tsx';
import { Elapsed, Remaining } from '../components/measures.tsx';
import { StatusIcon } from '../components/status-icon.tsx';
import { WorkerButtons } from './worker-buttons.tsx';

/** The state in words and as a shape, and what can be done about it. */
export function StatusHeader({ worker }: { readonly worker: WorkerView }) {
  const { overview } = useTexts();
  const { status } = worker;
  const problem = 'problem' in status ? status.problem?.sentence : undefined;
  return (
    <Paper withBorder p="md" radius="md">
      <Stack gap="sm">
        <Group wrap="nowrap" align="flex-start">
          <StatusIcon kind={status.kind} />
          <Stack gap={2} flex={1} miw={0}>
            <Title order={2} size="h4" data-testid="state">
              {overview.states[status.kind]}
            </Title>
            <Text aria-live="polite" data-testid="sentence">
              {worker.sentence}
            </Text>
            {problem && (
              <Text size="sm" data-testid="problem">
                {problem}
              </Text>
            )}
            <Text size="sm" className="quiet">
              {overview.workerAt(worker.workerName, worker.master)}
              <Ages worker={worker} />
            </Text>
          </Stack>
        </Group>
        <WorkerButtons worker={worker} />
      </Stack>
    </Paper>
  );
}

/** How long ago the master was heard, or when the next try begins. */
function Ages({ worker: { status, lastHeardAt } }: { readonly worker: WorkerView }) {
  const retryAt = 'retryAt' in status ? status.retryAt : undefined;
  if (retryAt !== undefined) return <NextTry at={retryAt} />;
  return lastHeardAt === undefined ? null : <LastHeard at={lastHeardAt} />;
}

function NextTry({ at }: { readonly at: number }) {
  const [before, after] = useTexts().overview.nextTry;
  return (
    <>
      {' · '}
      {before}
      <Remaining until={at} />
      {after}
    </>
  );
}

function LastHeard({ at }: { readonly at: number }) {
  const [before, after] = useTexts().overview.lastHeard;
  return (
    <>
      {' · '}
      {before}
      <Elapsed since={at} />
      {after}
    </>
  );
}
