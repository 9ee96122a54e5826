import { Badge, Group, Text } from '@mantine/core';
import type { WorkerView } from '../../main/contract/contract.ts';
import type { RunningCommand, WorkerStatus } from '../../main/contract/worker-status.ts';
import { FollowingPane } from '../components/following-pane.tsx';
import { durationText } from './durations.ts';
import { useNow, useOutput } from './hooks.ts';

const COLOURS: Readonly<Record<string, string>> = { header: 'quiet', stderr: 'bad' };

/** The commands that run now, and what they print. */
export function RunningCommands({ worker }: { readonly worker: WorkerView }) {
  const { status } = worker;
  const commands = 'commands' in status ? status.commands : [];
  const output = useOutput(worker.basedir);
  return (
    <>
      {commands.map((command) => (
        <CommandRow key={`${command.builderName} ${command.commandId}`} command={command} />
      ))}
      {commands.length === 0 && (
        <Text size="sm" className="quiet" data-testid="nothing-runs">
          {nothingRuns(status)}
        </Text>
      )}
      <FollowingPane label="Output of the commands" version={output}>
        {output.length === 0 ? (
          <span className="quiet">What commands print appears here.</span>
        ) : (
          output.map(({ stream, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name and never move
            <span key={index} className={COLOURS[stream]}>
              {text}
            </span>
          ))
        )}
      </FollowingPane>
    </>
  );
}

function CommandRow({ command }: { readonly command: RunningCommand }) {
  const now = useNow();
  return (
    <Group gap="xs" wrap="nowrap" data-testid="running-command">
      <Badge variant="light" tt="none">
        {command.builderName}
      </Badge>
      <Text size="sm" ff="monospace" truncate="end" title={command.summary} flex={1}>
        {command.summary}
      </Text>
      <Text size="sm" className="quiet">
        {durationText(now - command.startedAt)}
      </Text>
    </Group>
  );
}

function nothingRuns(status: WorkerStatus): string {
  switch (status.kind) {
    case 'idle':
      return 'Nothing runs. The next build starts by itself when the master has one for this machine.';
    case 'building':
    case 'draining':
      return 'Between two steps of a build.';
    default:
      return 'Nothing runs while the worker is not connected.';
  }
}
