import { Button, Code, Group, Stack, Text } from '@mantine/core';
import type { WorkerView } from '../../../main/contract/worker/worker-view.ts';
import { useApp } from '../../components/app-context.tsx';
import { CopyButton } from '../../components/copy-button.tsx';

interface CommandRepairProps {
  readonly words: readonly string[];
  readonly worker: WorkerView;
}

/** A command for a terminal, and another try after it. */
export function CommandRepair({ words, worker }: CommandRepairProps) {
  const { texts, request } = useApp();
  const { repair } = texts.overview;
  const command = words.map(quoted).join(' ');
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm">{repair.runThis}</Text>
      <Group gap="xxs" wrap="nowrap" maw="100%">
        <Code className="wrapped">{command}</Code>
        <CopyButton text={command} what={repair.command} />
      </Group>
      <Button
        variant="default"
        size="sm"
        onClick={() => void request(worker.id, { kind: 'connect' })}
      >
        {repair.tryNow}
      </Button>
    </Stack>
  );
}

/** As a shell of POSIX reads one word. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
