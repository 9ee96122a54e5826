import { Button } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useApp } from '../components/app-context.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { WorkerCard } from './worker-card.tsx';

/** Every worker: how it stands, and what it runs. */
export function Overview() {
  const { view } = useApp();
  return (
    <Page name="overview">
      {view.workers.length === 0 ? <NoWorker /> : null}
      {view.workers.map((worker) => (
        <WorkerCard key={worker.id} worker={worker} />
      ))}
    </Page>
  );
}

function NoWorker() {
  const { texts, go } = useApp();
  return (
    <EmptyState
      icon={IconPlugConnected}
      title={texts.overview.noWorker}
      actions={
        <>
          <Button onClick={() => go('addWorker')}>{texts.addWorker.title}</Button>
          <Button variant="default" onClick={() => go('rehearsal')}>
            {texts.rehearsal.title}
          </Button>
        </>
      }
    >
      {texts.overview.noWorkerHelp}
    </EmptyState>
  );
}
