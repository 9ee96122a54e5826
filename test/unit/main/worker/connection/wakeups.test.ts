import { describe, expect, it } from 'vitest';
import { SilenceWatch } from '../../../../../main/worker/connection/silence-limit.ts';
import { Wakeups } from '../../../../../main/worker/connection/wakeups.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';

function watched() {
  const clock = new FakeClock();
  const heard: string[] = [];
  const network = { addresses: '192.0.2.1' };
  const wakeups = new Wakeups(
    clock,
    (why) => heard.push(why),
    () => network.addresses,
  );
  return { clock, heard, network, wakeups };
}

describe('Wakeups', () => {
  it('is quiet while time and addresses go their way', () => {
    const { clock, heard } = watched();
    clock.advance(3_600_000);
    expect(heard).toEqual([]);
  });

  it('notices that the machine slept: the wall clock ran on while timers stood still', () => {
    const { clock, heard } = watched();
    clock.advance(5_000);
    clock.setWallClock(clock.now() + 3_600_000);
    clock.advance(5_000);
    expect(heard).toEqual(['this machine was asleep']);
    clock.advance(60_000);
    expect(heard).toHaveLength(1);
  });

  it('notices other addresses, once', () => {
    const { clock, heard, network } = watched();
    network.addresses = '198.51.100.7';
    clock.advance(20_000);
    expect(heard).toEqual(["this machine's network has changed"]);
  });

  it('leaves no timer behind', () => {
    const { clock, wakeups } = watched();
    wakeups.dispose();
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('SilenceWatch', () => {
  it('calls back after the limit, counted from the last word', () => {
    const clock = new FakeClock();
    let calls = 0;
    const watch = new SilenceWatch(clock, 1000, () => {
      calls += 1;
    });
    clock.advance(900);
    watch.heard();
    clock.advance(999);
    expect(calls).toBe(0);
    clock.advance(1);
    expect(calls).toBe(1);
    expect(watch.lastHeardMs).toBe(900);
    expect(clock.pendingTimers).toBe(0);
  });
});
