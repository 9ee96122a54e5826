import { describe, expect, it } from 'vitest';
import { PROTOCOLS } from '../../main/worker-settings/protocols.ts';
import { candidate } from './support/candidate.ts';
import { expectSameBuild } from './support/expect-same-build.ts';
import { useRig } from './support/use-rig.ts';

const BUILDERS = ['file-commands-at-once', 'several-globs', 'started-beside-a-program'];

describe.each(PROTOCOLS)('several commands of a builder at once over %s', (protocol) => {
  const rig = useRig({ subject: 'overlap', protocol, candidate });

  it('knows every builder of its master', async () => {
    expect(await rig().master.control.builders()).toEqual(BUILDERS);
  });

  it.concurrent.each(BUILDERS)('leaves the same record: %s', async (builder) => {
    expectSameBuild(await rig().runPair(builder));
  });
});
