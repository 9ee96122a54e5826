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
      sign="idle"
      title={texts.overview.noWorker}
      action={{ label: texts.addWorker.title, onClick: () => go('addWorker') }}
    >
      {texts.overview.noWorkerHelp}
    </EmptyState>
  );
}
