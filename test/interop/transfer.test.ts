import { describe, expect, it } from 'vitest';
import { candidate } from './support/candidate.ts';
import { expectSameBuild } from './support/expect-same-build.ts';
import { CANDIDATE } from './support/interop-rig.ts';
import { useRig } from './support/use-rig.ts';

const BUILDERS = [
  'download',
  'download-text',
  'upload-directory',
  'upload-file',
  'upload-many-files',
];

/** Buildbot's number for a failed step. */
const FAILURE = 2;

describe('files between worker and master', () => {
  const rig = useRig({ subject: 'transfer', candidate });

  it.concurrent.each(BUILDERS)('leaves the same record: %s', async (builder) => {
    expectSameBuild(await rig().runPair(builder));
  });

  it.runIf(candidate === 'buildtray')(
    'ends an upload of a directory over maxsize, which the Python worker never does',
    async () => {
      const { steps } = await rig().run('upload-directory-too-large', CANDIDATE);
      const found = steps.find(({ name }) => name === 'too large');
      expect(found?.results).toBe(FAILURE);
      expect(found?.logs[0]?.streams.stderr).toContain('Maximum filesize reached');
    },
  );
});
