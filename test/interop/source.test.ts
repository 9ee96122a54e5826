import { describe, expect, it } from 'vitest';
import { environmentForMaster } from '../../main/worker/environment/environment-for-master.ts';
import { PROTOCOLS } from '../../main/worker-settings/protocols.ts';
import { candidate } from './support/candidate.ts';
import { expectSameBuild } from './support/expect-same-build.ts';
import { CANDIDATE, REFERENCE } from './support/interop-rig.ts';
import { makeRepository } from './support/make-repository.ts';
import { onlyWhere } from './support/only-where.ts';
import { useRig } from './support/use-rig.ts';

const CHECKOUTS = [
  'git-clean',
  'git-clobber',
  'git-copy',
  'git-fresh',
  'git-incremental',
  'git-missing',
  'git-options',
  'git-revisions',
];

const PROJECTS = ['failing', 'flunking', 'trigger', 'worker-info'];

/** Masters send no data of a file over MessagePack; README.md says what becomes of such builds. */
const WITH_DOWNLOADS = ['ordinary'];

const PATCH = `--- README
+++ README
@@ -1,2 +1,3 @@
 first
 third
+patched é
`;

describe.each(PROTOCOLS)('the builds of a project over %s', (protocol) => {
  const rig = useRig({
    subject: 'source',
    protocol,
    candidate,
    prepare: async (rig) => {
      await makeRepository(rig.filesDir, rig.workerEnv);
    },
  });

  it.concurrent.each(CHECKOUTS)('leaves the same record: %s', async (builder) => {
    expectSameBuild(await rig().runPair(builder));
  });

  const projects = protocol === 'pb' ? [...PROJECTS, ...WITH_DOWNLOADS] : PROJECTS;

  it.concurrent.each(projects)('leaves the same record: %s', async (builder) => {
    expectSameBuild(await rig().runPair(builder));
  });

  onlyWhere(protocol === 'pb', it.concurrent)('leaves the same record: git-patch', async () => {
    const stamp = { branch: 'main', patch_body: PATCH, patch_level: 0 };
    const pair = await rig().runPair('git-patch', {}, stamp);
    expectSameBuild(pair);
    expect(pair.reference.results).toBe(0);
  });

  it('reports the same of itself to the master', async () => {
    const { control } = rig().master;
    const [reference, ours] = await Promise.all(
      [REFERENCE, CANDIDATE].map(async (name) => {
        const { info, basedir, ...rest } = await control.workerInfo(name);
        const { version: _differs, ...facts } = info;
        return {
          ...rest,
          info: facts,
          basedir: basedir.replace(rig().workerDir(name), '<BASEDIR>'),
        };
      }),
    );
    const environ = environmentForMaster(reference?.environ ?? {});
    expect(ours).toEqual({ ...reference, environ });
  });
});
