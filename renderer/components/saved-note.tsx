import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { whyNotNow } from '../../main/contract/worker/request-rules.ts';
import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import { useApp } from './app-context.tsx';

interface SavedNoteProps {
  readonly worker: WorkerView;
  readonly title: string;
  readonly text: string;
  /** What has to happen until what was saved counts; undefined when nothing has to, or can. */
  readonly needs: 'reconnect' | 'restart' | undefined;
}

/** Shows when what was saved will apply, and offers to apply it sooner. */
export function SavedNote({ worker, title, text, needs }: SavedNoteProps) {
  const { texts, request } = useApp();
  const [isWaiting, setIsWaiting] = useState(false);
  const words = needs && texts.common.savedNote[needs];
  const canHave = needs && whyNotNow({ kind: needs }, worker.status) === undefined;
  const ask = async (when: 'at-gap' | 'now'): Promise<void> => {
    if (needs === undefined) return;
    if (await request(worker.id, { kind: needs, when })) setIsWaiting(true);
  };
  return (
    <Alert color="green" variant="light" title={title} role="status">
      <Text size="sm">{isWaiting && words ? words.waiting : text}</Text>
      {words && canHave && !isWaiting && (
        <Group gap="xs" mt="sm">
          <Button size="xs" onClick={() => void ask('at-gap')}>
            {words.atGap}
          </Button>
          <Button size="xs" variant="default" onClick={() => void ask('now')}>
            {words.now}
          </Button>
        </Group>
      )}
    </Alert>
  );
}
