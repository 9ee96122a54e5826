import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CheckDraft } from '../../../../main/checks/check.ts';
import { checkSpeaks } from '../../../../main/checks/check-speaks.ts';
import { RehearsalMaster } from '../../../../main/rehearsal-master/rehearsal-master.ts';
import { addressAt, never, wordsOf } from '../../../support/check-drafts.ts';
import { worded } from '../../../support/worded.ts';

let master: RehearsalMaster;
beforeEach(async () => {
  master = await RehearsalMaster.listen({ workers: { w1: 'secret' }, builders: ['linux'] });
});
afterEach(() => master.close());
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const run = (draft: CheckDraft) => wordsOf(checkSpeaks(draft, never));

/** Somebody on loopback who says something at once. */
async function stranger(words: string | Uint8Array): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.end(words);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('what is spoken at the port', () => {
  it('is Perspective Broker', async () => {
    expect(await run({ address: addressAt(master.port), protocol: 'pb' })).toMatch(
      /^passed: .* speaks Buildbot's Perspective Broker/,
    );
    const result = await checkSpeaks(
      { address: addressAt(master.port), protocol: 'msgpack_experimental_v7' },
      never,
    );
    expect(result).toMatchObject({
      state: 'failed',
      help: worded("Set the worker's protocol to pb."),
    });
  });

  it.each([
    ['SSH-2.0-OpenSSH_9.2\r\n', /^failed: .*speaks SSH/],
    [Uint8Array.of(0x15, 3, 1, 0, 2, 2, 70), /^failed: .*speaks TLS/],
    ['220 mail ready\r\n', /^failed: .*answers with "220 mail ready"/],
  ])('is something else: %s', async (words, sentence) => {
    expect(await run({ address: addressAt(await stranger(words)) })).toMatch(sentence);
  });
});
