import { expect, it } from 'vitest';
import { Lifecycle } from '../../../../main/app/lifecycle.ts';
import { FakeClock } from '../../../support/fake-clock.ts';

function lifecycleOf() {
  const clock = new FakeClock();
  const events: string[] = [];
  const lifecycle = new Lifecycle({
    clock,
    exit: (status) => events.push(`exit ${status}`),
    warn: (sentence) => events.push(sentence),
  });
  return { clock, events, lifecycle };
}

it('lets everybody who joined leave in order, then exits', async () => {
  const { lifecycle, events } = lifecycleOf();
  lifecycle.join('one', async () => {
    await Promise.resolve();
    events.push('one');
  });
  lifecycle.join('two', () => void events.push('two'));
  await lifecycle.leave();
  expect(events).toEqual(['one', 'two', 'exit 0']);
});

it('leaves once, however often it is asked', async () => {
  const { lifecycle, events } = lifecycleOf();
  lifecycle.join('one', () => void events.push('one'));
  expect(lifecycle.isLeaving).toBe(false);
  await Promise.all([lifecycle.leave(), lifecycle.leave()]);
  await lifecycle.leave();
  expect(lifecycle.isLeaving).toBe(true);
  expect(events).toEqual(['one', 'exit 0']);
});

it('goes on when one of them fails', async () => {
  const { lifecycle, events } = lifecycleOf();
  lifecycle.join('one', () => Promise.reject(new Error('the disk is full')));
  lifecycle.join('two', () => void events.push('two'));
  await lifecycle.leave();
  expect(events).toEqual(['one did not end well: the disk is full.', 'two', 'exit 0']);
});

it('leaves without one that takes too long', async () => {
  const { lifecycle, events, clock } = lifecycleOf();
  lifecycle.join('the worker', () => new Promise(() => {}));
  const left = lifecycle.leave();
  await clock.advanceAsync(10_000);
  await left;
  expect(events).toEqual(['the worker takes too long to end; leaving without it.', 'exit 0']);
});
