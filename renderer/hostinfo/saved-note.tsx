import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { whyNotNow } from '../../main/contract/why-not-now.ts';
import type { WorkerView } from '../../main/contract/worker-view.ts';
import { useApp } from '../components/app-context.tsx';

/** What was saved counts at the next connection: offers to have that soon. */
export function SavedNote({ worker }: { readonly worker: WorkerView }) {
  const { texts, perform } = useApp();
  const { hostinfo } = texts;
  const [isWaiting, setIsWaiting] = useState(false);
  const isAttached = whyNotNow({ kind: 'reconnect' }, worker.status) === undefined;
  const reconnect = async (when: 'at-gap' | 'now'): Promise<void> => {
    const { id: workerId } = worker;
    if (await perform({ kind: 'reconnect', when, workerId })) setIsWaiting(true);
  };
  return (
    <Alert color="green" variant="light" title={hostinfo.saved} role="status">
      <Text size="sm">
        {isWaiting
          ? hostinfo.reconnecting
          : isAttached
            ? hostinfo.savedAttached
            : hostinfo.savedAway}
      </Text>
      {isAttached && !isWaiting && (
        <Group gap="xs" mt="sm">
          <Button size="xs" onClick={() => void reconnect('at-gap')}>
            {hostinfo.reconnectAtGap}
          </Button>
          <Button size="xs" variant="default" onClick={() => void reconnect('now')}>
            {hostinfo.reconnectNow}
          </Button>
        </Group>
      )}
    </Alert>
  );
}
