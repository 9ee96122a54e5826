import { Badge, Group, Text } from '@mantine/core';
import type { RunningCommand, WorkerStatus } from '../../main/contract/worker-status.ts';
import type { WorkerView } from '../../main/contract/worker-view.ts';
import type { Texts } from '../../main/texts/texts.ts';
import { api } from '../components/api.ts';
import { useTexts } from '../components/app-context.tsx';
import { FollowingPane } from '../components/following-pane.tsx';
import { Elapsed } from '../components/measures.tsx';
import { useFeed } from '../components/use-feed.ts';

/** Pieces of output, each of whole lines. */
const MOST_OUTPUTS = 400;
const FEED = { recent: api.output.recent, added: api.output.printed };
const COLOURS: Readonly<Record<string, string>> = { header: 'quiet', stderr: 'bad' };

/** The commands that run now, and what they print. */
export function RunningCommands({ worker }: { readonly worker: WorkerView }) {
  const { overview } = useTexts();
  const { status } = worker;
  const commands = 'commands' in status ? status.commands : [];
  const output = useFeed(worker.id, FEED, MOST_OUTPUTS);
  return (
    <>
      {commands.map((command) => (
        <CommandRow key={`${command.builderName} ${command.commandId}`} command={command} />
      ))}
      {commands.length === 0 && (
        <Text size="sm" className="quiet" data-testid="nothing-runs">
          {nothingRuns(status, overview)}
        </Text>
      )}
      <FollowingPane label={overview.output} version={output}>
        {output.length === 0 ? (
          <span className="quiet">{overview.noOutput}</span>
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
