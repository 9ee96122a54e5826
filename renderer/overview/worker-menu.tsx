import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useApp } from '../components/app-context.tsx';
import { PlaceRows, RequestRows, type WorkerRowsProps } from './worker-rows.tsx';

/** What is rarely done to a worker: to let it go, its place among the others, a copy, its end. */
export function WorkerMenu({ worker, order, opener, onDialog }: WorkerRowsProps) {
  const { texts } = useApp();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          ref={opener}
          className="worker-menu"
          variant="subtle"
          color="gray"
          aria-label={texts.overview.moreActions(worker.workerName)}
        >
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown maw={360}>
        <RequestRows worker={worker} opener={opener} weights={['rare']} />
        <PlaceRows order={order} onDialog={onDialog} />
      </Menu.Dropdown>
    </Menu>
  );
}
