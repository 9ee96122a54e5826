import { Button, Group } from '@mantine/core';
import { IconFolderSearch, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { WorkerView } from '../../../main/contract/worker/worker-view.ts';
import { api } from '../../components/api.ts';
import { reportRefusal, useApp } from '../../components/app-context.tsx';
import { RemoveDialog } from '../remove-dialog.tsx';

/** The directory is elsewhere by now, or has gone for good. */
export function DirectoryRepair({ worker }: { readonly worker: WorkerView }) {
  const { texts, request } = useApp();
  const words = texts.overview.repair;
  const [isRemoving, setIsRemoving] = useState(false);
  const locate = async (): Promise<void> => {
    const located = await api.overview.locate(worker.id);
    if (!located.ok) reportRefusal(texts, located.problem);
  };
  return (
    <>
      <Group gap="xs">
        <Button
          size="sm"
          leftSection={<IconFolderSearch size={16} aria-hidden="true" />}
          onClick={() => void locate()}
        >
          {words.locate}
        </Button>
        <Button
          variant="default"
          size="sm"
          onClick={() => void request(worker.id, { kind: 'connect' })}
        >
          {words.tryNow}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="sm"
          leftSection={<IconTrash size={16} aria-hidden="true" />}
          onClick={() => setIsRemoving(true)}
        >
          {texts.workers.remove}
        </Button>
      </Group>
      {isRemoving && <RemoveDialog worker={worker} onClose={() => setIsRemoving(false)} />}
    </>
  );
}
