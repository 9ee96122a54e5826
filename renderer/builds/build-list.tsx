import { Button, Paper, Table, Text, UnstyledButton } from '@mantine/core';
import type { BuildSummary } from '../../main/contract/builds/build-history.ts';
import { useTexts } from '../components/app-context.tsx';
import { Duration, Elapsed } from '../components/measures.tsx';
import { Outcome } from './outcome.tsx';

interface BuildListProps {
  readonly builds: readonly BuildSummary[];
  readonly hasMore: boolean;
  readonly chosen: string | undefined;
  readonly onChoose: (buildId: string) => void;
  readonly onMore: () => void;
}

/** The builds, newest first. */
export function BuildList({ builds, hasMore, chosen, onChoose, onMore }: BuildListProps) {
  const { builds: words } = useTexts();
  const { columns } = words;
  return (
    <Paper withBorder className="builds-list">
      <Table.ScrollContainer minWidth={480}>
        <Table
          highlightOnHover
          fz="sm"
          aria-label={words.list}
          verticalSpacing={6}
          horizontalSpacing={8}
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{columns.outcome}</Table.Th>
              <Table.Th>{columns.builder}</Table.Th>
              <Table.Th>{columns.started}</Table.Th>
              <Table.Th>{columns.duration}</Table.Th>
              <Table.Th>{columns.commands}</Table.Th>
              <Table.Th ta="right">{columns.output}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {builds.map((build) => (
              <BuildRow
                key={build.id}
                build={build}
                isChosen={build.id === chosen}
                onChoose={onChoose}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {hasMore && (
        <Button variant="subtle" fullWidth onClick={onMore}>
          {words.more}
        </Button>
      )}
    </Paper>
  );
}

interface BuildRowProps {
  readonly build: BuildSummary;
  readonly isChosen: boolean;
  readonly onChoose: (buildId: string) => void;
}

function BuildRow({ build, isChosen, onChoose }: BuildRowProps) {
  const { builds: words, format } = useTexts();
  const { id, builderName, outcome, startedAt, endedAt, commandCount, failedCount } = build;
  return (
    <Table.Tr
      className="build-row"
      data-chosen={isChosen || undefined}
      onClick={() => onChoose(id)}
    >
      <Table.Td className="nowrap">
        <Outcome outcome={outcome} isNamed />
      </Table.Td>
      <Table.Td>
        <UnstyledButton className="build-name" aria-pressed={isChosen}>
          {builderName}
        </UnstyledButton>
      </Table.Td>
      <Table.Td className="nowrap" title={format.dateTime(startedAt)}>
        {isToday(startedAt) ? format.time(startedAt) : format.dateTime(startedAt)}
      </Table.Td>
      <Table.Td className="nowrap">
        {endedAt === undefined ? (
          <Elapsed since={startedAt} />
        ) : (
          <Duration ms={endedAt - startedAt} />
        )}
      </Table.Td>
      <Table.Td className="nowrap">
        {format.number(commandCount)}
        {failedCount > 0 && (
          <Text span size="xs" className="bad build-failed">
            {words.failed(failedCount)}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right" className="nowrap">
        {format.bytes(build.outputBytes)}
      </Table.Td>
    </Table.Tr>
  );
}

function isToday(at: number): boolean {
  return new Date(at).toDateString() === new Date().toDateString();
}
