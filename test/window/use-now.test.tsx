import { act, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useNow } from '../../renderer/components/use-now.ts';

afterEach(() => {
  vi.useRealTimers();
});

function Clock() {
  return <output>{useNow()}</output>;
}

it('has one time for all that count, however long ago each of them was shown', () => {
  vi.useFakeTimers({ now: 10_300 });
  const shown = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
  render(<Clock />);
  act(() => vi.advanceTimersByTime(400));
  render(<Clock />);
  expect(shown()).toEqual(['10000', '10000']);
  act(() => vi.advanceTimersByTime(299));
  expect(shown()).toEqual(['10000', '10000']);
  act(() => vi.advanceTimersByTime(1));
  expect(shown()).toEqual(['11000', '11000']);
  act(() => vi.advanceTimersByTime(60_000));
  expect(shown()).toEqual(['71000', '71000']);
});
