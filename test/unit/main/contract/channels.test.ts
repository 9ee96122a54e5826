import { expect, it } from 'vitest';
import { channelsArgument, channelsIn } from '../../../../main/contract/channels.ts';
import { contract } from '../../../../main/contract/contract.ts';

it('every entry of the contract reaches the window by its name and direction', () => {
  const channels = channelsIn(['electron', '--flag', channelsArgument(contract), '--other']);
  const expected = Object.entries(contract).map(([subject, entries]) => [
    subject,
    Object.entries(entries).map(([name, { direction }]) => [name, direction]),
  ]);
  const received = Object.entries(channels).map(([subject, entries]) => [
    subject,
    Object.entries(entries),
  ]);
  expect(received).toEqual(expected);
  expect(received.length).toBeGreaterThan(5);
});

it('brings nothing but names and directions into the window', () => {
  const entries = { greet: { direction: 'call' as const, secret: 'not for windows' } };
  expect(channelsArgument({ subject: entries })).toBe(
    '--buildtray-channels={"subject":{"greet":"call"}}',
  );
});

it('there are none where main passed none', () => {
  expect(channelsIn(['electron', '--buildtray-channel'])).toEqual({});
});
