import { Checkbox, Text } from '@mantine/core';
import { useState } from 'react';
import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import { api } from '../components/api.ts';
import { reportRefusal, useApp } from '../components/app-context.tsx';
import { ConfirmDialog } from '../components/confirm-dialog.tsx';
import { useSnapshot } from '../components/use-snapshot.ts';

interface WorkerDialogProps {
  readonly worker: WorkerView;
  readonly onClose: () => void;
}

/** Asks before a worker is forgotten; its directory stays unless that is requested too. */
export function RemoveDialog({ worker, onClose }: WorkerDialogProps) {
  const { texts } = useApp();
  const words = texts.workers;
  const [deletesDirectory, setDeletesDirectory] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const { value: size } = useSnapshot({
    key: worker.id,
    load: () => api.overview.directorySize(worker.id),
  });
  const remove = async (): Promise<void> => {
    setIsBusy(true);
    const removed = await api.overview.remove({ workerId: worker.id, deletesDirectory });
    if (!removed.ok) reportRefusal(texts, removed.problem);
    onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      title={words.removeTitle(worker.workerName)}
      confirm={words.removeNow}
      isDangerous
      isBusy={isBusy}
      onConfirm={() => void remove()}
      onCancel={onClose}
    >
      <Text size="sm">{words.removeHelp}</Text>
      {!deletesDirectory && <Text size="sm">{words.keepDirectory(worker.basedir)}</Text>}
      <Checkbox
        label={words.deleteDirectory(size === undefined ? undefined : texts.format.bytes(size))}
        description={deletesDirectory ? worker.basedir : undefined}
        checked={deletesDirectory}
        onChange={(event) => setDeletesDirectory(event.currentTarget.checked)}
      />
    </ConfirmDialog>
  );
}
