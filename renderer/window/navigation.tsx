import { NavLink, ScrollArea, Select, Stack, Tooltip } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { memo, type ReactElement, useId } from 'react';
import type { PageName } from '../../main/contract/pages.ts';
import { useApp, useTexts } from '../components/app-context.tsx';
import { KeyCap, keyText } from '../components/keys/key-cap.tsx';
import { ariaKey, pageKey, WINDOW_KEYS } from '../components/keys/window-keys.ts';
import { UnsavedMark } from '../components/settings/unsaved-mark.tsx';
import { useUnsaved } from '../components/settings/use-unsaved.ts';
import { StatusIcon } from '../components/status-icon.tsx';
import { PAGES, type PageEntry } from './pages.ts';
import { useWorkerNames, WorkerPicker } from './worker-picker.tsx';

interface NavigationProps {
  readonly current: PageName;
  /** Icons alone; their names are in tooltips and for screen readers. */
  readonly isNarrow: boolean;
  readonly onFind: () => void;
}

/** The pages, and which worker they are about where there are several. */
export function Navigation({ current, isNarrow, onFind }: NavigationProps) {
  const { view, worker, texts, go } = useApp();
  const unsaved = Object.keys(useUnsaved().get(worker?.id ?? '') ?? {}).length;
  const links = (at: PageEntry['at']) =>
    PAGES.filter((entry) => entry.at === at && (!entry.isOfWorker || view.workers.length > 0)).map(
      (entry) => (
        <PageLink
          key={entry.name}
          entry={entry}
          isCurrent={entry.name === current}
          isNarrow={isNarrow}
          unsaved={entry.name === 'settings' ? unsaved : 0}
          onGo={go}
        />
      ),
    );
  return (
    <Stack component="nav" aria-label={texts.shell.navigation} gap="xxs" h="100%" p="xs">
      <Brand />
      <FindButton isNarrow={isNarrow} onFind={onFind} />
      {view.workers.length > 1 && (isNarrow ? <WorkerPicker /> : <WorkerSelect />)}
      <ScrollArea flex={1} type="auto" offsetScrollbars="present" scrollbarSize={isNarrow ? 4 : 8}>
        <Stack gap="xxs">{links('top')}</Stack>
      </ScrollArea>
      <Stack gap="xxs">{links('bottom')}</Stack>
    </Stack>
  );
}

/** The icon of the tray, as it is just now; for the eye alone, since the overview has it in words. */
function Brand() {
  const { worker } = useApp();
  return (
    <div className="brand" aria-hidden="true">
      <StatusIcon kind={worker?.status.kind ?? 'stopped'} />
      <span className="brand-name">Buildtray</span>
    </div>
  );
}

interface PageLinkProps {
  readonly entry: PageEntry;
  readonly isCurrent: boolean;
  readonly isNarrow: boolean;
  /** How many changes on the page are not saved. */
  readonly unsaved: number;
  readonly onGo: (name: PageName) => void;
}

/** Drawn again only when it changes itself: another page changes two of them, another state of a worker none. */
const PageLink = memo(function PageLink(props: PageLinkProps) {
  const { entry, isCurrent, isNarrow, unsaved, onGo } = props;
  const texts = useTexts();
  const { name, icon: Picture } = entry;
  const id = useId();
  const label = texts[name].title;
  const key = pageKey(PAGES.indexOf(entry));
  return (
    <Hint label={label} keys={key} isNarrow={isNarrow}>
      <NavLink
        component="button"
        type="button"
        className="nav-link"
        active={isCurrent}
        aria-current={isCurrent ? 'page' : undefined}
        aria-label={label}
        aria-describedby={unsaved > 0 ? id : undefined}
        aria-keyshortcuts={ariaKey(key)}
        label={isNarrow ? undefined : label}
        leftSection={
          <span className="nav-icon">
            <Picture size={20} stroke={1.6} />
            <UnsavedMark id={id} count={unsaved} />
          </span>
        }
        onClick={() => onGo(name)}
      />
    </Hint>
  );
});

interface HintProps {
  readonly label: string;
  readonly keys: string;
  readonly isNarrow: boolean;
  readonly children: ReactElement;
}

/** The shortcut, with the name where only a picture is shown. */
function Hint({ label, keys, isNarrow, children }: HintProps) {
  const { shell } = useTexts();
  const keysText = keyText(keys, shell.keys.names);
  return (
    <Tooltip
      label={isNarrow ? shell.keys.named(label, keysText) : keysText}
      position="right"
      openDelay={isNarrow ? 0 : HINT_DELAY_MS}
    >
      {children}
    </Tooltip>
  );
}

/** Whoever reads the name needs no hint at once. */
const HINT_DELAY_MS = 600;

interface FindButtonProps {
  readonly isNarrow: boolean;
  readonly onFind: () => void;
}

const FindButton = memo(function FindButton({ isNarrow, onFind }: FindButtonProps) {
  const { shell } = useTexts();
  const label = shell.finder.open;
  return (
    <Hint label={label} keys={WINDOW_KEYS.find} isNarrow={isNarrow}>
      <NavLink
        component="button"
        type="button"
        className="nav-link nav-find"
        // Else its name is all that is to be seen.
        aria-label={isNarrow ? label : undefined}
        aria-haspopup="dialog"
        aria-keyshortcuts={ariaKey(WINDOW_KEYS.find)}
        label={isNarrow ? undefined : label}
        leftSection={<IconSearch size={isNarrow ? 20 : 18} stroke={1.6} />}
        rightSection={isNarrow ? undefined : <KeyCap keys={WINDOW_KEYS.find} />}
        onClick={onFind}
      />
    </Hint>
  );
});

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
