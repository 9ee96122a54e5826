import { Button } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import type { WorkerView } from '../../../main/contract/worker/worker-view.ts';
import { api } from '../../components/api.ts';
import { useApp } from '../../components/app-context.tsx';

/** What only an editor can change, and the page that shows it with its line. */
export function FileRepair({ worker }: { readonly worker: WorkerView }) {
  const { texts, chooseWorker, go } = useApp();
  const openSettings = (): void => {
    chooseWorker(worker.id);
    go('settings');
  };
  return (
    <>
      <Button variant="default" size="xs" onClick={openSettings}>
        {texts.overview.toSettings}
      </Button>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconFolder size={14} aria-hidden="true" />}
        onClick={() => void api.overview.showFile(worker.id)}
      >
        {texts.overview.repair.showFile}
      </Button>
    </>
  );
}
