import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { LogRow } from '../../main/contract/log/log-rows.ts';
import { main } from './support/main.ts';
import { fill, openPage, words } from './support/open-window.tsx';
import { sampleExtent } from './support/samples.ts';

function row(line: number): LogRow {
  return {
    line,
    at: Date.UTC(2026, 10, 27, 9, 0, line),
    level: line === 1 ? 'warn' : 'info',
    subject: 'worker',
    message: `message ${line}`,
    isContinued: false,
    cutBytes: 0,
  };
}

function openLog(lines = 3) {
  main.answer({
    log: {
      open: () => ({ ok: true, value: { tail: [], extent: sampleExtent(lines) } }),
      slice: ({ filter, firstRow }) => ({
        generation: 1,
        filter,
        firstRow,
        rows: Array.from({ length: lines }, (_row, line) => row(line)),
      }),
    },
  });
  return openPage('log');
}

describe('the log', () => {
  it('shows the rows that it asked main for', async () => {
    await openLog();
    const log = within(await screen.findByRole('log'));
    expect(await log.findByText(/message 0/)).toBeDefined();
    expect(log.getByText(/message 2/)).toBeDefined();
    expect(screen.getByTestId('log-size').textContent).toBe(words.log.size(sampleExtent(3)));
  });

  it('says that nothing is as severe, and leads back to all lines', async () => {
    const user = await openLog();
    await user.click(await screen.findByRole('radio', { name: words.log.filters.error }));
    await user.click(await screen.findByRole('button', { name: words.log.showAll }));
    const all = screen.getByRole<HTMLInputElement>('radio', { name: words.log.filters.info });
    expect(all.checked).toBe(true);
  });

  it('follows the log of its own worker', async () => {
    await openLog();
    await screen.findByText(/message 0/);
    act(() => main.emit('log.changed', { workerId: 'another', extent: sampleExtent(9) }));
    expect(screen.getByTestId('log-size').textContent).toBe(words.log.size(sampleExtent(3)));
    act(() => main.emit('log.changed', { workerId: 'w1', extent: sampleExtent(4) }));
    expect(screen.getByTestId('log-size').textContent).toBe(words.log.size(sampleExtent(4)));
  });

  it('is followed after its pane has become larger, until the reader scrolls up', async () => {
    await openLog(500);
    const pane = await screen.findByRole('log');
    const layout = { viewPx: pane.clientHeight, top: pane.scrollTop };
    const end = () => 500 * 20 - layout.viewPx;
    Object.defineProperties(pane, {
      clientHeight: { get: () => layout.viewPx },
      scrollTop: {
        get: () => layout.top,
        set: (top: number) => {
          layout.top = Math.max(0, Math.min(top, end()));
        },
      },
    });
    const follow = screen.getByRole('button', { pressed: true });
    expect(layout.top).toBe(end());
    layout.viewPx = 700;
    layout.top = end();
    fireEvent.scroll(pane);
    expect(follow.getAttribute('aria-pressed')).toBe('true');
    layout.top -= 300;
    fireEvent.scroll(pane);
    expect(follow.getAttribute('aria-pressed')).toBe('false');
  });

  it('reports why it cannot be read', async () => {
    main.answer({ log: { open: () => ({ ok: false, problem: 'The disk is gone.' }) } });
    await openPage('log');
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is gone.');
  });

  it('asks for another selection of rows with another filter', async () => {
    const user = await openLog();
    await screen.findByText(/message 0/);
    const extent = { ...sampleExtent(3), rows: { info: 3, warn: 1, error: 0 } };
    act(() => main.emit('log.changed', { workerId: 'w1', extent }));
    await user.click(screen.getByRole('radio', { name: words.log.filters.warn }));
    expect(main.argumentsOf('log.slice')).toContainEqual({
      filter: 'warn',
      firstRow: 0,
      count: expect.any(Number),
    });
  });

  it('searches as it is typed, and goes to the newest hit', async () => {
    main.answer({ log: { lineOfHit: () => 1, rowOf: () => 1 } });
    const user = await openLog();
    const query = {
      text: 'message',
      isPattern: false,
      matchesCase: false,
      filter: 'info',
    } as const;
    main.answer({
      log: {
        search: (asked) => {
          const state = { scannedBytes: 120, totalBytes: 120, hits: 2, reachable: 2 };
          main.emit('log.searched', { query: asked, state: { ...state, end: { kind: 'done' } } });
        },
      },
    });
    await fill(user, await screen.findByRole('searchbox'), 'message');
    expect(await screen.findByText(words.log.search.place(1, 2))).toBeDefined();
    expect(main.argumentsOf('log.search').at(-1)).toEqual(query);
    expect(main.argumentsOf('log.lineOfHit').at(-1)).toBe(0);
  });

  it('changes the rotation', async () => {
    const user = await openLog();
    await user.click(await screen.findByRole('button', { name: words.log.rotation.change }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('checkbox', { name: words.log.rotation.keepsAll }));
    await user.click(dialog.getByRole('button', { name: words.common.save }));
    expect(main.argumentsOf('log.changeRotation')).toEqual([
      { workerId: 'w1', logSize: 10_000_000, logCount: null },
    ]);
  });

  it('lets the log go with the page', async () => {
    const user = await openLog();
    await screen.findByText(/message 0/);
    const before = main.argumentsOf('log.close').length;
    await user.click(screen.getByRole('button', { name: words.overview.title }));
    expect(main.argumentsOf('log.close')).toHaveLength(before + 1);
    expect(main.listenersOf('log.changed')).toBe(0);
  });
});
