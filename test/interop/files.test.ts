import { describe, it } from 'vitest';
import { candidate } from './support/candidate.ts';
import { expectSameBuild } from './support/expect-same-build.ts';
import { useRig } from './support/use-rig.ts';

const BUILDERS = [
  'bad-arguments',
  'cpdir',
  'glob',
  'listdir',
  'mkdir',
  'rmdir',
  'rmfile',
  'stat',
  'steps',
];

describe('files on the worker', () => {
  const rig = useRig({ subject: 'files', candidate });

  it.concurrent.each(BUILDERS)('leaves the same record: %s', async (builder) => {
    expectSameBuild(await rig().runPair(builder));
  });
});
