import { ActionIcon, Group, Progress, Text, TextInput, Tooltip } from '@mantine/core';
import {
  IconChevronDown,
  IconChevronUp,
  IconLetterCase,
  IconRegex,
  IconSearch,
  IconX,
} from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { LogSearchState } from '../../main/contract/log/log-rows.ts';
import type { Texts } from '../../main/texts/texts.ts';
import { useTexts } from '../components/app-context.tsx';
import type { Icon } from '../components/icon.ts';
import { pressedKey, WINDOW_KEYS } from '../components/keys/window-keys.ts';
import { Tool } from '../components/tool.tsx';
import { type LogSearch, NO_SEARCH, type SearchRequest } from './use-log-search.ts';

interface SearchBarProps {
  readonly request: SearchRequest;
  readonly onRequest: (request: SearchRequest) => void;
  readonly search: LogSearch;
}

/** Looks for words in the whole log: Ctrl+F goes here, Enter to the next hit, Esc ends it. */
export function SearchBar({ request, onRequest, search }: SearchBarProps) {
  const { log, say } = useTexts();
  const field = useRef<HTMLInputElement>(null);
  useFindKey(() => field.current?.select());
  const { state } = search;
  const isRunning = search.query !== undefined && state?.end === undefined;
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onRequest({ ...request, text: '' });
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (event.shiftKey) search.newer();
    else search.older();
  };
  const problem = state?.end?.kind === 'failed' ? say(state.end.problem) : undefined;
  return (
    <div className="log-search">
      <Group gap="xxs" wrap="nowrap">
        <TextInput
          ref={field}
          flex={1}
          type="search"
          aria-label={log.search.label}
          placeholder={log.search.label}
          spellCheck={false}
          value={request.text}
          error={problem !== undefined}
          leftSection={<IconSearch size={16} />}
          onChange={({ currentTarget }) => onRequest({ ...request, text: currentTarget.value })}
          onKeyDown={pressed}
        />
        <Toggle
          icon={IconLetterCase}
          label={log.search.matchCase}
          isOn={request.matchesCase}
          onChange={(matchesCase) => onRequest({ ...request, matchesCase })}
        />
        <Toggle
          icon={IconRegex}
          label={log.search.pattern}
          isOn={request.isPattern}
          onChange={(isPattern) => onRequest({ ...request, isPattern })}
        />
        {search.query && (
          <>
            <Tool isLarge icon={IconChevronUp} label={log.search.older} onClick={search.older} />
            <Tool isLarge icon={IconChevronDown} label={log.search.newer} onClick={search.newer} />
            <Tool
              isLarge
              icon={IconX}
              label={isRunning ? log.search.cancel : log.search.clear}
              onClick={() =>
                isRunning ? search.cancel() : onRequest({ ...NO_SEARCH, ...modes(request) })
              }
            />
          </>
        )}
      </Group>
      {search.query && (
        <Group gap="xs" mt="xxs" h={18} wrap="nowrap">
          <Text
            size="xs"
            className={problem === undefined ? 'quiet' : 'bad'}
            role="status"
            data-testid="search-state"
          >
            {problem ?? searchText(log, state, search.current)}
          </Text>
          {isRunning && (
            <Progress
              value={shareOf(state) * 100}
              size="xs"
              flex={1}
              maw={240}
              aria-hidden="true"
            />
          )}
        </Group>
      )}
    </div>
  );
}

function modes({ isPattern, matchesCase }: SearchRequest) {
  return { isPattern, matchesCase };
}

function searchText(
  { search }: Texts['log'],
  state: LogSearchState | undefined,
  current: number | undefined,
): string {
  const { hits = 0, reachable = 0, end } = state ?? {};
  if (end === undefined) return search.progress(shareOf(state), hits);
  if (end.kind === 'cancelled') return search.cancelled(hits);
  if (hits === 0) return search.none;
  const place = current === undefined ? search.found(hits) : search.place(current + 1, hits);
  return hits > reachable ? `${place}. ${search.reachable(reachable)}` : place;
}

function shareOf(state: LogSearchState | undefined): number {
  if (state === undefined || state.totalBytes === 0) return 0;
  return state.scannedBytes / state.totalBytes;
}

function useFindKey(find: () => void): void {
  useEffect(() => {
    const pressed = (event: globalThis.KeyboardEvent): void => {
      if (pressedKey(event) !== WINDOW_KEYS.search) return;
      event.preventDefault();
      find();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  });
}

interface ToggleProps {
  readonly icon: Icon;
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Toggle({ icon: Picture, label, isOn, onChange }: ToggleProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={isOn ? 'light' : 'subtle'}
        {...(!isOn && { color: 'gray' })}
        size="lg"
        aria-label={label}
        aria-pressed={isOn}
        onClick={() => onChange(!isOn)}
      >
        <Picture size={18} />
      </ActionIcon>
    </Tooltip>
  );
}
