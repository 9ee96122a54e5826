import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import tls from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CheckDraft } from '../../../../main/checks/check.ts';
import { checkCertificate } from '../../../../main/checks/check-certificate.ts';
import { RehearsalMaster } from '../../../../main/rehearsal-master/rehearsal-master.ts';
import { addressAt, never, wordsOf } from '../../../support/check-drafts.ts';
import { AUTHORITIES, certificatePath, keyPairOf, pinsOf } from '../../../support/tls-fixtures.ts';

let master: RehearsalMaster;
beforeEach(async () => {
  master = await RehearsalMaster.listen({ workers: { w1: 'secret' }, builders: ['linux'] });
});
afterEach(() => master.close());
const run = (draft: CheckDraft) => wordsOf(checkCertificate(draft, never));

describe('the certificate', () => {
  it('is not asked for without TLS', async () => {
    expect(await run({ address: addressAt(master.port) })).toMatch(/does not use TLS/);
  });

  it('is missed where the password would travel as it is', async () => {
    const draft = {
      address: addressAt(9990, 'ci.example.org'),
      protocol: 'msgpack_experimental_v7',
    } as const;
    expect(await run(draft)).toMatch(/^warned: .*not encrypted/);
  });

  it('is refused where nobody speaks TLS', async () => {
    const address = addressAt(master.port, '127.0.0.1', true);
    expect(await run({ address })).toMatch(/^failed: No secure connection/);
  });

  describe('of a master behind an authority that nobody knows', () => {
    let server: tls.Server;
    let address: CheckDraft['address'];

    beforeAll(async () => {
      server = tls.createServer(keyPairOf('localhost')).listen(0, '127.0.0.1');
      await once(server, 'listening');
      address = addressAt((server.address() as AddressInfo).port, 'localhost', true);
    });

    afterAll(() => {
      server.close();
    });

    const look = (extras: CheckDraft['extras']) => checkCertificate({ address, extras }, never);

    it('is shown, to be compared and trusted', async () => {
      const pin = `sha256:${pinsOf('localhost').certificate}`;
      expect(await look({})).toMatchObject({ state: 'failed', pin });
      expect(await look({ tls: { pin } })).toMatchObject({ state: 'passed' });
    });

    it('is trusted by an authority of one’s own', async () => {
      expect(await look({ tls: { authorities: AUTHORITIES } })).toMatchObject({ state: 'passed' });
    });

    it('is not offered where it is another one than the pinned', async () => {
      const pin = `sha256:${pinsOf('other').certificate}`;
      const result = await look({ tls: { pin } });
      expect(result).toMatchObject({ state: 'failed' });
      expect(result.pin).toBeUndefined();
    });

    it('is not offered where authorities were named', async () => {
      const result = await look({ tls: { authorities: certificatePath('self-signed') } });
      expect(result).toMatchObject({ state: 'failed' });
      expect(result.pin).toBeUndefined();
    });
  });
});
