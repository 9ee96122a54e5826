import { describe, expect, it } from 'vitest';
import { LineCounter } from '../../../../../main/worker/process/line-counter.ts';
import { type Excess, ProcessLimits } from '../../../../../main/worker/process/process-limits.ts';
import type { ProcessRequest } from '../../../../../main/worker/process/process-request.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';

function limited(limits: Partial<ProcessRequest>) {
  const clock = new FakeClock();
  const excesses: Excess[] = [];
  const commandLine = { kind: 'text', text: '' } as const;
  const request = { commandLine, workdir: '/', ...limits };
  const guard = new ProcessLimits(request, clock, (excess) => excesses.push(excess));
  guard.start();
  return { clock, guard, excesses };
}

const SILENT = {
  failureReason: 'timeout_without_output',
  text: 'command timed out: 10 seconds without output',
};

describe('a time without output', () => {
  it('begins again with each output', () => {
    const { clock, guard, excesses } = limited({ timeoutSeconds: 10 });
    clock.advance(9_999);
    guard.outputCame();
    clock.advance(9_999);
    expect(excesses).toEqual([]);
    clock.advance(1);
    expect(excesses).toEqual([SILENT]);
    expect(clock.pendingTimers).toBe(0);
  });

  it('rests while the process is held back, and begins again afterwards', () => {
    const { clock, guard, excesses } = limited({ timeoutSeconds: 10 });
    clock.advance(5_000);
    guard.setHeld(true);
    clock.advance(100_000);
    guard.setHeld(false);
    clock.advance(9_999);
    expect(excesses).toEqual([]);
    clock.advance(1);
    expect(excesses).toEqual([SILENT]);
  });
});

it('allows a time in all, held back or not', () => {
  const { clock, guard, excesses } = limited({ maxTimeSeconds: 3, timeoutSeconds: 3 });
  guard.setHeld(true);
  clock.advance(3_000);
  const text = 'command timed out: 3 seconds elapsed';
  expect(excesses).toEqual([{ failureReason: 'timeout', text }]);
});

describe('a number of lines', () => {
  it('is counted over both streams and exceeded once', () => {
    const { guard, excesses } = limited({ maxLines: 3 });
    guard.count('stdout', Buffer.from('1\n2\nunfinished'));
    guard.count('stderr', Buffer.from('3\n'));
    expect(excesses).toEqual([]);
    guard.count('stdout', Buffer.from('\n5\n'));
    guard.count('stdout', Buffer.from('6\n'));
    const text = 'command exceeds max lines: 5/3 written/allowed';
    expect(excesses).toEqual([{ failureReason: 'max_lines_failure', text }]);
  });

  it('may be none at all', () => {
    const { guard, excesses } = limited({ maxLines: 0 });
    guard.count('stdout', Buffer.from('x'));
    expect(excesses).toEqual([]);
    guard.count('stdout', Buffer.from('\n'));
    expect(excesses).toHaveLength(1);
  });

  it('counts each kind of line end once, wherever the bytes are cut', () => {
    const bytes = Buffer.from('a\nb\r\nc\rd\r\r\n\n\r');
    for (let cut = 0; cut <= bytes.length; cut++) {
      const counter = new LineCounter();
      counter.add(bytes.subarray(0, cut));
      counter.add(bytes.subarray(cut));
      expect(counter.lines).toBe(7);
    }
  });
});

it('sets no timer without limits, and none after the end', () => {
  expect(limited({ timeoutSeconds: 0, maxTimeSeconds: 0 }).clock.pendingTimers).toBe(0);
  const { clock, guard } = limited({ timeoutSeconds: 1, maxTimeSeconds: 1 });
  guard.stop();
  guard.setHeld(true);
  guard.setHeld(false);
  expect(clock.pendingTimers).toBe(0);
});
