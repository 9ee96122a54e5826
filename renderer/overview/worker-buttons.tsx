import { Group, Menu } from '@mantine/core';
import {
  type Offer,
  type OfferChoice,
  type OfferWeight,
  offersIn,
} from '../../main/contract/worker/request-rules.ts';
import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import { ActionButton } from '../components/action-button.tsx';
import { useApp } from '../components/app-context.tsx';
import { hasTryInCard } from './repair/repair-card.tsx';

interface WorkerProps {
  readonly worker: WorkerView;
}

/** What can be requested of a worker in its state, first and heaviest what a person is most likely to want. */
export function WorkerButtons({ worker }: WorkerProps) {
  const offers = offersIn(worker.status, 'window').filter(
    ({ label, refusal }) =>
      // Nothing but its card helps a worker whose directory cannot be used.
      refusal !== 'no-directory' && !(label === 'tryAgain' && hasTryInCard(worker)),
  );
  return (
    <Group gap="xs">
      {WEIGHTS.flatMap((weight) => offers.filter((offer) => offer.weight === weight)).map(
        (offer) => (
          <OfferButton key={offer.label} worker={worker} offer={offer} />
        ),
      )}
    </Group>
  );
}

const WEIGHTS: readonly OfferWeight[] = ['main', 'usual', 'rare'];
const LOOKS = { main: 'filled', usual: 'default', rare: 'subtle' } as const;

function OfferButton({ worker, offer }: WorkerProps & { readonly offer: Offer }) {
  const { texts, request } = useApp();
  const { weight, refusal } = offer;
  const why = refusal && texts.refusals.now[refusal];
  if ('choices' in offer) {
    const label = texts.overview.pauseMenu;
    if (why !== undefined) return <ActionButton why={why}>{label}</ActionButton>;
    return <ChoiceMenu worker={worker} label={label} choices={offer.choices} />;
  }
  return (
    <ActionButton
      look={LOOKS[weight]}
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
