import path from 'node:path';
import { describe, it } from 'vitest';
import { PROTOCOLS } from '../../main/worker-settings/protocols.ts';
import type { BuildRecord } from './support/build-record.ts';
import { candidate } from './support/candidate.ts';
import { expectSameBuild } from './support/expect-same-build.ts';
import { CANDIDATE, REFERENCE } from './support/interop-rig.ts';
import { fileAppears } from './support/managed-process.ts';
import { useRig } from './support/use-rig.ts';

const LIMITS = ['timeout', 'max-time', 'max-lines', 'term-first'];

const INTERRUPTED = [
  'interrupt',
  'interrupt-term-first',
  'interrupt-deaf',
  'interrupt-int',
  'interrupt-term-signal',
  'interrupt-terminal',
];

describe.each(PROTOCOLS)('commands that are ended over %s', (protocol) => {
  const rig = useRig({ subject: 'limits', protocol, candidate });

  it.concurrent.each(LIMITS)('leaves the same record: %s', async (builder) => {
    expectSameBuild(await rig().runPair(builder));
  });

  it.concurrent.each(INTERRUPTED)(
    'leaves the same record of a stopped build: %s',
    async (builder) => {
      const [reference, candidate] = await Promise.all([
        stopWhenStarted(builder, REFERENCE),
        stopWhenStarted(builder, CANDIDATE),
      ]);
      expectSameBuild({ reference, candidate });
    },
  );

  async function stopWhenStarted(builder: string, worker: string): Promise<BuildRecord> {
    const { control } = rig().master;
    const request = await control.force(builder, worker);
    const build = await control.started(request);
    await fileAppears(path.join(rig().workerDir(worker), builder, 'build/started'));
    await control.stopBuild(build, 'the test asks for it');
    return rig().recordOf(request, worker);
  }
});
