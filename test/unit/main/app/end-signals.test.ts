import { afterEach, beforeEach, expect, it } from 'vitest';
import { END_SIGNALS, type EndSignal, takeEndSignals } from '../../../../main/app/end-signals.ts';

const before = new Map(END_SIGNALS.map((signal) => [signal, process.listeners(signal)]));
beforeEach(() => {
  for (const signal of END_SIGNALS) process.removeAllListeners(signal);
});
afterEach(() => {
  for (const [signal, listeners] of before) {
    process.removeAllListeners(signal);
    for (const listener of listeners) process.on(signal, listener);
  }
});

it('makes one listener the only one of every signal that ends a program', () => {
  const received: string[] = [];
  process.on('SIGTERM', () => received.push('a library'));
  takeEndSignals((signal: EndSignal) => received.push(signal));
  for (const signal of END_SIGNALS) process.emit(signal, signal);
  expect(received).toEqual(['SIGTERM', 'SIGINT', 'SIGHUP']);
});

it('taken again, they still come once', () => {
  const received: string[] = [];
  for (const time of ['first', 'second']) takeEndSignals((signal) => received.push(time + signal));
  process.emit('SIGINT', 'SIGINT');
  process.emit('SIGINT', 'SIGINT');
  expect(received).toEqual(['secondSIGINT', 'secondSIGINT']);
});
