import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconRefresh, IconStethoscope } from '@tabler/icons-react';
import { useState } from 'react';
import type { Problem } from '../../../main/contract/problem.ts';
import { type Repair, repairsOf } from '../../../main/contract/repairs.ts';
import type { WorkerStatus } from '../../../main/contract/worker/worker-status.ts';
import type { WorkerView } from '../../../main/contract/worker/worker-view.ts';
import { assertNever } from '../../../main/lib/assert-never.ts';
import { useApp } from '../../components/app-context.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { DiagnosticsDialog } from '../../components/diagnostics/diagnostics-dialog.tsx';
import { AskRepair } from './ask-repair.tsx';
import { CommandRepair } from './command-repair.tsx';
import { DirectoryRepair } from './directory-repair.tsx';
import { FileRepair } from './file-repair.tsx';
import { SettingsRepair } from './settings-repair.tsx';
import { TrustRepair } from './trust-repair.tsx';

interface RepairCardProps {
  readonly worker: WorkerView;
}

/** What is wrong with a worker, and all that can be done about it from here; nothing where nothing is. */
export function RepairCard({ worker }: RepairCardProps) {
  const problem = problemOf(worker.status);
  if (problem === undefined || repairsOf(problem).length === 0) return null;
  // Another problem begins with a card of its own.
  return <CardOf key={problem.key} worker={worker} problem={problem} />;
}

/** Whether there is something wrong with a worker that something can be done about. */
export function hasRepairs({ status }: WorkerView): boolean {
  const problem = problemOf(status);
  return problem !== undefined && repairsOf(problem).length > 0;
}

/** Whether the card has a button of its own for another try. */
export function hasTryInCard({ status }: WorkerView): boolean {
  const problem = problemOf(status);
  return (
    status.kind === 'error' &&
    problem !== undefined &&
    repairsOf(problem).some(({ kind }) => WITH_TRY.includes(kind))
  );
}

const WITH_TRY: readonly Repair['kind'][] = ['settings', 'locate', 'command', 'again'];

function problemOf(status: WorkerStatus): Problem | undefined {
  if (status.kind === 'stopped') return status.why;
  return 'problem' in status ? status.problem?.problem : undefined;
}

interface CardOfProps extends RepairCardProps {
  readonly problem: Problem;
}

function CardOf({ worker, problem }: CardOfProps) {
  const { texts } = useApp();
  const words = texts.overview.repair;
  const { kind } = worker.status;
  // Elsewhere waiting may do.
  const isUrgent = kind === 'error';
  const [isOpen, setIsOpen] = useState(isUrgent);
  const repairs = isOpen || isUrgent ? repairsOf(problem) : [];
  const inside = repairs.filter(({ kind }) => !IN_FOOT.includes(kind));
  const inFoot = repairs.filter(({ kind }) => IN_FOOT.includes(kind));
  return (
    <Paper
      className={`repair ${isUrgent ? 'repair-urgent' : ''}`}
      p="md"
      radius="md"
      role="group"
      aria-label={words.title}
      data-testid="repair"
    >
      <Stack gap="md">
        {/* The sentence of a stopped worker says it already. */}
        {kind !== 'stopped' && (
          <Group gap="xs" wrap="nowrap" align="flex-start" justify="space-between">
            <Text size="sm" data-testid="problem">
              {texts.say(problem)}
            </Text>
            <CopyButton text={texts.say(problem)} what={texts.overview.copies.problem} />
          </Group>
        )}
        {!isUrgent && (
          <Anchor
            component="button"
            type="button"
            size="sm"
            ta="start"
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            {words.whatToDo}
          </Anchor>
        )}
        {inside.map((repair) => (
          <OneRepair key={repair.kind} repair={repair} worker={worker} problem={problem} />
        ))}
        {inFoot.length > 0 && (
          <Group gap="xs">
            {inFoot.map((repair) => (
              <OneRepair key={repair.kind} repair={repair} worker={worker} problem={problem} />
            ))}
            <Diagnostics worker={worker} />
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

/** A button each; the others take the whole width. */
const IN_FOOT: readonly Repair['kind'][] = ['again', 'file', 'ask'];

interface OneRepairProps {
  readonly repair: Repair;
  readonly worker: WorkerView;
  readonly problem: Problem;
}

function OneRepair({ repair, worker, problem }: OneRepairProps) {
  switch (repair.kind) {
    case 'settings':
      return <SettingsRepair worker={worker} names={repair.names} />;
    case 'trust':
      return <TrustRepair worker={worker} pin={repair.pin} />;
    case 'locate':
      return <DirectoryRepair worker={worker} />;
    case 'command':
      return <CommandRepair words={repair.words} worker={worker} />;
    case 'file':
      return <FileRepair worker={worker} />;
    case 'ask':
      return <AskRepair worker={worker} problem={problem} />;
    case 'again':
      return <AgainRepair worker={worker} />;
    default:
      return assertNever(repair);
  }
}

/** For what nobody can fix from here. */
function Diagnostics({ worker }: RepairCardProps) {
  const { texts } = useApp();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconStethoscope size={14} aria-hidden="true" />}
        onClick={() => setIsOpen(true)}
      >
        {texts.preferences.showDiagnostics}
      </Button>
      {isOpen && <DiagnosticsDialog workerId={worker.id} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function AgainRepair({ worker }: { readonly worker: WorkerView }) {
  const { texts, request } = useApp();
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconRefresh size={14} aria-hidden="true" />}
      onClick={() => void request(worker.id, { kind: 'connect' })}
    >
      {texts.overview.repair.tryNow}
    </Button>
  );
}
