import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import tls from 'node:tls';
import { expect, it, onTestFinished } from 'vitest';
import { certificateOf } from '../../../../main/app/certificate-of.ts';
import { addressAt } from '../../../support/check-drafts.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { keyPairOf, pinsOf } from '../../../support/tls-fixtures.ts';
import { CONFIG } from '../basedir/tac/configs.ts';

const temporary = temporaryBasedir();
const PIN = `sha256:${pinsOf('localhost').certificate}`;

/** The configuration of a worker whose master has a certificate that nobody vouches for. */
async function configWithTls() {
  const server = tls.createServer(keyPairOf('localhost')).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const master = addressAt((server.address() as AddressInfo).port, 'localhost', true);
  if (master === undefined) throw new Error('an address is needed');
  return { ...CONFIG, protocol: 'pb', path: undefined, basedir: temporary.path, master } as const;
}

it('is the pin by which a certificate that nobody vouches for would be trusted', async () => {
  expect(await certificateOf({ config: await configWithTls() })).toBe(PIN);
});

it('is none where it is trusted already, and none before the directory can be used', async () => {
  const config = await configWithTls();
  await writeFile(temporary.at('buildtray.json'), JSON.stringify({ tls: { pin: PIN } }));
  expect(await certificateOf({ config })).toBeUndefined();
  expect(await certificateOf({ config: undefined })).toBeUndefined();
});
