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
  const button = (label: string, what: WorkerWish, isFirst = false) => (
    <RequestButton key={label} worker={worker} request={what} label={label} isFirst={isFirst} />
  );
  const { status } = worker;
  const { kind } = status;
  if (status.kind === 'draining') {
    const cancel = status.purpose === 'pause' ? tray.cancelPause : tray.cancelShutdown;
    return (
      <Group gap="xs">
        {button(cancel, { kind: 'cancel-drain', when: 'at-gap' }, true)}
        {button(overview.cancelNow, { kind: 'cancel-drain', when: 'now' })}
        {button(overview.stopNow, { kind: 'stop-now' })}
      </Group>
    );
  }
  return (
    <Group gap="xs">
      {kind === 'paused' && button(tray.resume, { kind: 'resume' }, true)}
      {kind === 'stopped' && button(tray.connect, { kind: 'connect' }, true)}
      {kind !== 'paused' && kind !== 'stopped' && button(tray.disconnect, { kind: 'disconnect' })}
      {(kind === 'connecting' || kind === 'error') && button(tray.tryAgain, { kind: 'connect' })}
      <PauseMenu worker={worker} />
      {button(tray.shutDown, { kind: 'shut-down-gracefully' })}
    </Group>
  );
}

interface RequestButtonProps extends WorkerProps {
  readonly request: WorkerWish;
  readonly label: string;
  readonly isFirst: boolean;
}

function RequestButton({ worker, request, label, isFirst }: RequestButtonProps) {
  const { texts, perform } = useApp();
  const refusal = whyNotNow(request, worker.status);
  return (
    <ActionButton
      look={isFirst ? 'filled' : 'default'}
      why={refusal && texts.refusals.now[refusal]}
      onClick={() => void perform({ ...request, workerId: worker.id })}
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
