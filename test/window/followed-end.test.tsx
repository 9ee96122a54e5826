import { MantineProvider } from '@mantine/core';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppProvider } from '../../renderer/components/app-context.tsx';
import { FollowingPane } from '../../renderer/components/output/following-pane.tsx';
import { LinePane } from '../../renderer/components/output/line-pane.tsx';
import { sampleView } from './support/samples.ts';

const LINE_PX = 18;
const RealObserver = globalThis.ResizeObserver;
const observers = new Set<(entries: readonly unknown[]) => void>();

/** Reports another size when the test does. */
class ManualObserver {
  constructor(callback: (entries: readonly unknown[]) => void) {
    observers.add(callback);
  }
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

beforeEach(() => {
  Object.assign(globalThis, { ResizeObserver: ManualObserver });
});
afterEach(() => {
  observers.clear();
  Object.assign(globalThis, { ResizeObserver: RealObserver });
});

/** A pane as a browser lays it out: what it holds, how much of that is in view, and where. */
class Layout {
  contentPx = 0;
  viewPx = 200;
  readonly pane: HTMLElement;
  #top = 0;

  constructor(pane: HTMLElement) {
    this.pane = pane;
    Object.defineProperties(pane, {
      scrollHeight: { get: () => this.contentPx },
      clientHeight: { get: () => this.viewPx },
      scrollTop: { get: () => this.#top, set: (top: number) => this.#scroll(top) },
    });
  }

  get isAtEnd(): boolean {
    return this.#top === this.contentPx - this.viewPx;
  }

  /** The reader turns the wheel. */
  turn(px: number): void {
    this.#scroll(this.#top + px);
    fireEvent.scroll(this.pane);
  }

  /** The pane gets another height; browsers announce that as a scroll, before observers are called. */
  resize(viewPx: number): void {
    this.viewPx = viewPx;
    this.#scroll(this.#top);
    fireEvent.scroll(this.pane);
    act(() => {
      for (const resized of observers) resized([]);
    });
  }

  #scroll(top: number): void {
    this.#top = Math.max(0, Math.min(top, this.contentPx - this.viewPx));
  }
}

const lines = (count: number) =>
  Array.from({ length: count }, (_line, number) => ({
    number,
    stream: 'stdout',
    text: `${number}`,
  }));

const PANES = {
  LinePane: (count: number) => <LinePane label="pane" lines={lines(count)} empty="" />,
  FollowingPane: (count: number) => (
    <FollowingPane label="pane" version={count}>
      {count}
    </FollowingPane>
  ),
};

function open(name: keyof typeof PANES) {
  const page = (count: number) => (
    <MantineProvider>
      <AppProvider
        view={sampleView()}
        worker={undefined}
        chooseWorker={() => {}}
        requested={{}}
        go={() => {}}
      >
        {PANES[name](count)}
      </AppProvider>
    </MantineProvider>
  );
  const { rerender } = render(page(0));
  const layout = new Layout(screen.getByLabelText('pane'));
  const print = (count: number): void => {
    layout.contentPx = count * LINE_PX;
    rerender(page(count));
  };
  print(100);
  return { layout, print };
}

describe.each(['LinePane', 'FollowingPane'] as const)('the end of a %s', (name) => {
  it('is followed after the pane has become smaller, larger, and smaller again', () => {
    const { layout, print } = open(name);
    for (const [at, viewPx] of [120, 500, 90].entries()) {
      layout.resize(viewPx);
      expect(layout.isAtEnd).toBe(true);
      print(101 + at);
      expect(layout.isAtEnd).toBe(true);
    }
  });

  it('is left when the reader scrolls up, and a resize leads nobody back', () => {
    const { layout, print } = open(name);
    layout.turn(-300);
    const { scrollTop } = layout.pane;
    print(150);
    layout.resize(150);
    expect(layout.pane.scrollTop).toBe(scrollTop);
    layout.turn(5_000);
    print(160);
    expect(layout.isAtEnd).toBe(true);
  });

  it('is followed when a scroll bar has taken some of the height while more came', () => {
    const { layout, print } = open(name);
    layout.viewPx -= 15;
    print(120);
    fireEvent.scroll(layout.pane);
    expect(layout.isAtEnd).toBe(true);
  });
});
