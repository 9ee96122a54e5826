import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { Problem } from '../../../main/contract/problem.ts';
import type { WorkerView } from '../../../main/contract/worker/worker-view.ts';
import { useApp } from '../../components/app-context.tsx';

interface AskRepairProps {
  readonly worker: WorkerView;
  readonly problem: Problem;
}

/** Puts on the clipboard what the master's administrator needs to know; no secret is in it. */
export function AskRepair({ worker, problem }: AskRepairProps) {
  const { texts, view } = useApp();
  const words = texts.overview.repair;
  const clipboard = useClipboard({ timeout: 1_500 });
  const Icon = clipboard.copied ? IconCheck : IconCopy;
  const copy = (): void => {
    const { workerName, master = texts.status.itsMaster } = worker;
    clipboard.copy(
      words.forAdministrator({
        workerName,
        master,
        problem: texts.say(problem),
        version: view.version,
        at: new Date().toISOString(),
      }),
    );
  };
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<Icon size={14} aria-hidden="true" />}
      onClick={copy}
    >
      {clipboard.copied ? texts.common.copied : words.ask}
    </Button>
  );
}
