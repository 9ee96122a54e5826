import { Group, Menu } from '@mantine/core';
import { whyNotNow } from '../../main/contract/worker/why-not-now.ts';
import { PAUSE_LENGTHS, type WorkerWish } from '../../main/contract/worker/worker-request.ts';
import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import { ActionButton } from '../components/action-button.tsx';
import { useApp } from '../components/app-context.tsx';

interface WorkerProps {
  readonly worker: WorkerView;
}

/** What can be asked of a worker in its state; main refuses the same things. */
export function WorkerButtons({ worker }: WorkerProps) {
  const { texts } = useApp();
  const { tray, overview } = texts;
  const wish = (label: string, what: WorkerWish, isFirst = false) => (
    <WishButton key={label} worker={worker} wish={what} label={label} isFirst={isFirst} />
  );
  const { status } = worker;
  const { kind } = status;
  if (status.kind === 'draining') {
    const cancel = status.purpose === 'pause' ? tray.cancelPause : tray.cancelShutdown;
    return (
      <Group gap="xs">
        {wish(cancel, { kind: 'cancel-drain', when: 'at-gap' }, true)}
        {wish(overview.cancelNow, { kind: 'cancel-drain', when: 'now' })}
        {wish(overview.stopNow, { kind: 'stop-now' })}
      </Group>
    );
  }
  return (
    <Group gap="xs">
      {kind === 'paused' && wish(tray.resume, { kind: 'resume' }, true)}
      {kind === 'stopped' && wish(tray.connect, { kind: 'connect' }, true)}
      {kind !== 'paused' && kind !== 'stopped' && wish(tray.disconnect, { kind: 'disconnect' })}
      {(kind === 'connecting' || kind === 'error') && wish(tray.tryAgain, { kind: 'connect' })}
      <PauseMenu worker={worker} />
      {wish(tray.shutDown, { kind: 'shut-down-gracefully' })}
    </Group>
  );
}

interface WishButtonProps extends WorkerProps {
  readonly wish: WorkerWish;
  readonly label: string;
  readonly isFirst: boolean;
}

function WishButton({ worker, wish, label, isFirst }: WishButtonProps) {
  const { texts, perform } = useApp();
  const refusal = whyNotNow(wish, worker.status);
  return (
    <ActionButton
      look={isFirst ? 'filled' : 'default'}
      why={refusal && texts.refusals.now[refusal]}
      onClick={() => void perform({ ...wish, workerId: worker.id })}
    >
      {label}
    </ActionButton>
  );
}

function PauseMenu({ worker }: WorkerProps) {
  const { texts, perform } = useApp();
  const refusal = whyNotNow({ kind: 'pause' }, worker.status);
  if (refusal !== undefined) {
    return (
      <ActionButton why={texts.refusals.now[refusal]}>{texts.overview.pauseMenu}</ActionButton>
    );
  }
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <ActionButton>{texts.overview.pauseMenu}</ActionButton>
      </Menu.Target>
      <Menu.Dropdown>
        {PAUSE_LENGTHS.map((how) => (
          <Menu.Item
            key={how}
            onClick={() => void perform({ kind: 'pause', how, workerId: worker.id })}
          >
            {texts.tray.pauses[how]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
