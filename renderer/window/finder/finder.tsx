import { Modal, Text, TextInput } from '@mantine/core';
import {
  IconBolt,
  IconHammer,
  IconLayoutDashboard,
  IconSearch,
  IconServer,
  IconSettings,
} from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { reportRefusal, useApp } from '../../components/app-context.tsx';
import type { Icon } from '../../components/icon.ts';
import { KeyCap } from '../../components/keys/key-cap.tsx';
import { findItems } from './find-items.ts';
import type { FinderItem, FinderKind } from './finder-items.ts';
import { useFinderItems } from './use-finder-items.ts';
import './finder.css';

interface FinderProps {
  readonly onClose: () => void;
  readonly onKeys: () => void;
}

/** Everything there is, found by typing: arrow keys choose, Enter goes there or does it. */
export function Finder({ onClose, onKeys }: FinderProps) {
  const { texts } = useApp();
  const words = texts.shell.finder;
  const items = useFinderItems(onKeys);
  const [query, setQuery] = useState('');
  const isTyped = query.trim() !== '';
  const found = isTyped ? findItems(items, query) : items.filter(isAtHand);
  const [at, setAt] = useState(0);
  const chosen = found[Math.min(at, found.length - 1)];
  const listId = useId();
  const idOf = (item: FinderItem): string => `${listId}-${item.id}`;
  const choose = (item: FinderItem | undefined): void => {
    if (item === undefined) return;
    onClose();
    if (item.refusal === undefined) item.run();
    else reportRefusal(texts, item.refusal);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const next = placeAfter(event.key, at, found.length);
    if (next === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (next === undefined) choose(chosen);
    else setAt(next);
  };
  return (
    <Modal.Root opened onClose={onClose} size="lg" yOffset="12vh" padding={0}>
      <Modal.Overlay />
      <Modal.Content aria-label={words.title}>
        <TextInput
          className="finder-field"
          data-autofocus
          variant="unstyled"
          role="combobox"
          aria-label={words.label}
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={chosen && idOf(chosen)}
          placeholder={words.label}
          spellCheck={false}
          leftSection={<IconSearch size={18} aria-hidden="true" />}
          value={query}
          onChange={({ currentTarget }) => {
            setQuery(currentTarget.value);
            setAt(0);
          }}
          onKeyDown={pressed}
        />
        <div
          id={listId}
          className="finder-list"
          role="listbox"
          tabIndex={-1}
          aria-label={words.title}
        >
          {found.map((item, place) => (
            <Row
              key={item.id}
              id={idOf(item)}
              item={item}
              isChosen={item === chosen}
              onPoint={() => setAt(place)}
              onChoose={() => choose(item)}
            />
          ))}
        </div>
        <div className="finder-foot">
          <Text size="xs" className="quiet" role="status">
            {isTyped ? words.found(found.length) : words.help}
          </Text>
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}

/** What is shown before anything is typed. */
function isAtHand({ kind, refusal }: FinderItem): boolean {
  return kind === 'page' || (kind === 'action' && refusal === undefined);
}

/** Undefined for a key that leads nowhere. */
function placeAfter(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % Math.max(1, count);
    case 'ArrowUp':
      return (at + count - 1) % Math.max(1, count);
    case 'PageDown':
      return Math.min(count - 1, at + PAGE);
    case 'PageUp':
      return Math.max(0, at - PAGE);
    default:
      return undefined;
  }
}

const PAGE = 8;

const ICONS: Readonly<Record<FinderKind, Icon>> = {
  page: IconLayoutDashboard,
  action: IconBolt,
  worker: IconServer,
  setting: IconSettings,
  builder: IconHammer,
};

interface RowProps {
  readonly id: string;
  readonly item: FinderItem;
  readonly isChosen: boolean;
  /** The pointer has moved over it: that a list moves below a pointer at rest changes nothing. */
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

function Row({ id, item, isChosen, onPoint, onChoose }: RowProps) {
  const { texts } = useApp();
  const { kind, label, about, icon: Picture = ICONS[kind], key, refusal } = item;
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus, and the keys
    <div
      ref={row}
      id={id}
      className="finder-item"
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-disabled={refusal !== undefined || undefined}
      onMouseMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <Picture size={18} stroke={1.6} />
      <span className="finder-words">
        <span className="finder-label">{label}</span>
        <span className="finder-note">{refusal ?? about}</span>
      </span>
      {key === undefined ? (
        <span className="finder-note">{texts.shell.finder.kinds[kind]}</span>
      ) : (
        <KeyCap keys={key} />
      )}
    </div>
  );
}
