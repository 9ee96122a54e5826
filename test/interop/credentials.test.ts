import { describe, expect, it, onTestFinished } from 'vitest';
import { PROTOCOLS } from '../../main/worker-settings/protocols.ts';
import { candidate } from './support/candidate.ts';
import { InteropRig } from './support/interop-rig.ts';

/** Masters take letters of any alphabet and no spaces. */
const NAMES = ['läptop-von-Jörg', '日本の計算機\u{1f5a5}'] as const;
const PASSWORD = 'mit: Doppelpunkt, "Anführung" \\ und \u{1f5dd} ';

describe.each(PROTOCOLS)('a name and a password of any characters over %s', (protocol) => {
  it('let both workers in', async () => {
    const rig = await InteropRig.withMasterOnly('life', {
      protocol,
      workers: NAMES,
      password: PASSWORD,
    });
    onTestFinished(async () => {
      expect(await rig.stop()).toEqual([]);
    });
    const makers = [
      [NAMES[0], 'python'],
      [NAMES[1], candidate],
    ] as const;
    for (const [name, maker] of makers) {
      await rig.makeDir(name, maker, [], { password: PASSWORD });
      rig.startWorker(name, maker);
    }
    await Promise.all(makers.map(([name]) => rig.attached(name)));
    for (const [name] of makers) {
      const { results, steps } = await rig.run('quick', name);
      expect(results).toBe(0);
      expect(steps.at(-1)?.logs[0]?.streams.stdout).toBe('quick\n');
    }
    expect(rig.worker(NAMES[1]).log).not.toContain(PASSWORD);
  });
});
