import { Button, Stack, Text, Title } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import type { WorkerView } from '../../main/contract/worker-view.ts';
import { useApp, useTexts } from '../components/app-context.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { RunningCommands } from './running-commands.tsx';
import { StatusHeader } from './status-header.tsx';

/** What each worker does and runs. */
export function Overview() {
  const { texts, view } = useApp();
  return (
    <Page title={texts.shell.pages.overview} isFilling>
      {view.workers.length === 0 ? <NoWorker /> : null}
      {view.workers.map((worker) => (
        <WorkerCard key={worker.id} worker={worker} />
      ))}
    </Page>
  );
}

function WorkerCard({ worker }: { readonly worker: WorkerView }) {
  const texts = useTexts();
  return (
    <Stack component="section" gap="sm" flex={1} mih={360} aria-label={worker.workerName}>
      <StatusHeader worker={worker} />
      <Title order={2} size="h5">
        {texts.overview.whatRuns}
      </Title>
      <RunningCommands worker={worker} />
      <Text size="xs" className="quiet">
        {texts.overview.directory(worker.basedir)}
      </Text>
      <Text size="xs" className="quiet" data-testid="password-place">
        {texts.common.passwordPlace(worker.passwordPlace)}
      </Text>
    </Stack>
  );
}

function NoWorker() {
  const { texts, go, hasPage } = useApp();
  const { pages } = texts.shell;
  return (
    <EmptyState
      icon={IconPlugConnected}
      title={texts.overview.noWorker}
      actions={
        <>
          <Button onClick={() => go('add-worker')}>{pages['add-worker']}</Button>
          {hasPage('rehearsal') && (
            <Button variant="default" onClick={() => go('rehearsal')}>
              {pages.rehearsal}
            </Button>
          )}
        </>
      }
    >
      {texts.overview.noWorkerHelp}
    </EmptyState>
  );
}
