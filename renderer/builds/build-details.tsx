import { Group, SimpleGrid, Stack, Switch, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type {
  BuildDetails as Build,
  CommandRecord,
} from '../../main/contract/builds/build-history.ts';
import type { CommandOfBuild } from '../../main/contract/builds/builds-contract.ts';
import type { EndedProcesses } from '../../main/contract/builds/work-event.ts';
import { useTexts } from '../components/app-context.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { Loading } from '../components/loading.tsx';
import { Duration, Elapsed } from '../components/measures.tsx';
import type { Snapshot } from '../components/use-snapshot.ts';
import { CommandOutput } from './command-output.tsx';
import { Outcome } from './outcome.tsx';

interface BuildDetailsProps {
  readonly workerId: string;
  readonly details: Snapshot<Build | null>;
}

/** One build with its commands. */
export function BuildDetails({ workerId, details }: BuildDetailsProps) {
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
        <Commands key={build.id} workerId={workerId} build={build} />
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

interface CommandsProps {
  readonly workerId: string;
  readonly build: Build;
}

/** Of a build with errors at first those that failed, with the output of the first one. */
function Commands({ workerId, build }: CommandsProps) {
  const { output: words } = useTexts().builds;
  const failed = build.commands.filter((command) => command.isFailure);
  const others = build.commands.length - failed.length;
  const canHide = failed.length > 0 && others > 0;
  const [hidesOthers, setHidesOthers] = useState(true);
  const shown = canHide && hidesOthers ? failed : build.commands;
  return (
    <Stack gap="sm">
      {canHide && (
        <Switch
          size="xs"
          label={words.failedOnly}
          description={hidesOthers ? words.hidden(others) : undefined}
          checked={hidesOthers}
          onChange={({ currentTarget }) => setHidesOthers(currentTarget.checked)}
        />
      )}
      <ol className="commands" data-testid="commands">
        {shown.map((command) => (
          <CommandItem
            key={command.commandId}
            place={{ workerId, buildId: build.id, commandId: command.commandId }}
            command={command}
            since={build.startedAt}
            isFirstFailure={command === failed[0]}
          />
        ))}
      </ol>
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
    <Stack gap="xs">
      <Group gap="sm">
        <Title order={2}>{build.builderName}</Title>
        <Outcome outcome={build.outcome} />
      </Group>
      <Text size="sm" className="quiet">
        {words.outcomeHelp[build.outcome]}
      </Text>
      <SimpleGrid cols={2} spacing="md" verticalSpacing="xs">
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
  readonly place: CommandOfBuild;
  readonly command: CommandRecord;
  /** When the build began. */
  readonly since: number;
  readonly isFirstFailure: boolean;
}

function CommandItem({ place, command, since, isFirstFailure }: CommandItemProps) {
  const { builds: words, format, overview } = useTexts();
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
        <Group className="command-fact" gap="xxs" wrap="nowrap">
          <Text size="xs" className="quiet">
            {details.directory}: <code>{workdir}</code>
          </Text>
          <CopyButton text={workdir} what={overview.copies.directory} size="sm" />
        </Group>
      )}
      {command.isOutputKept && (
        <CommandOutput place={place} command={command} isOpenAtFirst={isFirstFailure} />
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
