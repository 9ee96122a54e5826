import { ActionIcon, Menu } from '@mantine/core';
import { IconServer } from '@tabler/icons-react';
import { showable } from '../../main/lib/showable.ts';
import { useApp } from '../components/app-context.tsx';
import { useUnsaved } from '../components/settings/use-unsaved.ts';

/** Chooses the worker where there is no room for its name. */
export function WorkerPicker() {
  const { worker, texts, chooseWorker } = useApp();
  const names = useWorkerNames();
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
        {names.map(({ id, name }) => (
          <Menu.Item
            key={id}
            {...(id === worker?.id && { 'aria-current': true, fw: 600 })}
            onClick={() => chooseWorker(id)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface NamedWorker {
  readonly id: string;
  readonly name: string;
}

/** The workers as a list of them names each, with a note at those whose settings were changed and not saved. */
export function useWorkerNames(): readonly NamedWorker[] {
  const { view, worker, texts } = useApp();
  const unsaved = useUnsaved();
  return view.workers.map(({ id, workerName }) => {
    const name = showable(workerName);
    // The page's own name has the mark of the one that is chosen.
    const isMarked = id !== worker?.id && unsaved.has(id);
    return { id, name: isMarked ? texts.settings.unsavedIn(name) : name };
  });
}
