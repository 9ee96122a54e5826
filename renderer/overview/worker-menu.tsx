import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconDots, IconTrash } from '@tabler/icons-react';
import { type RefObject, useRef, useState } from 'react';
import { isMasterBusyAlone } from '../../main/contract/worker/is-master-busy-alone.ts';
import { offersIn } from '../../main/contract/worker/request-rules.ts';
import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import { useApp } from '../components/app-context.tsx';
import { DuplicateDialog } from './duplicate-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import type { Order } from './use-order.ts';

interface WorkerMenuProps {
  readonly worker: WorkerView;
  readonly order: Order;
}

/** What is rarely done to a worker: to let it go, its place among the others, a copy, its end. */
export function WorkerMenu({ worker, order }: WorkerMenuProps) {
  const { texts } = useApp();
  const words = texts.workers;
  const [dialog, setDialog] = useState<'remove' | 'duplicate'>();
  const { place, count, moveTo } = order;
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
            className="worker-menu"
            variant="subtle"
            color="gray"
            aria-label={texts.overview.moreActions(worker.workerName)}
          >
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown maw={360}>
          <RareRequests worker={worker} opener={opener} />
          {count > 1 && (
            <>
              <Menu.Item
                leftSection={<IconArrowUp size={16} />}
                disabled={place === 0}
                onClick={() => moveTo(place - 1)}
              >
                {words.moveUp}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconArrowDown size={16} />}
                disabled={place === count - 1}
                onClick={() => moveTo(place + 1)}
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

interface RareRequestsProps {
  readonly worker: WorkerView;
  /** Gets the focus back, from a question that a request may lead to as well. */
  readonly opener: RefObject<HTMLButtonElement | null>;
}

/** What few people want, with what it costs. */
function RareRequests({ worker, opener }: RareRequestsProps) {
  const { texts, request } = useApp();
  const offers = offersIn(worker.status, 'window').flatMap((offer) =>
    offer.weight === 'rare' && 'request' in offer ? [offer] : [],
  );
  if (offers.length === 0) return null;
  return (
    <>
      {offers.map(({ label, request: asked }) => (
        <Menu.Item
          key={label}
          onClick={() => {
            opener.current?.focus();
            void request(worker.id, asked);
          }}
        >
          {texts.tray.requests[label]}
          {label === 'stopNow' && (
            <Text size="xs" className="quiet">
              {texts.overview.stopNowLoses(buildsOf(worker))}
            </Text>
          )}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  );
}

/** Undefined where only the master knows of one. */
function buildsOf({ status }: WorkerView): number | undefined {
  if (isMasterBusyAlone(status) || !('commands' in status)) return undefined;
  const names = status.commands.map(({ builderName }) => builderName);
  return new Set([...status.builders, ...names]).size;
}
