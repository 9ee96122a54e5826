import { expect, it, vi } from 'vitest';
import { Emitter } from '../../../../main/lib/emitter.ts';

it('calls every listener until its own teardown', () => {
  const emitter = new Emitter<number>();
  const seen: string[] = [];
  const first = emitter.on((value) => seen.push(`first ${value}`));
  emitter.on((value) => seen.push(`second ${value}`));
  emitter.emit(1);
  first.dispose();
  first.dispose();
  emitter.emit(2);
  expect(seen).toEqual(['first 1', 'second 1', 'second 2']);
});

it('calls a function that was added twice twice, and once when one of them is taken away', () => {
  const emitter = new Emitter<void>();
  const listener = vi.fn();
  const first = emitter.on(listener);
  emitter.on(listener);
  emitter.emit();
  expect(listener).toHaveBeenCalledTimes(2);
  first.dispose();
  emitter.emit();
  expect(listener).toHaveBeenCalledTimes(3);
});

it('knows whether anybody listens', () => {
  const emitter = new Emitter<void>();
  const listening = emitter.on(() => {});
  expect(emitter.hasListeners).toBe(true);
  listening.dispose();
  expect(emitter.hasListeners).toBe(false);
});

it('goes on to the next listener when one throws, and throws on its own', () => {
  const thrown: (() => void)[] = [];
  const queued = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation((task) => {
    thrown.push(task);
  });
  const emitter = new Emitter<void>();
  const second = vi.fn();
  emitter.on(() => {
    throw new Error('first');
  });
  emitter.on(second);
  emitter.emit();
  queued.mockRestore();
  expect(second).toHaveBeenCalledOnce();
  expect(() => thrown[0]?.()).toThrow('first');
});
