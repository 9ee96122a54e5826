import { Alert, Button, Group, SegmentedControl, Text, Tooltip } from '@mantine/core';
import {
  IconArrowDown,
  IconCopy,
  IconFolderOpen,
  IconPlayerPause,
  IconRotateClockwise,
} from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { LOG_FILTERS, type LogFilter } from '../../main/contract/log/log-rows.ts';
import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import { api } from '../components/api.ts';
import { useApp, useTexts } from '../components/app-context.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import type { LogDeeds } from './log-context-menu.tsx';
import { LogRows, type ViewRange } from './log-rows.tsx';
import { RotationDialog } from './rotation-dialog.tsx';
import { SearchBar } from './search-bar.tsx';
import { type Log, useLog } from './use-log.ts';
import { useLogCopy } from './use-log-copy.ts';
import { NO_SEARCH, type SearchRequest, useLogSearch, type Visit } from './use-log-search.ts';
import { useRotation } from './use-rotation.ts';
import './log-viewer.css';

/** The worker's whole log, live. */
export function LogViewer() {
  const { worker } = useApp();
  return worker && <LogPage worker={worker} />;
}

function LogPage({ worker: { id: workerId } }: { readonly worker: WorkerView }) {
  const { log: words } = useTexts();
  const [filter, setFilter] = useState<LogFilter>('info');
  const [request, setRequest] = useState<SearchRequest>(NO_SEARCH);
  const [visit, setVisit] = useState<Visit>();
  const [isFollowing, setIsFollowing] = useState(true);
  const view = useRef<ViewRange>({ first: 0, last: -1 });
  const log = useLog(workerId, filter);
  const onVisit = useCallback((wanted: Visit) => {
    setIsFollowing(false);
    setVisit(wanted);
  }, []);
  const search = useLogSearch(request, filter, onVisit);
  const onView = useCallback((range: ViewRange) => {
    view.current = range;
  }, []);
  const copyRows = useLogCopy(filter);
  const deeds: LogDeeds = {
    copyLine: (row) => copyRows({ first: row, last: row }),
    copyVisible: () => copyRows(view.current),
    openFolder: () => void api.log.openFolder(workerId),
  };
  const filterBy = (wanted: string): void => {
    setVisit(undefined);
    setIsFollowing(true);
    setFilter(wanted as LogFilter);
  };
  return (
    <Page name="log" isFilling actions={<Tools workerId={workerId} log={log} deeds={deeds} />}>
      {log.problem !== undefined && (
        <Alert color="red" title={words.cannotRead} role="alert">
          {log.problem}
        </Alert>
      )}
      <div className="log-frame">
        <Group gap="sm" align="flex-start" mb="xs">
          <SegmentedControl
            aria-label={words.filter}
            value={filter}
            data={LOG_FILTERS.map((value) => ({ value, label: words.filters[value] }))}
            onChange={filterBy}
          />
          <SearchBar request={request} onRequest={setRequest} search={search} />
        </Group>
        <LogRows
          key={filter}
          log={log}
          visit={visit}
          isFollowing={isFollowing}
          onView={onView}
          query={search.query}
          onFollowing={setIsFollowing}
          deeds={deeds}
        >
          {log.extent !== undefined &&
            (filter === 'info' ? (
              <EmptyState sign="stopped" title={words.empty} />
            ) : (
              <EmptyState
                sign="idle"
                title={words.nothingUrgent}
                action={{ label: words.showAll, onClick: () => filterBy('info') }}
              />
            ))}
        </LogRows>
        <Footer log={log} isFollowing={isFollowing} onFollowing={setIsFollowing} />
      </div>
    </Page>
  );
}

interface FooterProps {
  readonly log: Log;
  readonly isFollowing: boolean;
  readonly onFollowing: (isFollowing: boolean) => void;
}

/** How much there is, and whether what comes is followed. */
function Footer({ log: { extent, count }, isFollowing, onFollowing }: FooterProps) {
  const { log: words } = useTexts();
  const seen = useSeen(count, isFollowing);
  if (extent === undefined) return null;
  const { isCounted, countedBytes, totalBytes } = extent;
  const label = isFollowing
    ? words.following
    : count > seen
      ? words.newLines(count - seen)
      : words.follow;
  return (
    <Group justify="space-between" gap="xs" mt="xs" wrap="nowrap">
      <Text size="xs" className="quiet" data-testid="log-size">
        {isCounted ? words.size(extent) : words.counting(countedBytes / Math.max(1, totalBytes))}
      </Text>
      <Tooltip label={words.followHelp} multiline maw={280}>
        <Button
          variant={isFollowing ? 'light' : 'default'}
          size="compact-sm"
          aria-pressed={isFollowing}
          leftSection={isFollowing ? <IconPlayerPause size={14} /> : <IconArrowDown size={14} />}
          onClick={() => onFollowing(!isFollowing)}
        >
          {label}
        </Button>
      </Tooltip>
    </Group>
  );
}

/** How many rows there were when following ended. */
function useSeen(count: number, isFollowing: boolean): number {
  const [seen, setSeen] = useState(count);
  useEffect(() => {
    if (isFollowing) setSeen(count);
  }, [isFollowing, count]);
  return seen;
}

interface ToolsProps {
  readonly workerId: string;
  readonly log: Log;
  readonly deeds: LogDeeds;
}

function Tools({ workerId, log, deeds }: ToolsProps) {
  const { log: words } = useTexts();
  const { value: rotation, reload } = useRotation(workerId, log.extent?.files);
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setIsOpen(false);
    opener.current?.focus();
  };
  const summary = rotation && words.rotation.summary(rotation.logSize, rotation.logCount);
  return (
    <>
      <Button variant="default" leftSection={<IconCopy size={16} />} onClick={deeds.copyVisible}>
        {words.copyVisible}
      </Button>
      <Button
        variant="default"
        leftSection={<IconFolderOpen size={16} />}
        onClick={deeds.openFolder}
      >
        {words.openFolder}
      </Button>
      <Tooltip label={summary} disabled={summary === undefined} multiline maw={280}>
        <Button
          ref={opener}
          variant="default"
          leftSection={<IconRotateClockwise size={16} />}
          onClick={() => {
            void reload();
            setIsOpen(true);
          }}
        >
          {words.rotation.change}
        </Button>
      </Tooltip>
      {isOpen && rotation && (
        <RotationDialog
          workerId={workerId}
          rotation={rotation}
          onChanged={() => void reload()}
          onClose={close}
        />
      )}
    </>
  );
}
