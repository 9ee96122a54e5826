import { describe, it } from 'vitest';
import { PROTOCOLS } from '../../main/worker-settings/protocols.ts';
import { candidate } from './support/candidate.ts';
import { expectSameBuild } from './support/expect-same-build.ts';
import { useRig } from './support/use-rig.ts';

const BUILDERS = [
  'bad-arguments',
  'cpdir',
  'glob',
  'listdir',
  'mixins',
  'mkdir',
  'rmdir',
  'rmfile',
  'stat',
  'steps',
];

describe.each(PROTOCOLS)('files on the worker over %s', (protocol) => {
  const rig = useRig({ subject: 'files', protocol, candidate });

  it.concurrent.each(BUILDERS)('leaves the same record: %s', async (builder) => {
    expectSameBuild(await rig().runPair(builder));
  });
});
