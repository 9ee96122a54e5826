import { Alert, Button, Group, Text } from '@mantine/core';
import { useTexts } from './app-context.tsx';
import type { Snapshot } from './use-snapshot.ts';

interface LoadFailureProps {
  readonly of: Pick<Snapshot<unknown>, 'failure' | 'reload'>;
}

/** Reports that something could not be loaded, and offers to try again; nothing while all is well. */
export function LoadFailure({ of: { failure, reload } }: LoadFailureProps) {
  const { common } = useTexts();
  if (failure === undefined) return null;
  return (
    <Alert color="red" role="alert" title={common.loadFailed}>
      <Group gap="md" justify="space-between">
        <Text size="sm" className="wrapped" flex={1}>
          {failure.message}
        </Text>
        <Button size="xs" variant="default" onClick={() => void reload()}>
          {common.retry}
        </Button>
      </Group>
    </Alert>
  );
}
