import { Menu, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconTrash } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { isMasterBusyAlone } from '../../main/contract/worker/is-master-busy-alone.ts';
import {
  type Offer,
  type OfferWeight,
  offersIn,
} from '../../main/contract/worker/request-rules.ts';
import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import { useApp } from '../components/app-context.tsx';
import { REQUEST_ICONS } from '../components/menu/request-icons.ts';
import type { Order } from './use-order.ts';
import type { WorkerDialog } from './worker-dialogs.tsx';

export interface WorkerRowsProps {
  readonly worker: WorkerView;
  readonly order: Order;
  /** Gets the focus back, from a question that a request may lead to as well. */
  readonly opener: RefObject<HTMLButtonElement | null>;
  readonly onDialog: (dialog: WorkerDialog) => void;
}

interface RequestRowsProps extends Pick<WorkerRowsProps, 'worker' | 'opener'> {
  readonly weights: readonly OfferWeight[];
}

/** Requests to a worker that it takes now, as rows of a menu, with what they cost. */
export function RequestRows({ worker, opener, weights }: RequestRowsProps) {
  const offers = offersIn(worker.status, 'window').filter(({ weight }) => weights.includes(weight));
  if (offers.length === 0) return null;
  return (
    <>
      {offers.map((offer) => (
        <RequestRow key={offer.label} worker={worker} opener={opener} offer={offer} />
      ))}
      <Menu.Divider />
    </>
  );
}

interface RequestRowProps extends Pick<WorkerRowsProps, 'worker' | 'opener'> {
  readonly offer: Offer;
}

function RequestRow({ worker, opener, offer }: RequestRowProps) {
  const { texts, request } = useApp();
  const { tray, overview } = texts;
  const Picture = REQUEST_ICONS[offer.label];
  const icon = <Picture size={16} />;
  if ('choices' in offer) {
    return (
      <Menu.Sub>
        <Menu.Sub.Target>
          <Menu.Sub.Item leftSection={icon}>{tray.requests[offer.label]}</Menu.Sub.Item>
        </Menu.Sub.Target>
        <Menu.Sub.Dropdown>
          {offer.choices.map((choice) => (
            <Menu.Item key={choice.label} onClick={() => void request(worker.id, choice.request)}>
              {tray.pauses[choice.label]}
            </Menu.Item>
          ))}
        </Menu.Sub.Dropdown>
      </Menu.Sub>
    );
  }
  const ask = (): void => {
    opener.current?.focus();
    void request(worker.id, offer.request);
  };
  return (
    <Menu.Item leftSection={icon} onClick={ask}>
      {tray.requests[offer.label]}
      {offer.label === 'stopNow' && (
        <Text size="xs" className="quiet">
          {overview.stopNowLoses(buildsOf(worker))}
        </Text>
      )}
    </Menu.Item>
  );
}

/** Its place among the others, a copy, its end. */
export function PlaceRows({ order, onDialog }: Pick<WorkerRowsProps, 'order' | 'onDialog'>) {
  const { workers: words } = useApp().texts;
  const { place, count, moveTo } = order;
  return (
    <>
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
      <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => onDialog('duplicate')}>
        {words.duplicate}
      </Menu.Item>
      <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => onDialog('remove')}>
        {words.remove}
      </Menu.Item>
    </>
  );
}

/** Undefined where only the master knows of one. */
function buildsOf({ status }: WorkerView): number | undefined {
  if (isMasterBusyAlone(status) || !('commands' in status)) return undefined;
  const names = status.commands.map(({ builderName }) => builderName);
  return new Set([...status.builders, ...names]).size;
}
