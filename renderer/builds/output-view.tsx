import { Group, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconAlertCircle,
  IconArrowsMaximize,
  IconChevronDown,
  IconChevronUp,
  IconDownload,
  IconSearch,
} from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useMemo, useRef, useState } from 'react';
import type { CommandRecord } from '../../main/contract/builds/build-history.ts';
import type { CommandOfBuild } from '../../main/contract/builds/builds-contract.ts';
import type { CommandText } from '../../main/contract/builds/kept-output.ts';
import { api } from '../components/api.ts';
import { reportRefusal, useTexts } from '../components/app-context.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { pressedKey, WINDOW_KEYS } from '../components/keys/window-keys.ts';
import { Loading } from '../components/loading.tsx';
import { failureLineOf } from '../components/output/failure-line-of.ts';
import { LinePane } from '../components/output/line-pane.tsx';
import { OutputLines } from '../components/output/output-lines.ts';
import { plainText } from '../components/output/plain-text.ts';
import { Tool } from '../components/tool.tsx';
import { useSnapshot } from '../components/use-snapshot.ts';
import { type OutputSearch, useOutputSearch } from './use-output-search.ts';

interface OutputViewProps {
  readonly place: CommandOfBuild;
  readonly command: CommandRecord;
  /** Left out where it is large. */
  readonly onEnlarge?: () => void;
}

/** The kept output of a command that has ended, at what failed. */
export function OutputView(props: OutputViewProps) {
  const { output: words } = useTexts().builds;
  const found = useSnapshot({
    key: JSON.stringify(props.place),
    // A snapshot without a value is one that is on its way.
    load: async () => (await api.builds.output(props.place)) ?? null,
  });
  if (found.value === undefined) return <Loading of={found} />;
  if (found.value === null) {
    return (
      <Text size="xs" className="quiet">
        {words.gone}
      </Text>
    );
  }
  return <KeptOutput {...props} output={found.value} />;
}

interface KeptOutputProps extends OutputViewProps {
  readonly output: CommandText;
}

function KeptOutput({ place, command, output, onEnlarge }: KeptOutputProps) {
  const { output: words } = useTexts().builds;
  const { lines, text } = useMemo(() => readable(output), [output]);
  const failure = useMemo(
    () => (command.isFailure ? failureLineOf(lines) : undefined),
    [command.isFailure, lines],
  );
  const [visit, setVisit] = useState(failure === undefined ? undefined : { index: failure });
  const search = useOutputSearch(lines, setVisit);
  const field = useRef<HTMLInputElement>(null);
  const pressed = (event: KeyboardEvent): void => {
    if (pressedKey(event) !== WINDOW_KEYS.search) return;
    event.preventDefault();
    field.current?.focus();
    field.current?.select();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+F goes to the search from anywhere in it
    <div className="output-view" onKeyDown={pressed}>
      <Group gap="xxs">
        <SearchField search={search} field={field} />
        <Group gap="xxs" wrap="nowrap">
          {failure !== undefined && (
            <Tool
              icon={IconAlertCircle}
              label={words.toFailure}
              onClick={() => setVisit({ index: failure })}
            />
          )}
          <CopyButton text={text} what={words.copy} />
          <SaveTool place={place} />
          {onEnlarge && (
            <Tool icon={IconArrowsMaximize} label={words.enlarge} onClick={onEnlarge} />
          )}
        </Group>
      </Group>
      {output.isCut && (
        <Text size="xs" className="quiet">
          {words.cut(text.length)}
        </Text>
      )}
      <LinePane
        // Large, it is in a dialog that has this name.
        label={onEnlarge ? words.of(command.summary) : words.show}
        lines={lines}
        empty=""
        isOver
        visit={visit}
        query={search.query}
      />
    </div>
  );
}

/** Its lines, and all of it without colours. */
function readable({ pieces }: CommandText) {
  const all = new OutputLines(Number.POSITIVE_INFINITY);
  for (const piece of pieces) all.add(piece);
  return { lines: all.lines, text: plainText(pieces.map((piece) => piece.text).join('')) };
}

interface SearchFieldProps {
  readonly search: OutputSearch;
  readonly field: RefObject<HTMLInputElement | null>;
}

/** Enter goes on to the next line that has it. */
function SearchField({ search, field }: SearchFieldProps) {
  const { output: words } = useTexts().builds;
  const { text, query, count, current = 0 } = search;
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    search.step(event.shiftKey ? -1 : 1);
  };
  return (
    // Beside the tools where there is room.
    <Group gap="xxs" wrap="nowrap" flex="1 1 260px">
      <TextInput
        ref={field}
        flex={1}
        size="xs"
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        spellCheck={false}
        value={text}
        leftSection={<IconSearch size={14} />}
        rightSectionWidth={query ? 84 : 0}
        rightSection={
          <Text size="xs" className="quiet" role="status">
            {query && (count === 0 ? words.none : words.place(current + 1, count))}
          </Text>
        }
        onChange={({ currentTarget }) => search.setText(currentTarget.value)}
        onKeyDown={pressed}
      />
      {count > 1 && (
        <>
          <Tool icon={IconChevronUp} label={words.previous} onClick={() => search.step(-1)} />
          <Tool icon={IconChevronDown} label={words.next} onClick={() => search.step(1)} />
        </>
      )}
    </Group>
  );
}

function SaveTool({ place }: { readonly place: CommandOfBuild }) {
  const texts = useTexts();
  const { output: words } = texts.builds;
  const save = async (): Promise<void> => {
    const saved = await api.builds.saveOutput(place);
    if (!saved.ok) reportRefusal(texts, saved.problem);
    else if (saved.value) {
      const closeButtonProps = { 'aria-label': texts.common.close };
      notifications.show({ message: words.saved, closeButtonProps });
    }
  };
  return <Tool icon={IconDownload} label={words.save} onClick={() => void save()} />;
}
