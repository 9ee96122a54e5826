import { Alert, Badge, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import { useApp, useTexts } from '../components/app-context.tsx';
import { StatusIcon } from '../components/status-icon.tsx';
import { RunningBuilds } from './build/running-builds.tsx';
import { Facts } from './facts.tsx';
import { MoveHandle } from './move-handle.tsx';
import { RecentBuilds } from './recent-builds.tsx';
import { hasRepairs, RepairCard } from './repair/repair-card.tsx';
import { useOrder } from './use-order.ts';
import { WorkerButtons } from './worker-buttons.tsx';
import { WorkerContextMenu } from './worker-context-menu.tsx';
import { type WorkerDialog, WorkerDialogs } from './worker-dialogs.tsx';
import { WorkerMenu } from './worker-menu.tsx';

interface WorkerCardProps {
  readonly worker: WorkerView;
  readonly onDragging: (isDragged: boolean) => void;
}

/** One worker: a row with its state; opened, what runs, what can be done about it, and what ran. */
export function WorkerCard({ worker, onDragging }: WorkerCardProps) {
  const order = useOrder(worker.id);
  const isAlone = order.count === 1;
  const [choice, setChoice] = useState<boolean>();
  const isOpen = isAlone || (choice ?? isLively(worker));
  const bodyId = useId();
  const { workerName, status } = worker;
  const [dialog, setDialog] = useState<WorkerDialog>();
  const opener = useRef<HTMLButtonElement>(null);
  const rows = { worker, order, opener, onDialog: setDialog };
  const close = (): void => {
    setDialog(undefined);
    // The row of the menu that had the focus is gone.
    opener.current?.focus();
  };
  const section = useRef<HTMLElement>(null);
  const { requested } = useApp();
  useEffect(() => {
    if (requested.workerId !== worker.id) return;
    setChoice(true);
    section.current?.scrollIntoView({ block: 'nearest' });
    section.current?.querySelector<HTMLElement>('.worker-toggle')?.focus();
  }, [requested, worker.id]);
  return (
    <section ref={section} className={`worker state-${status.kind}`} aria-label={workerName}>
      <WorkerContextMenu
        {...rows}
        area={(area) => (
          <div className={`worker-head ${isOpen ? 'worker-open' : ''}`} {...area}>
            {!isAlone && <MoveHandle name={workerName} order={order} onDragging={onDragging} />}
            <StatusIcon kind={status.kind} />
            <div className="worker-name">
              <div className="worker-title">
                <Title order={2}>
                  {isAlone ? (
                    workerName
                  ) : (
                    <UnstyledButton
                      className="worker-toggle"
                      aria-expanded={isOpen}
                      aria-controls={bodyId}
                      onClick={() => setChoice(!isOpen)}
                    >
                      {workerName}
                    </UnstyledButton>
                  )}
                </Title>
                <State worker={worker} />
              </div>
              <Text
                size="sm"
                className="worker-sentence"
                title={isOpen ? undefined : worker.sentence}
                aria-live="polite"
                data-testid="sentence"
              >
                {worker.sentence}
              </Text>
            </div>
            <WorkerButtons worker={worker} isBrief={!isAlone} />
            <WorkerMenu {...rows} />
            {!isAlone && (
              <IconChevronDown
                className={`worker-chevron ${isOpen ? 'turned' : ''}`}
                size={18}
                aria-hidden="true"
              />
            )}
          </div>
        )}
      />
      <WorkerDialogs worker={worker} shown={dialog} onClose={close} />
      <div id={bodyId} hidden={!isOpen}>
        {isOpen && <Body worker={worker} />}
      </div>
    </section>
  );
}

/** There is more to see of it than its row shows. */
function isLively(worker: WorkerView): boolean {
  const { kind } = worker.status;
  if (kind === 'building' || kind === 'draining' || worker.leftRunning.length > 0) return true;
  // A master that cannot be reached may come back by itself.
  return kind !== 'connecting' && hasRepairs(worker);
}

function State({ worker: { status } }: { readonly worker: WorkerView }) {
  const { overview } = useTexts();
  const isStillLeaving = status.kind === 'building' && status.isStillLeaving;
  return (
    <Badge className="state-badge" variant="default" tt="none" data-testid="state">
      {isStillLeaving ? overview.stillLeaving : overview.states[status.kind]}
    </Badge>
  );
}

function Body({ worker }: { readonly worker: WorkerView }) {
  const { overview } = useTexts();
  const { status, leftRunning } = worker;
  return (
    <Stack gap="md" className="worker-body">
      <RepairCard worker={worker} />
      {status.kind === 'building' && status.isStillLeaving && (
        <Alert color="gray" variant="light" data-testid="still-leaving">
          {overview.stillLeavingHelp}
        </Alert>
      )}
      {leftRunning.length > 0 && (
        <Alert color="red" variant="light" data-testid="left-running">
          {overview.leftRunning(leftRunning)}
        </Alert>
      )}
      {(status.kind === 'building' || status.kind === 'draining') && (
        <RunningBuilds worker={worker} status={status} />
      )}
      <RecentBuilds worker={worker} />
      <Facts worker={worker} />
    </Stack>
  );
}
