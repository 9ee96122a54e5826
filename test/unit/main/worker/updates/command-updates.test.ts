import { expect, it } from 'vitest';
import type { Update } from '../../../../../main/worker/update.ts';
import {
  CommandUpdates,
  type UpdateSettings,
} from '../../../../../main/worker/updates/command-updates.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';

function makeUpdates(settings?: Partial<UpdateSettings>) {
  const clock = new FakeClock(0);
  /** What left, and when. */
  const sent: unknown[] = [];
  const link = {
    isWritable: true,
    onWritableChanged: () => ({ dispose: () => {} }),
    sendUpdates: (updates: readonly Update[]) =>
      void sent.push([clock.monotonicMs(), ...updates.map(shown)]),
  };
  const updates = new CommandUpdates({ link, clock, unicodeEncoding: 'utf-8', settings });
  return { clock, updates, sent };
}

function shown(update: Update): string {
  if (update.kind === 'value') return `${update.key}=${String(update.value)}`;
  const name = update.kind === 'log' ? `log ${update.logName}` : update.stream;
  return `${name}: ${Buffer.from(update.lines.utf8).toString('utf8').trimEnd()}`;
}

it('lets output that follows a silence leave after a quarter of a second', () => {
  const { clock, updates, sent } = makeUpdates();
  updates.stdout('one\n');
  clock.advance(249);
  expect(sent).toEqual([]);
  clock.advance(1);
  expect(sent).toEqual([[250, 'stdout: one']]);
  expect(clock.pendingTimers).toBe(0);
});

it('waits longer from batch to batch while output goes on', () => {
  const { clock, updates, sent } = makeUpdates({ delayMs: 1000 });
  for (let line = 0; line < 50; line += 1) {
    updates.stdout('x\n');
    clock.advance(100);
  }
  const times = sent.map((batch) => (Array.isArray(batch) ? batch[0] : undefined));
  expect(times).toEqual([250, 800, 1800, 2800, 3800, 4800]);
});

it('keeps values in their place, and sends unfinished lines only when flushed, by name', () => {
  const { updates, sent } = makeUpdates();
  updates.output('stdout', Buffer.from('whole\nunfin'));
  updates.logOutput('a.log', Buffer.from('log'));
  updates.value('rc', 0);
  updates.flush();
  expect(sent).toEqual([[0, 'stdout: whole', 'rc=0', 'log a.log: log', 'stdout: unfin']]);
});

it('decodes each stream by itself', () => {
  const { updates, sent } = makeUpdates();
  const [first, second] = [Buffer.from('ü').subarray(0, 1), Buffer.from('ü').subarray(1)];
  updates.output('stdout', first);
  updates.output('stderr', first);
  updates.output('stdout', second);
  updates.output('stderr', second);
  updates.flush();
  expect(sent).toEqual([[0, 'stderr: ü', 'stdout: ü']]);
});

it('leaves no timer running once it is disposed of', () => {
  const { clock, updates, sent } = makeUpdates();
  updates.stdout('one\n');
  updates.dispose();
  clock.advance(10_000);
  expect([sent, clock.pendingTimers]).toEqual([[], 0]);
});
