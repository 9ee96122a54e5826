import { Paper, Table, Text, UnstyledButton } from '@mantine/core';
import { shallowEqual } from '@mantine/hooks';
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import type { BuildPage, BuildSummary } from '../../main/contract/builds/build-history.ts';
import { useTexts } from '../components/app-context.tsx';
import { Duration, Elapsed } from '../components/measures.tsx';
import { Outcome } from './outcome.tsx';
import { partAround } from './use-builds.ts';
import { useListRows } from './use-list-rows.ts';

/** What leads from a row to another. */
const ROW_KEYS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

interface BuildListProps {
  /** A part of the builds, around those in sight. */
  readonly page: BuildPage;
  readonly chosen: string | undefined;
  readonly onChoose: (buildId: string) => void;
  /** Called with where the part begins that is in sight. */
  readonly onPart: (offset: number) => void;
}

/** Far more builds than can be drawn, newest first: only those in sight have rows. */
export const BuildList = memo(function BuildList({ page, ...props }: BuildListProps) {
  const { chosen, onChoose, onPart } = props;
  const { builds, offset, count } = page;
  const { builds: words } = useTexts();
  const { columns } = words;
  const list = useRef<HTMLTableSectionElement>(null);
  const rows = useListRows(list, count);
  const shown = rows.items;
  // One row is reached by Tab, the others from there by arrow keys: there may be thousands.
  const [reached, setReached] = useState<number>();
  const wanted = reached ?? builds.findIndex(({ id }) => id === chosen) + offset;
  const stop = shown.some(({ index }) => index === wanted) ? wanted : shown[0]?.index;
  const part = partAround(shown[0]?.index ?? 0);
  useEffect(() => onPart(part), [part, onPart]);
  const pressed = (event: KeyboardEvent): void => {
    const step = ROW_KEYS[event.key];
    const row = event.target instanceof Element ? event.target.closest('tr') : null;
    if (step === undefined || !row) return;
    event.preventDefault();
    const next = list.current?.querySelector(`[data-index="${Number(row.dataset.index) + step}"]`);
    next?.querySelector('button')?.focus();
  };
  return (
    <Paper withBorder className="builds-list">
      <Table.ScrollContainer minWidth={480}>
        <Table
          highlightOnHover
          fz="sm"
          aria-label={words.list}
          aria-rowcount={count + 1}
          verticalSpacing={6}
          horizontalSpacing={8}
        >
          <Table.Thead>
            <Table.Tr aria-rowindex={1}>
              <Table.Th>{columns.outcome}</Table.Th>
              <Table.Th>{columns.builder}</Table.Th>
              <Table.Th>{columns.started}</Table.Th>
              <Table.Th>{columns.duration}</Table.Th>
              <Table.Th>{columns.commands}</Table.Th>
              <Table.Th ta="right">{columns.output}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody ref={list} onKeyDown={pressed}>
            <Gap px={rows.pxBefore} />
            {shown.map(({ index }) => {
              const build = builds[index - offset];
              return build === undefined ? (
                <ComingRow key={index} index={index} />
              ) : (
                <BuildRow
                  key={build.id}
                  build={build}
                  index={index}
                  isChosen={build.id === chosen}
                  isReached={index === stop}
                  onReached={setReached}
                  onChoose={onChoose}
                  measure={rows.measure}
                />
              );
            })}
            <Gap px={rows.pxAfter} />
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
});

/** In place of the rows that are out of sight. */
function Gap({ px }: { readonly px: number }) {
  return px > 0 && <Table.Tr role="presentation" aria-hidden="true" h={px} />;
}

/** In place of a build that is on its way from main. */
function ComingRow({ index }: { readonly index: number }) {
  return (
    <Table.Tr data-index={index} aria-rowindex={index + 2} aria-busy="true">
      <Table.Td colSpan={6}>…</Table.Td>
    </Table.Tr>
  );
}

interface BuildRowProps {
  readonly build: BuildSummary;
  /** Its place among all that were found. */
  readonly index: number;
  readonly isChosen: boolean;
  /** Whether it is the one that Tab leads to. */
  readonly isReached: boolean;
  readonly onReached: (index: number) => void;
  readonly onChoose: (buildId: string) => void;
  readonly measure: (row: Element | null) => void;
}

const BuildRow = memo(function BuildRow(props: BuildRowProps) {
  const { build, index, isChosen, isReached, onReached, onChoose, measure } = props;
  const { builds: words, format } = useTexts();
  const { id, builderName, outcome, startedAt, endedAt, commandCount, failedCount } = build;
  return (
    <Table.Tr
      ref={measure}
      data-index={index}
      // The row of headings is the first.
      aria-rowindex={index + 2}
      className="build-row"
      data-chosen={isChosen || undefined}
      onClick={() => onChoose(id)}
    >
      <Table.Td className="nowrap">
        <Outcome outcome={outcome} isNamed />
      </Table.Td>
      <Table.Td>
        <UnstyledButton
          className="build-name"
          aria-pressed={isChosen}
          tabIndex={isReached ? 0 : -1}
          onFocus={() => onReached(index)}
        >
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
}, isSameRow);

/** Main sends every build again when one has changed. */
function isSameRow(before: BuildRowProps, after: BuildRowProps): boolean {
  const { build, ...others } = before;
  const { build: builtAfter, ...othersAfter } = after;
  return shallowEqual(build, builtAfter) && shallowEqual(others, othersAfter);
}

function isToday(at: number): boolean {
  return new Date(at).toDateString() === new Date().toDateString();
}
