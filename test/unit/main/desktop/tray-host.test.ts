import { describe, expect, it } from 'vitest';
import { TrayHost } from '../../../../main/desktop/tray-host.ts';
import { FakeClock } from '../../../support/fake-clock.ts';

describe('a desktop without a tray', () => {
  function hosted(answers: boolean[]) {
    const clock = new FakeClock();
    let changes = 0;
    const host = new TrayHost({
      clock,
      isThere: () => Promise.resolve(answers.shift() ?? false),
      onChanged: () => {
        changes += 1;
      },
    });
    return { clock, host, changes: () => changes };
  }

  it('counts as missing only after the time that panels need to come up', async () => {
    const { clock, host, changes } = hosted([]);
    expect([host.isThere, host.isMissing]).toEqual([true, false]);
    await host.watch();
    expect([host.isThere, host.isMissing, changes()]).toEqual([false, false, 1]);
    await clock.advanceAsync(20_000);
    expect([host.isMissing, changes()]).toEqual([true, 2]);
    await clock.advanceAsync(600_000);
    expect([host.isMissing, changes(), clock.pendingTimers]).toEqual([true, 2, 0]);
  });

  it('is found once its panel is up, and is not looked for any more', async () => {
    const { clock, host, changes } = hosted([false, false, true]);
    await host.watch();
    await clock.advanceAsync(10_000);
    expect([host.isThere, host.isMissing, changes(), clock.pendingTimers]).toEqual([
      ...[true, false, 2, 0],
    ]);
  });
});
