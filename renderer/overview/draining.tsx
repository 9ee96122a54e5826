import { Alert, List, Text } from '@mantine/core';
import { IconHourglassLow } from '@tabler/icons-react';
import type { WorkerId } from '../../main/contract/shapes.ts';
import type { RunningCommand, WorkerStatus } from '../../main/contract/worker/worker-status.ts';
import { useTexts } from '../components/app-context.tsx';
import { useNow } from '../components/use-now.ts';
import { DrainEstimates } from './drain-estimates.tsx';

interface DrainingProps {
  readonly workerId: WorkerId;
  readonly status: Extract<WorkerStatus, { kind: 'draining' }>;
}

/** What a draining worker waits for, how long that may take, and what stopping now would lose. */
export function Draining({ workerId, status }: DrainingProps) {
  const { overview, format } = useTexts();
  const now = useNow();
  const names = [...new Set([...status.builders, ...status.commands.map(builderOf)])];
  return (
    <Alert
      color="gray"
      variant="light"
      icon={<IconHourglassLow size={18} color="var(--mantine-color-orange-7)" />}
      title={overview.waitsFor(names.length)}
      data-testid="waits-for"
    >
      {names.length > 0 && (
        <List size="sm" spacing={2}>
          {names.map((builder) => {
            const command = status.commands.find(({ builderName }) => builderName === builder);
            return (
              <List.Item key={builder}>
                {overview.waitsForBuilder(
                  builder,
                  command?.summary,
                  command && format.duration(now - command.startedAt),
                )}
              </List.Item>
            );
          })}
        </List>
      )}
      <DrainEstimates workerId={workerId} />
      <Text size="sm" mt={6}>
        {overview.stopNowLoses(names.length)}
      </Text>
    </Alert>
  );
}

function builderOf({ builderName }: RunningCommand): string {
  return builderName;
}
