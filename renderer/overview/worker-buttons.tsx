import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import {
  type Offer,
  type OfferChoice,
  offersIn,
} from '../../main/contract/worker/request-rules.ts';
import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import { useApp } from '../components/app-context.tsx';
import { hasTryInCard } from './repair/repair-card.tsx';

interface WorkerProps {
  readonly worker: WorkerView;
  /** In a row of many, where a sign has to do for what is in every row. */
  readonly isBrief: boolean;
}

/** What people most likely want of a worker in its state, heaviest first; the rest is in its menu. */
export function WorkerButtons({ worker, isBrief }: WorkerProps) {
  const offers = offersIn(worker.status, 'window').filter(
    ({ label }) => !(label === 'tryAgain' && hasTryInCard(worker)),
  );
  return (
    <Group gap="xs" className="worker-buttons">
      {WEIGHTS.flatMap((weight) => offers.filter((offer) => offer.weight === weight)).map(
        (offer) => (
          <OfferButton key={offer.label} worker={worker} offer={offer} isBrief={isBrief} />
        ),
      )}
    </Group>
  );
}

const WEIGHTS = ['main', 'usual'] as const;

function OfferButton({ worker, offer, isBrief }: WorkerProps & { readonly offer: Offer }) {
  const { texts, request } = useApp();
  if ('choices' in offer) {
    return <PauseMenu worker={worker} choices={offer.choices} isBrief={isBrief} />;
  }
  return (
    <Button
      size="xs"
      variant={offer.weight === 'main' ? 'filled' : 'default'}
      onClick={() => void request(worker.id, offer.request)}
    >
      {texts.tray.requests[offer.label]}
    </Button>
  );
}

interface PauseMenuProps extends WorkerProps {
  readonly choices: readonly OfferChoice[];
}

function PauseMenu({ worker, choices, isBrief }: PauseMenuProps) {
  const { texts, request } = useApp();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        {isBrief ? (
          <ActionIcon
            variant="default"
            aria-label={texts.overview.pauseMenu}
            title={texts.overview.pauseMenu}
          >
            <IconPlayerPause size={16} />
          </ActionIcon>
        ) : (
          <Button size="xs" variant="default">
            {texts.overview.pauseMenu}
          </Button>
        )}
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
