import { ActionIcon, Menu } from '@mantine/core';
import { IconServer } from '@tabler/icons-react';
import { useApp } from '../components/app-context.tsx';

/** Chooses the worker where there is no room for its name. */
export function WorkerPicker() {
  const { view, worker, texts, chooseWorker } = useApp();
  return (
    <Menu position="right-start">
      <Menu.Target>
        <ActionIcon
          variant="default"
          size="lg"
          mb="xs"
          aria-label={`${texts.shell.worker}: ${worker?.workerName ?? ''}`}
        >
          <IconServer size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {view.workers.map(({ id, workerName }) => (
          <Menu.Item
            key={id}
            {...(id === worker?.id && { 'aria-current': true, fw: 600 })}
            onClick={() => chooseWorker(id)}
          >
            {workerName}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
