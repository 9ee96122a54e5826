import { Group, Menu } from '@mantine/core';
import {
  type Offer,
  type OfferChoice,
  offersIn,
} from '../../main/contract/worker/request-rules.ts';
import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import { ActionButton } from '../components/action-button.tsx';
import { useApp } from '../components/app-context.tsx';

interface WorkerProps {
  readonly worker: WorkerView;
}

/** What can be requested of a worker in its state, first what a person is most likely to want. */
export function WorkerButtons({ worker }: WorkerProps) {
  const offers = offersIn(worker.status, 'window');
  const main = offers.filter(({ isMain }) => isMain);
  const others = offers.filter(({ isMain }) => !isMain);
  return (
    <Group gap="xs">
      {[...main, ...others].map((offer) => (
        <OfferButton key={offer.label} worker={worker} offer={offer} />
      ))}
    </Group>
  );
}

function OfferButton({ worker, offer }: WorkerProps & { readonly offer: Offer }) {
  const { texts, request } = useApp();
  const { isMain, refusal } = offer;
  const why = refusal && texts.refusals.now[refusal];
  if ('choices' in offer) {
    const label = texts.overview.pauseMenu;
    if (why !== undefined) return <ActionButton why={why}>{label}</ActionButton>;
    return <ChoiceMenu worker={worker} label={label} choices={offer.choices} />;
  }
  return (
    <ActionButton
      look={isMain ? 'filled' : 'default'}
      why={why}
      onClick={() => void request(worker.id, offer.request)}
    >
      {texts.tray.requests[offer.label]}
    </ActionButton>
  );
}

interface ChoiceMenuProps extends WorkerProps {
  readonly label: string;
  readonly choices: readonly OfferChoice[];
}

function ChoiceMenu({ worker, label, choices }: ChoiceMenuProps) {
  const { texts, request } = useApp();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <ActionButton>{label}</ActionButton>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((choice) => (
          <Menu.Item key={choice.label} onClick={() => void request(worker.id, choice.request)}>
            {texts.tray.pauses[choice.label]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
