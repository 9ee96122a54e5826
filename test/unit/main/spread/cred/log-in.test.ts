import { describe, expect, it } from 'vitest';
import { Referenceable } from '../../../../../main/spread/broker/referenceable.ts';
import {
  isRightResponse,
  newChallenge,
  responseTo,
} from '../../../../../main/spread/cred/challenge.ts';
import { logIn, loginRoot } from '../../../../../main/spread/cred/log-in.ts';
import { allDelivered, BrokerPair } from '../../../../support/broker-pair.ts';

const bytes = (hex: string): Uint8Array =>
  new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

it('answers a challenge as a real worker was seen to do', () => {
  const challenge = bytes('93 09 8f 49 4f e6 4f bb 0c 14 59 17 e5 55 20 a4');
  const response = bytes('4e 0f 4d 92 db 0f f7 11 09 dc 8a 4a d6 08 12 e6');
  expect(responseTo(challenge, 'pass')).toEqual(response);
  expect(isRightResponse(response, challenge, 'pass')).toBe(true);
  expect(isRightResponse(response, challenge, 'Pass')).toBe(false);
  expect(isRightResponse(response.subarray(1), challenge, 'pass')).toBe(false);
});

it('never asks the same twice', () => {
  expect(newChallenge()).not.toEqual(newChallenge());
});

describe('a login', () => {
  function pair() {
    const greetings: unknown[] = [];
    const root = loginRoot({
      passwordOf: (name) => (name === 'wörker' ? 'päss' : undefined),
      onLogin: async (_name, mind) => {
        greetings.push(await mind.call('print', 'attached'));
        return new Referenceable({ keepalive: () => null });
      },
    });
    return { ...spread(new BrokerPair(root)), greetings };
  }
  const spread = ({ client, server }: BrokerPair) => ({ client, server });
  const mind = () => new Referenceable({ print: ([message]) => `got ${String(message)}` });

  it('gives the perspective, and the mind is called before that', async () => {
    const { client, server, greetings } = pair();
    await client.ready;
    const perspective = await logIn(client, 'wörker', 'päss', mind());
    expect(greetings).toEqual(['got attached']);
    expect(await perspective.call('keepalive')).toBeNull();
    await allDelivered();
    // The challenger is gone; mind and perspective stay.
    expect([server.localObjectCount, client.localObjectCount]).toEqual([1, 1]);
  });

  it.each([
    ['wörker', 'wrong'],
    ['nobody', 'päss'],
    ['', ''],
  ])('of %j by %j is refused without saying what was wrong', async (name, password) => {
    const { client } = pair();
    await client.ready;
    await expect(logIn(client, name, password, mind())).rejects.toMatchObject({
      typeName: 'twisted.cred.error.UnauthorizedLogin',
      value: '',
    });
  });

  it('at something that asks no challenge fails', async () => {
    const { client } = new BrokerPair(new Referenceable({ login: () => 'welcome' }));
    await client.ready;
    await expect(logIn(client, 'w', 'p', mind())).rejects.toMatchObject({ code: 'PB_MALFORMED' });
  });
});
