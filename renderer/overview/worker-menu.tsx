import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconDots, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import { api } from '../components/api.ts';
import { useApp } from '../components/app-context.tsx';
import { DuplicateDialog } from './duplicate-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

/** What is rarely done to a worker: its place among the others, a copy, its end. */
export function WorkerMenu({ worker }: { readonly worker: WorkerView }) {
  const { texts, view } = useApp();
  const words = texts.workers;
  const [dialog, setDialog] = useState<'remove' | 'duplicate'>();
  const ids = view.workers.map(({ id }) => id);
  const at = ids.indexOf(worker.id);
  const moveTo = (place: number): void =>
    void api.overview.reorder(ids.filter((id) => id !== worker.id).toSpliced(place, 0, worker.id));
  const opener = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setDialog(undefined);
    // The row of the menu that had the focus is gone.
    opener.current?.focus();
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            ref={opener}
            variant="subtle"
            color="gray"
            aria-label={texts.overview.moreActions(worker.workerName)}
          >
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {ids.length > 1 && (
            <>
              <Menu.Item
                leftSection={<IconArrowUp size={16} />}
                disabled={at === 0}
                onClick={() => moveTo(at - 1)}
              >
                {words.moveUp}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconArrowDown size={16} />}
                disabled={at === ids.length - 1}
                onClick={() => moveTo(at + 1)}
              >
                {words.moveDown}
              </Menu.Item>
              <Menu.Divider />
            </>
          )}
          <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => setDialog('duplicate')}>
            {words.duplicate}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => setDialog('remove')}>
            {words.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'remove' && <RemoveDialog worker={worker} onClose={close} />}
      {dialog === 'duplicate' && <DuplicateDialog worker={worker} onClose={close} />}
    </>
  );
}
