import { Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type {
  BuildDetails as Build,
  CommandRecord,
} from '../../main/contract/builds/build-history.ts';
import type { EndedProcesses } from '../../main/contract/builds/work-event.ts';
import { useTexts } from '../components/app-context.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { Loading } from '../components/loading.tsx';
import { Duration, Elapsed } from '../components/measures.tsx';
import type { Snapshot } from '../components/use-snapshot.ts';
import { Outcome } from './outcome.tsx';

/** One build with its commands. */
export function BuildDetails({ details }: { readonly details: Snapshot<Build | null> }) {
  const build = details.value;
  const { builds: words } = useTexts();
  if (build === undefined) return <Loading of={details} />;
  if (build === null) return <Text className="quiet">{words.details.gone}</Text>;
  const leftOut = build.commandCount - build.commands.length;
  return (
    <Stack gap="md">
      <Facts build={build} />
      {build.commands.length === 0 ? (
        <Text size="sm" className="quiet">
          {words.details.noCommands}
        </Text>
      ) : (
        <ol className="commands" data-testid="commands">
          {build.commands.map((command) => (
            <CommandItem key={command.commandId} command={command} since={build.startedAt} />
          ))}
        </ol>
      )}
      <Ended processes={build.endedWithCommands} inWords={words.details.endedWithCommands} />
      <Ended processes={build.leftovers} inWords={words.details.leftovers} />
      {build.commands.length > 0 && leftOut > 0 && (
        <Text size="sm" className="quiet">
          {words.details.leftOut(leftOut)}
        </Text>
      )}
    </Stack>
  );
}

interface EndedProps {
  readonly processes: EndedProcesses | undefined;
  readonly inWords: (names: readonly string[], count: number) => string;
}

/** What the build had started, and was ended. */
function Ended({ processes, inWords }: EndedProps) {
  if (!processes) return null;
  return (
    <Text size="sm" className="quiet">
      {inWords(processes.names, processes.count)}
    </Text>
  );
}

function Facts({ build }: { readonly build: Build }) {
  const { builds: words, format } = useTexts();
  const { startedAt, endedAt } = build;
  const { details } = words;
  return (
    <Stack gap={6}>
      <Group gap="sm">
        <Title order={2} size="h4">
          {build.builderName}
        </Title>
        <Outcome outcome={build.outcome} isNamed />
      </Group>
      <Text size="sm" className="quiet">
        {words.outcomeHelp[build.outcome]}
      </Text>
      <SimpleGrid cols={2} spacing="md" verticalSpacing={6}>
        <Fact name={details.started}>{format.dateTime(startedAt)}</Fact>
        <Fact name={details.took}>
          {endedAt === undefined ? (
            <Elapsed since={startedAt} />
          ) : (
            <Duration ms={endedAt - startedAt} />
          )}
        </Fact>
        <Fact name={details.output}>{format.bytes(build.outputBytes)}</Fact>
        <Fact name={words.columns.commands}>{format.number(build.commandCount)}</Fact>
      </SimpleGrid>
    </Stack>
  );
}

interface FactProps {
  readonly name: string;
  readonly children: React.ReactNode;
}

function Fact({ name, children }: FactProps) {
  return (
    <div>
      <Text size="xs" className="quiet">
        {name}
      </Text>
      <Text size="sm">{children}</Text>
    </div>
  );
}

interface CommandItemProps {
  readonly command: CommandRecord;
  /** When the build began. */
  readonly since: number;
}

function CommandItem({ command, since }: CommandItemProps) {
  const { builds: words, format } = useTexts();
  const { details } = words;
  const { summary, argv, workdir, startedAt, durationMs, outputBytes, end } = command;
  return (
    <li className={command.isFailure ? 'command command-bad' : 'command'}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <code className="command-line">{summary}</code>
        <CopyButton text={summary} what={details.command} />
      </Group>
      <Text size="xs" className={command.isFailure ? 'bad' : 'quiet'} component="div">
        {details.end(end)}
        {' · '}
        {durationMs === undefined ? <Elapsed since={startedAt} /> : <Duration ms={durationMs} />}
        {' · '}
        {details.after(startedAt - since)}
        {' · '}
        {format.bytes(outputBytes)}
        {command.name !== 'shell' && ` · ${command.name}`}
      </Text>
      {workdir !== undefined && (
        <Text size="xs" className="quiet command-fact">
          {details.directory}: <code>{workdir}</code>
        </Text>
      )}
      {argv !== undefined && argv.length > 1 && (
        <details className="command-fact">
          <summary>{`${details.words} (${format.number(argv.length)})`}</summary>
          <ol className="argv">
            {argv.map((word, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: words have no name and never move
              <li key={at}>
                <code>{word}</code>
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}
