import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPlayerPlay, IconPlus, IconRefresh } from '@tabler/icons-react';
import {
  isUnderWay,
  type RehearsalState,
  type RehearsalView,
} from '../../main/contract/rehearsal/rehearsal-view.ts';
import type { WorkerStatusKind } from '../../main/contract/worker/worker-status.ts';
import type { Texts } from '../../main/texts/texts.ts';
import { api } from '../components/api.ts';
import { reportRefusal, useApp } from '../components/app-context.tsx';
import { StatusIcon } from '../components/status-icon.tsx';

interface RehearsalHeaderProps {
  readonly rehearsal: RehearsalView;
}

/** How far the rehearsal is, in words and as the sign that the tray shows too, and what can be done. */
export function RehearsalHeader({ rehearsal }: RehearsalHeaderProps) {
  const { texts, view } = useApp();
  const { state } = rehearsal;
  return (
    <Paper withBorder p="md">
      <Group align="flex-start">
        <StatusIcon kind={signOf(rehearsal)} />
        <Stack gap={2} flex={1} miw="min(260px, 100%)" role="status">
          <Title order={2} data-testid="rehearsal-state">
            {texts.rehearsal.states[state.kind]}
          </Title>
          {view.rehearsal && (
            <Text data-testid="rehearsal-sentence">{view.rehearsal.sentence}</Text>
          )}
          <Text size="sm" className="quiet">
            {explanation(state, texts)}
          </Text>
        </Stack>
        <Group gap="xs">
          <Buttons state={state} />
        </Group>
      </Group>
    </Paper>
  );
}

function Buttons({ state }: { readonly state: RehearsalState }) {
  const { texts, go } = useApp();
  const words = texts.rehearsal;
  const start = async (): Promise<void> => {
    const started = await api.rehearsal.start();
    if (!started.ok) reportRefusal(texts, started.problem);
  };
  if (isUnderWay(state)) {
    const isCancelling = state.kind === 'cancelling';
    return (
      <Button
        key="cancel"
        variant="default"
        loading={isCancelling}
        onClick={() => void api.rehearsal.cancel()}
      >
        {words.cancel}
      </Button>
    );
  }
  if (state.kind === 'not-started') {
    return (
      <Button key="start" leftSection={<IconPlayerPlay size={16} />} onClick={() => void start()}>
        {words.start}
      </Button>
    );
  }
  return (
    <>
      <Button leftSection={<IconPlus size={16} />} onClick={() => go('addWorker')}>
        {words.addOwn}
      </Button>
      <Button
        variant="default"
        leftSection={<IconRefresh size={16} />}
        onClick={() => void start()}
      >
        {words.again}
      </Button>
    </>
  );
}

/** The worker's own sign while there is one; at the end how it ended. */
function signOf({ state, workerStatus }: RehearsalView): WorkerStatusKind {
  if (isUnderWay(state)) return workerStatus?.kind ?? 'connecting';
  if (state.kind === 'error') return 'error';
  return state.kind === 'done' && state.verdict.kind === 'as-planned' ? 'idle' : 'stopped';
}

function explanation(state: RehearsalState, { rehearsal: words, say }: Texts): string | undefined {
  switch (state.kind) {
    case 'not-started':
      return words.notStarted;
    case 'draining':
      return state.step === undefined ? words.drained : words.draining;
    case 'done':
      return state.verdict.kind === 'as-planned'
        ? words.doneAsPlanned
        : words.doneNotAsPlanned(state.verdict.step);
    case 'cancelled':
      return words.cancelled;
    case 'error':
      return say(state.problem);
    case 'preparing':
    case 'waiting-for-worker':
    case 'building':
    case 'cancelling':
      return undefined;
  }
}
