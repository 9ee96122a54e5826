import { describe, expect, it } from 'vitest';
import { Wakeups } from '../../../../../main/worker/connection/wakeups.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';

function watched() {
  const clock = new FakeClock();
  const reasons: string[] = [];
  const network = { addresses: '192.0.2.1' };
  const wakeups = new Wakeups(
    clock,
    (why) => reasons.push(why),
    () => network.addresses,
  );
  return { clock, reasons, network, wakeups };
}

describe('Wakeups', () => {
  it('is quiet while time and addresses go their way', () => {
    const { clock, reasons } = watched();
    clock.advance(3_600_000);
    expect(reasons).toEqual([]);
  });

  it('notices that the machine slept: the wall clock ran on while timers stood still', () => {
    const { clock, reasons } = watched();
    clock.advance(5_000);
    clock.setWallClock(clock.now() + 3_600_000);
    clock.advance(5_000);
    expect(reasons).toEqual(['this machine was asleep']);
    clock.advance(60_000);
    expect(reasons).toHaveLength(1);
  });

  it('notices other addresses, once', () => {
    const { clock, reasons, network } = watched();
    network.addresses = '198.51.100.7';
    clock.advance(20_000);
    expect(reasons).toEqual(["this machine's network has changed"]);
  });

  it('leaves no timer running', () => {
    const { clock, wakeups } = watched();
    wakeups.dispose();
    expect(clock.pendingTimers).toBe(0);
  });
});
