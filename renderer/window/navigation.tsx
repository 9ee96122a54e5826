import { NavLink, ScrollArea, Select, Stack, Tooltip } from '@mantine/core';
import { useId } from 'react';
import type { PageName } from '../../main/contract/pages.ts';
import { useApp } from '../components/app-context.tsx';
import { UnsavedMark } from '../components/settings/unsaved-mark.tsx';
import { useUnsaved } from '../components/settings/use-unsaved.ts';
import { PAGES, type PageEntry } from './pages.ts';
import { useWorkerNames, WorkerPicker } from './worker-picker.tsx';

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
  const { texts, worker, go } = useApp();
  const id = useId();
  const edits = useUnsaved().get(worker?.id ?? '') ?? {};
  const unsaved = name === 'settings' ? Object.keys(edits).length : 0;
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
        aria-describedby={unsaved > 0 ? id : undefined}
        label={isNarrow ? undefined : label}
        leftSection={
          <span className="nav-icon">
            <Picture size={20} stroke={1.6} />
            <UnsavedMark id={id} count={unsaved} />
          </span>
        }
        onClick={() => go(name)}
      />
    </Tooltip>
  );
}

function WorkerSelect() {
  const { worker, texts, chooseWorker } = useApp();
  const names = useWorkerNames();
  return (
    <Select
      aria-label={texts.shell.worker}
      mb="xs"
      allowDeselect={false}
      value={worker?.id ?? null}
      data={names.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id) => id !== null && chooseWorker(id)}
    />
  );
}
