import { describe, expect, it } from 'vitest';
import { PROTOCOLS } from '../../main/worker-settings/protocols.ts';
import { candidate } from './support/candidate.ts';
import { expectSameBuild } from './support/expect-same-build.ts';
import { useRig } from './support/use-rig.ts';

const BUILDERS = [
  'endings',
  'environment',
  'formats',
  'left-behind',
  'log-files',
  'log-files-over-time',
  'long-lines',
  'properties',
  'quoting',
  'raw-shell',
  'secrets',
  'streams',
  'terminals',
  'text',
];

describe.each(PROTOCOLS)('commands of a build over %s', (protocol) => {
  const rig = useRig({ subject: 'shell', protocol, candidate });

  it('knows every builder of its master', async () => {
    expect(await rig().master.control.builders()).toEqual(BUILDERS);
  });

  it.concurrent.each(BUILDERS)('leaves the same record: %s', async (builder) => {
    expectSameBuild(await rig().runPair(builder));
  });
});
