import { Button } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useApp } from '../components/app-context.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { Today } from './today.tsx';
import { WorkerList } from './worker-list.tsx';
import './overview.css';

/** Every worker: how it stands, and what it runs. */
export function Overview() {
  const { view } = useApp();
  if (view.workers.length === 0) {
    return (
      <Page name="overview">
        <NoWorker />
      </Page>
    );
  }
  return (
    <Page name="overview" actions={<Today />}>
      <WorkerList />
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
