import { Button, Menu } from '@mantine/core';
import { IconArrowDown, IconCopy } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useLayoutEffect, useRef, useState } from 'react';
import { useTexts } from '../app-context.tsx';
import { ContextMenu } from '../menu/context-menu.tsx';
import { useCopyText } from '../menu/use-copy-text.ts';
import { AnsiText } from './ansi-text.tsx';
import type { OutputLine } from './output-lines.ts';
import { plainText } from './plain-text.ts';
import { segmentsFrom, type TextQuery } from './segments-from.ts';
import { useFollowedEnd } from './use-followed-end.ts';
import './line-pane.css';

interface LinePaneProps {
  readonly label: string;
  readonly lines: readonly OutputLine[];
  /** Shown while there are none. */
  readonly empty: string;
  /** The index of a line that is shown and marked; another object shows the same one again. */
  readonly visit?: { readonly index: number } | undefined;
  /** Whether no other lines will come. */
  readonly isOver?: boolean;
  /** What is highlighted wherever it is found. */
  readonly query?: TextQuery | undefined;
}

const LINE_PX = 18;
const NEAR_END_PX = LINE_PX;
const COLOURS: Readonly<Record<string, string>> = { header: 'quiet', stderr: 'bad' };

/**
 * Lines as they come, of which only those in sight are drawn. It stays at the end until the reader
 * scrolls up; from then on it stands still, whatever comes, until the reader wants to follow again.
 */
export function LinePane(props: LinePaneProps) {
  const { label, lines, empty, visit, isOver = false, query } = props;
  const { common, builds } = useTexts();
  const copyText = useCopyText();
  const pane = useRef<HTMLElement>(null);
  const [held, setHeld] = useState(visit && lines);
  const shown = held ?? lines;
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => pane.current,
    estimateSize: () => LINE_PX,
    getItemKey: (index) => shown[index]?.number ?? index,
    overscan: 12,
    // A screen reader, and a test, finds lines before anything was laid out.
    initialRect: { width: 800, height: 400 },
  });
  const isFollowing = held === undefined;
  const scrolled = useFollowedEnd(pane, {
    nearPx: NEAR_END_PX,
    version: lines,
    isFollowing,
    onFollowing: (follows) => setHeld(follows ? undefined : lines),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another visit moves the pane
  useLayoutEffect(() => {
    if (!visit) return;
    setHeld(lines);
    rows.scrollToIndex(visit.index, { align: 'center' });
  }, [visit]);
  return (
    <div className="line-frame">
      <ContextMenu
        label={label}
        area={(area) => (
          <section
            ref={pane}
            className="pane line-pane"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
            tabIndex={0}
            aria-label={label}
            onScroll={scrolled}
            {...area}
          >
            {shown.length === 0 && <span className="quiet">{empty}</span>}
            <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
              {rows.getVirtualItems().map(({ key, index, start }) => (
                <div
                  key={key}
                  className={`line ${COLOURS[shown[index]?.stream ?? ''] ?? ''}`}
                  data-visited={index === visit?.index || undefined}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <LineText text={shown[index]?.text ?? ''} query={query} />
                </div>
              ))}
            </div>
          </section>
        )}
      >
        <Menu.Item
          leftSection={<IconCopy size={16} />}
          onClick={() => copyText(plainText(lines.map(({ text }) => text).join('\n')))}
        >
          {common.copyThis(builds.output.copy)}
        </Menu.Item>
      </ContextMenu>
      {!isFollowing && !isOver && (
        <Button
          className="line-follow"
          size="xs"
          leftSection={<IconArrowDown size={14} />}
          onClick={() => setHeld(undefined)}
        >
          {common.follow}
        </Button>
      )}
    </div>
  );
}

interface LineTextProps {
  readonly text: string;
  readonly query: TextQuery | undefined;
}

/** A line in its colours, or without them and with what is looked for. */
const LineText = memo(function LineText({ text, query }: LineTextProps) {
  const segments = segmentsFrom(query ? plainText(text) : text, query);
  if (!segments.some(({ isHit }) => isHit)) return <AnsiText text={text} />;
  return segments.map(({ at, text: words, isHit }) =>
    isHit ? <mark key={at}>{words}</mark> : <span key={at}>{words}</span>,
  );
});
