import { expect, it } from 'vitest';
import { ClosingHint } from '../../../../main/app/closing-hint.ts';

it('shows where the app goes on at the first close alone, of this start and of all later ones', () => {
  let kept = { hasSeenClosingHint: false };
  let shown = 0;
  const start = () =>
    new ClosingHint({
      settings: {
        get current() {
          return kept as never;
        },
        change: (changes) => {
          kept = { ...kept, ...(changes as typeof kept) };
        },
      },
      show: () => {
        shown += 1;
      },
    });
  const first = start();
  expect(shown).toBe(0);
  first.windowClosed();
  first.windowClosed();
  start().windowClosed();
  expect(shown).toBe(1);
});
