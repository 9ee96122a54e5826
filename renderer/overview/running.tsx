import { Badge, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { RunningCommand, WorkerStatus } from '../../main/contract/worker/worker-status.ts';
import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import type { Texts } from '../../main/texts/texts.ts';
import { useTexts } from '../components/app-context.tsx';
import { Elapsed } from '../components/measures.tsx';
import { LinePane } from '../components/output/line-pane.tsx';
import { useOutput } from './use-output.ts';

/** What runs now on a worker, and what it prints. */
export function Running({ worker }: { readonly worker: WorkerView }) {
  const { overview } = useTexts();
  const { status } = worker;
  const builders = useBusyBuilders(status);
  return (
    <Stack gap="xs">
      <Title order={3} size="h6">
        {overview.whatRuns}
      </Title>
      {/* A draining worker has shown already what it waits for. */}
      {(status.kind === 'draining' ? [] : commandsOf(status)).map((command) => (
        <CommandRow key={`${command.builderName} ${command.commandId}`} command={command} />
      ))}
      {commandsOf(status).length === 0 && (
        <Text size="sm" className="quiet" data-testid="nothing-runs">
          {nothingRuns(status, overview)}
        </Text>
      )}
      {builders.length > 0 && <Output workerId={worker.id} builders={builders} />}
    </Stack>
  );
}

interface OutputProps {
  readonly workerId: string;
  readonly builders: readonly string[];
}

/** One builder at a time: mixed, nobody could read them. */
function Output({ workerId, builders }: OutputProps) {
  const { overview } = useTexts();
  const output = useOutput(workerId, builders);
  const [wanted, setWanted] = useState<string>();
  const builder = builders.find((name) => name === wanted) ?? builders[0] ?? '';
  return (
    <>
      {builders.length > 1 && (
        <SegmentedControl
          size="xs"
          aria-label={overview.outputOf}
          value={builder}
          data={[...builders]}
          onChange={setWanted}
        />
      )}
      <LinePane
        key={builder}
        label={overview.output}
        lines={output.get(builder) ?? []}
        empty={overview.noOutput}
      />
    </>
  );
}

function CommandRow({ command }: { readonly command: RunningCommand }) {
  return (
    <Group gap="xs" wrap="nowrap" data-testid="running-command">
      <Badge variant="light" tt="none">
        {command.builderName}
      </Badge>
      <Text size="sm" ff="monospace" truncate="end" title={command.summary} flex={1}>
        {command.summary}
      </Text>
      <Text size="sm" className="quiet">
        <Elapsed since={command.startedAt} />
      </Text>
    </Group>
  );
}

function commandsOf(status: WorkerStatus): readonly RunningCommand[] {
  return 'commands' in status ? status.commands : [];
}

/** Those in the middle of a build; the same array for as long as they are the same. */
function useBusyBuilders(status: WorkerStatus): readonly string[] {
  const isBusy = status.kind === 'building' || status.kind === 'draining';
  const names = isBusy
    ? [...status.builders, ...status.commands.map(({ builderName }) => builderName)]
    : [];
  const key = JSON.stringify([...new Set(names)]);
  return useMemo(() => JSON.parse(key) as string[], [key]);
}

function nothingRuns(status: WorkerStatus, texts: Texts['overview']): string {
  switch (status.kind) {
    case 'idle':
      return texts.nothingRuns;
    case 'building':
    case 'draining':
      return texts.betweenSteps;
    default:
      return texts.notConnected;
  }
}
