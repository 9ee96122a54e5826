import { NavLink, ScrollArea, Select, Stack, Tooltip } from '@mantine/core';
import type { PageName } from '../../main/contract/pages.ts';
import { showable } from '../../main/lib/showable.ts';
import { useApp } from '../components/app-context.tsx';
import { PAGES, type PageEntry } from './pages.ts';
import { WorkerPicker } from './worker-picker.tsx';

interface NavigationProps {
  readonly current: PageName;
  /** Icons alone; their names are in tooltips and for screen readers. */
  readonly isNarrow: boolean;
}

/** The pages, and which worker they are about where there are several. */
export function Navigation({ current, isNarrow }: NavigationProps) {
  const { view, texts } = useApp();
  const links = (at: PageEntry['at']) =>
    PAGES.filter((entry) => entry.at === at && (!entry.isOfWorker || view.workers.length > 0)).map(
      (entry) => (
        <PageLink
          key={entry.name}
          entry={entry}
          isCurrent={entry.name === current}
          isNarrow={isNarrow}
        />
      ),
    );
  return (
    <Stack component="nav" aria-label={texts.shell.navigation} gap="xxs" h="100%" p="xs">
      {view.workers.length > 1 && (isNarrow ? <WorkerPicker /> : <WorkerSelect />)}
      <ScrollArea flex={1} type="auto" offsetScrollbars="present" scrollbarSize={isNarrow ? 4 : 8}>
        <Stack gap="xxs">{links('top')}</Stack>
      </ScrollArea>
      <Stack gap="xxs">{links('bottom')}</Stack>
    </Stack>
  );
}

interface PageLinkProps {
  readonly entry: PageEntry;
  readonly isCurrent: boolean;
  readonly isNarrow: boolean;
}

function PageLink({ entry: { name, icon: Picture }, isCurrent, isNarrow }: PageLinkProps) {
  const { texts, go } = useApp();
  const label = texts[name].title;
  return (
    <Tooltip label={label} position="right" disabled={!isNarrow}>
      <NavLink
        component="button"
        type="button"
        className="nav-link"
        active={isCurrent}
        aria-current={isCurrent ? 'page' : undefined}
        aria-label={label}
        label={isNarrow ? undefined : label}
        leftSection={<Picture size={20} stroke={1.6} />}
        onClick={() => go(name)}
      />
    </Tooltip>
  );
}

function WorkerSelect() {
  const { view, worker, texts, chooseWorker } = useApp();
  return (
    <Select
      aria-label={texts.shell.worker}
      mb="xs"
      allowDeselect={false}
      value={worker?.id ?? null}
      data={view.workers.map(({ id, workerName }) => ({ value: id, label: showable(workerName) }))}
      onChange={(id) => id !== null && chooseWorker(id)}
    />
  );
}
