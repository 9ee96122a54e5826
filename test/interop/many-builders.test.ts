import { describe, expect, it } from 'vitest';
import { PROTOCOLS } from '../../main/worker-settings/protocols.ts';
import { candidate } from './support/candidate.ts';
import { expectSameBuild } from './support/expect-same-build.ts';
import { useRig } from './support/use-rig.ts';

describe.each(PROTOCOLS)('twenty builders at once over %s', (protocol) => {
  const rig = useRig({ subject: 'many_builders', protocol, candidate });

  it('leaves the same records', async () => {
    const builders = await rig().master.control.builders();
    expect(builders.length).toBe(20);
    const pairs = await Promise.all(builders.map((builder) => rig().runPair(builder)));
    for (const pair of pairs) expectSameBuild(pair);
  });
});
