import { Alert, Button, Group, Menu, Paper, Stack, Text, Title, Tooltip } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Action, WorkerView } from '../../main/contract/contract.ts';
import { whyNotNow } from '../../main/contract/why-not-now.ts';
import type { WorkerStatus } from '../../main/contract/worker-status.ts';
import { StatusIcon } from '../components/status-icon.tsx';
import { api } from './api.ts';
import { durationText } from './durations.ts';
import { useNow } from './hooks.ts';

const NAMES: Readonly<Record<WorkerStatus['kind'], string>> = {
  stopped: 'Stopped',
  connecting: 'Connecting',
  idle: 'Idle',
  building: 'Building',
  draining: 'Letting the last build end',
  paused: 'Paused',
  error: 'Needs your attention',
};

/** The state in words and as a shape, and what can be done about it. */
export function StatusHeader({ worker }: { readonly worker: WorkerView }) {
  const [refusal, setRefusal] = useState<string>();
  const perform = async (action: Action): Promise<void> => {
    const outcome = await api.app.perform(action);
    setRefusal(outcome.ok ? undefined : outcome.problem);
  };
  const { status } = worker;
  const problem = 'problem' in status ? status.problem?.sentence : undefined;
  return (
    <Paper withBorder p="md" radius="sm">
      <Stack gap="sm">
        <Group wrap="nowrap" align="flex-start">
          <StatusIcon kind={status.kind} />
          <Stack gap={2} flex={1}>
            <Title order={1} size="h4" data-testid="state">
              {NAMES[status.kind]}
            </Title>
            <Text aria-live="polite" data-testid="sentence">
              {worker.sentence}
            </Text>
            {problem && (
              <Text size="sm" data-testid="problem">
                {problem}
              </Text>
            )}
            <Text size="sm" className="quiet">
              {worker.workerName} at {worker.master}
              <Ages worker={worker} />
            </Text>
          </Stack>
        </Group>
        <Buttons status={status} perform={(action) => void perform(action)} />
        {refusal && (
          <Alert color="orange" withCloseButton onClose={() => setRefusal(undefined)}>
            {refusal}
          </Alert>
        )}
      </Stack>
    </Paper>
  );
}

interface ButtonsProps {
  readonly status: WorkerStatus;
  readonly perform: (action: Action) => void;
}

function Buttons({ status, perform }: ButtonsProps) {
  const button = (label: string, action: Action, look: 'filled' | 'default' = 'default') => (
    <ActionButton
      key={label}
      look={look}
      why={whyNotNow(action, status)}
      onClick={() => perform(action)}
    >
      {label}
    </ActionButton>
  );
  if (status.kind === 'draining') {
    return (
      <Group gap="xs">
        {button('Cancel', { kind: 'cancel-drain', when: 'at-gap' }, 'filled')}
        {button('Cancel now', { kind: 'cancel-drain', when: 'now' })}
        {button('Stop now', { kind: 'stop-now' })}
      </Group>
    );
  }
  const isTrying = status.kind === 'connecting' || status.kind === 'error';
  const isAway = status.kind === 'stopped' || status.kind === 'paused';
  return (
    <Group gap="xs">
      {isAway && status.kind === 'paused'
        ? button('Resume', { kind: 'resume' }, 'filled')
        : isAway
          ? button('Connect', { kind: 'connect' }, 'filled')
          : button('Disconnect', { kind: 'disconnect' })}
      {isTrying && button('Try again now', { kind: 'connect' })}
      <PauseMenu status={status} perform={perform} />
      {button('Shut down gracefully', { kind: 'shut-down-gracefully' })}
    </Group>
  );
}

function PauseMenu({ status, perform }: ButtonsProps) {
  const why = whyNotNow({ kind: 'pause' }, status);
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <ActionButton look="default" why={why}>
          Pause…
        </ActionButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => perform({ kind: 'pause', how: 'until-resumed' })}>
          Until I resume
        </Menu.Item>
        <Menu.Item onClick={() => perform({ kind: 'pause', how: 'one-hour' })}>1 hour</Menu.Item>
        <Menu.Item onClick={() => perform({ kind: 'pause', how: 'until-tomorrow' })}>
          Until tomorrow
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

interface ActionButtonProps {
  readonly look: 'filled' | 'default';
  /** Why it cannot be pressed now. */
  readonly why: string | undefined;
  readonly onClick?: () => void;
  readonly children: ReactNode;
}

function ActionButton({ look, why, children, ...others }: ActionButtonProps) {
  return (
    <Tooltip label={why} disabled={why === undefined} multiline maw={320}>
      <Button {...others} variant={look} size="sm" disabled={why !== undefined}>
        {children}
      </Button>
    </Tooltip>
  );
}

/** How long ago the master was heard, or when the next try begins. */
function Ages({ worker: { status, lastHeardAt } }: { readonly worker: WorkerView }) {
  const now = useNow();
  const retryAt = 'retryAt' in status ? status.retryAt : undefined;
  if (retryAt !== undefined) return <> · next try in {durationText(retryAt - now)}</>;
  if (lastHeardAt === undefined) return null;
  return <> · connected, last heard {durationText(now - lastHeardAt)} ago</>;
}
