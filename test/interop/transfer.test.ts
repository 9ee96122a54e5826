import { describe, expect, it } from 'vitest';
import { PROTOCOLS } from '../../main/worker-settings/protocols.ts';
import { candidate, onlyOurs } from './support/candidate.ts';
import { expectSameBuild } from './support/expect-same-build.ts';
import { CANDIDATE } from './support/interop-rig.ts';
import { onlyWhere } from './support/only-where.ts';
import { useRig } from './support/use-rig.ts';

const BUILDERS = [
  'upload-directory',

  'upload-file',
  'upload-many-files',
  'upload-stopped',
];

/** What masters cannot do over MessagePack: they send no data, and fail to set times. */
const PB_ONLY = ['download', 'download-text', 'download-stopped', 'upload-with-times'];

/** Buildbot's number for a failed step. */
const FAILURE = 2;
/** And for one that was stopped. */
const CANCELLED = 6;

describe.each(PROTOCOLS)('files between worker and master over %s', (protocol) => {
  const rig = useRig({ subject: 'transfer', protocol, candidate });
  const builders = protocol === 'pb' ? [...BUILDERS, ...PB_ONLY] : BUILDERS;

  it.concurrent.each(builders)('leaves the same record: %s', async (builder) => {
    expectSameBuild(await rig().runPair(builder));
  });

  it(
    'ends an upload of a directory over maxsize, which the Python worker never does',
    onlyOurs('the Python worker never ends such an upload'),
    async () => {
      const { steps } = await rig().run('upload-directory-too-large', CANDIDATE);
      const found = steps.find(({ name }) => name === 'too large');
      expect(found?.results).toBe(FAILURE);
      expect(found?.logs[0]?.streams.stderr).toContain('Maximum filesize reached');
    },
  );

  it(
    'sends no more of a directory once stopped, and unpacks nothing, where the Python worker unpacks a part or hangs',
    onlyOurs('the Python worker unpacks a part or hangs'),
    async () => {
      const { results, steps } = await rig().run('upload-directory-stopped', CANDIDATE);
      const stopped = steps.find(({ name }) => name === 'stopped');
      expect([results, stopped?.results]).toEqual([CANCELLED, CANCELLED]);
      const afterwards = stopped?.logs.find(({ name }) => name === 'after the stop');
      expect(afterwards?.streams.text).toBe('few bytes\n');
      expect(steps.at(-1)?.logs[0]?.streams.stdout ?? '').not.toContain('large');
    },
  );

  const lacks = onlyWhere(candidate === 'buildtray' && protocol !== 'pb');

  lacks(
    'fails every download with the reason, where the Python worker leaves empty files',
    async () => {
      const { steps } = await rig().run('download', CANDIDATE);
      const downloads = steps.filter(({ commands }) => commands[0]?.command === 'downloadFile');
      expect(downloads.length).toBeGreaterThan(10);
      for (const { name, results, logs } of downloads) {
        const { stderr = '' } = logs[0]?.streams ?? {};
        // These fail before the master is asked for anything.
        const isEarly = /Cannot open file/.test(stderr);
        expect([name, results]).toEqual([name, FAILURE]);
        if (!isEarly)
          expect([name, stderr]).toEqual([name, expect.stringContaining('a defect of its')]);
      }
      const manifest = steps.at(-1)?.logs[0]?.streams.stdout;
      expect(manifest).not.toContain('new/and/deep/file');
      expect(manifest).toContain('kept/file');
    },
  );

  lacks('fails an upload with its times with the reason', async () => {
    const { steps } = await rig().run('upload-with-times', CANDIDATE);
    for (const name of ['with its times', 'with their times']) {
      const step = steps.find((found) => found.name === name);
      expect(step?.results).toBe(FAILURE);
      expect(step?.logs[0]?.streams.stderr).toContain('Cannot keep the times of file');
    }
  });
});
