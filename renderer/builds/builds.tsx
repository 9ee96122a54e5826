import { Button, CloseButton, Drawer, Paper, Stack, Text } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { BuildDetails as Build } from '../../main/contract/builds/build-history.ts';
import { api } from '../components/api.ts';
import { reportRefusal, useApp, useTexts } from '../components/app-context.tsx';
import { ConfirmDialog } from '../components/confirm-dialog.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { LoadFailure } from '../components/load-failure.tsx';
import { Loading } from '../components/loading.tsx';
import { Page } from '../components/page.tsx';
import type { Snapshot } from '../components/use-snapshot.ts';
import { BuildDetails } from './build-details.tsx';
import { BuildList } from './build-list.tsx';
import { Durations } from './durations.tsx';
import { FilterBar } from './filter-bar.tsx';
import { Timeline } from './timeline.tsx';
import { NO_FILTER, useBuildDetails, useBuilds } from './use-builds.ts';
import './builds.css';

/** In em, so that larger text counts as a narrower window. */
const WIDE = '(min-width: 75em)';
const TYPING_MS = 200;

/** What ran on this machine. */
export function Builds() {
  const { worker } = useApp();
  return worker && <BuildsPage workerId={worker.id} />;
}

function BuildsPage({ workerId }: { readonly workerId: string }) {
  const { texts, go } = useApp();
  const { builds: words, rehearsal } = texts;
  const [filter, setFilter] = useRequestedFilter();
  const onBuilder = useCallback(
    (builderName: string) => setFilter({ ...NO_FILTER, builderName }),
    [setFilter],
  );
  const [settled] = useDebouncedValue(filter, TYPING_MS);
  const [offset, setOffset] = useState(0);
  const found = useBuilds(workerId, settled, offset);
  const page = found.value;
  const [chosen, setChosen] = useRequestedBuild();
  const details = useBuildDetails(workerId, chosen);
  const isWide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false }) ?? true;
  if (page === undefined) return <Loading of={found} />;
  if (page.kept === 0) {
    return (
      <Page name="builds" about={words.about}>
        <EmptyState
          sign="building"
          title={words.empty}
          action={{ label: rehearsal.title, onClick: () => go('rehearsal') }}
        >
          {words.emptyHelp}
        </EmptyState>
      </Page>
    );
  }
  const { builderNames, count, kept } = page;
  const durations = <Durations workerId={workerId} filter={settled} />;
  const opening = { isOpen: chosen !== undefined, onClose: () => setChosen(undefined) };
  return (
    <Page
      name="builds"
      about={words.about}
      actions={<ClearHistory workerId={workerId} kept={kept} />}
    >
      <LoadFailure of={found} />
      <Stack gap="xs">
        <FilterBar filter={filter} builderNames={builderNames} onChange={setFilter} />
        {/* What a search found is announced; that one more build came is not. */}
        <Text size="sm" className="quiet" role={count < kept ? 'status' : undefined}>
          {words.found(count, kept)}
        </Text>
      </Stack>
      {count === 0 ? (
        <EmptyState
          sign="connecting"
          title={words.noneFound}
          action={{ label: words.showAll, onClick: () => setFilter(NO_FILTER) }}
        />
      ) : (
        <>
          <div className="builds-columns">
            <Stack gap="md" miw={0}>
              <Timeline
                workerId={workerId}
                filter={settled}
                chosen={details.value ?? undefined}
                onChoose={setChosen}
              />
              {!isWide && durations}
              <BuildList
                page={page}
                chosen={chosen}
                onChoose={setChosen}
                onBuilder={onBuilder}
                onPart={setOffset}
              />
            </Stack>
            {isWide && (
              <DetailsPane workerId={workerId} details={details} {...opening}>
                {durations}
              </DetailsPane>
            )}
          </div>
          {!isWide && <DetailsDrawer workerId={workerId} details={details} {...opening} />}
        </>
      )}
    </Page>
  );
}

/** Every build, or those of the builder that was asked for with the page. */
function useRequestedFilter() {
  const { requested } = useApp();
  const [filter, setFilter] = useState({ ...NO_FILTER, builderName: requested.builderName });
  useEffect(() => {
    const { builderName } = requested;
    if (builderName !== undefined) setFilter({ ...NO_FILTER, builderName });
  }, [requested]);
  return [filter, setFilter] as const;
}

/** The build that is shown: the one that was asked for with the page, until another one is chosen. */
function useRequestedBuild() {
  const { requested } = useApp();
  const [chosen, setChosen] = useState(requested.buildId);
  useEffect(() => {
    if (requested.buildId !== undefined) setChosen(requested.buildId);
  }, [requested]);
  return [chosen, setChosen] as const;
}

interface DetailsProps {
  readonly workerId: string;
  readonly details: Snapshot<Build | null>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Beside the list, where there is room; in place of what is shown while no build is chosen. */
function DetailsPane(props: DetailsProps & { readonly children: ReactNode }) {
  const { workerId, details, isOpen, onClose, children } = props;
  const words = useTexts().builds.details;
  if (!isOpen) {
    return (
      <Stack gap="md" className="build-side">
        {children}
        <Text size="sm" className="quiet">
          {words.choose}
        </Text>
      </Stack>
    );
  }
  return (
    <Paper withBorder p="md" component="section" className="build-side" aria-label={words.label}>
      <CloseButton className="build-close" aria-label={words.close} onClick={onClose} />
      <BuildDetails workerId={workerId} details={details} />
    </Paper>
  );
}

/** Over the list, where there is none. */
function DetailsDrawer({ workerId, details, isOpen, onClose }: DetailsProps) {
  const words = useTexts().builds.details;
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size="min(560px, 92vw)"
      title={words.label}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <BuildDetails workerId={workerId} details={details} />
    </Drawer>
  );
}

interface ClearHistoryProps {
  readonly workerId: string;
  readonly kept: number;
}

function ClearHistory({ workerId, kept }: ClearHistoryProps) {
  const texts = useTexts();
  const { clear } = texts.builds;
  const [isOpen, setIsOpen] = useState(false);
  const confirm = async (): Promise<void> => {
    const cleared = await api.builds.clear(workerId);
    setIsOpen(false);
    if (!cleared.ok) reportRefusal(texts, cleared.problem);
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTrash size={16} />}
        onClick={() => setIsOpen(true)}
      >
        {clear.button}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        title={clear.title}
        confirm={clear.confirm}
        isDangerous
        onConfirm={() => void confirm()}
        onCancel={() => setIsOpen(false)}
      >
        <Text>{clear.text(kept)}</Text>
      </ConfirmDialog>
    </>
  );
}
