import { Paper, Table } from '@mantine/core';
import { shallowEqual } from '@mantine/hooks';
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import type { BuildPage, BuildSummary } from '../../main/contract/builds/build-history.ts';
import { useTexts } from '../components/app-context.tsx';
import { Duration, Elapsed } from '../components/measures.tsx';
import { BuildContextMenu } from './build-context-menu.tsx';
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
  /** Shows this builder's builds alone. */
  readonly onBuilder: (builderName: string) => void;
  /** Called with where the part begins that is in sight. */
  readonly onPart: (offset: number) => void;
}

/** Far more builds than can be drawn, newest first: only those in sight have rows. */
export const BuildList = memo(function BuildList({ page, ...props }: BuildListProps) {
  const { chosen, onChoose, onBuilder, onPart } = props;
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
          fz="sm"
          aria-label={words.list}
          aria-rowcount={count + 1}
          verticalSpacing="xs"
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
          <BuildContextMenu
            buildAt={(index) => builds[index - offset]}
            onChoose={onChoose}
            onBuilder={onBuilder}
            area={(area) => (
              <Table.Tbody ref={list} onKeyDown={pressed} {...area}>
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
            )}
          />
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
});

// Hundreds of cells: plain elements are drawn in a fraction of the time that a library's components take.

/** In place of the rows that are out of sight. */
function Gap({ px }: { readonly px: number }) {
  return px > 0 && <Table.Tr role="presentation" aria-hidden="true" h={px} />;
}

/** In place of a build that is on its way from main. */
function ComingRow({ index }: { readonly index: number }) {
  return (
    <tr data-index={index} aria-rowindex={index + 2} aria-busy="true">
      <td colSpan={6}>…</td>
    </tr>
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
    <tr
      ref={measure}
      data-index={index}
      // The row of headings is the first.
      aria-rowindex={index + 2}
      className="build-row"
      data-chosen={isChosen || undefined}
      onClick={() => onChoose(id)}
    >
      <td className="nowrap">
        <Outcome outcome={outcome} />
      </td>
      <td>
        <button
          type="button"
          className="build-name mantine-focus-auto"
          aria-pressed={isChosen}
          tabIndex={isReached ? 0 : -1}
          onFocus={() => onReached(index)}
        >
          {builderName}
        </button>
      </td>
      <td className="nowrap" title={format.dateTime(startedAt)}>
        {isToday(startedAt) ? format.time(startedAt) : format.dateTime(startedAt)}
      </td>
      <td className="nowrap">
        {endedAt === undefined ? (
          <Elapsed since={startedAt} />
        ) : (
          <Duration ms={endedAt - startedAt} />
        )}
      </td>
      <td className="nowrap">
        {format.number(commandCount)}
        {failedCount > 0 && <span className="bad build-failed">{words.failed(failedCount)}</span>}
      </td>
      <td className="nowrap build-bytes">{format.bytes(build.outputBytes)}</td>
    </tr>
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
