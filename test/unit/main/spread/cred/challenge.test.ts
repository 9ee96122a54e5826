import { expect, it } from 'vitest';
import {
  isRightResponse,
  newChallenge,
  responseTo,
} from '../../../../../main/spread/cred/challenge.ts';

it('is answered as Twisted answers it', () => {
  const challenge = new Uint8Array(16).fill(7);
  const response = Buffer.from(responseTo(challenge, 'päss'));
  // Made by Python's hashlib.
  expect(response.toString('hex')).toBe('59fc2d1c4c2bcd910631e26b4f4c37b5');
  expect(isRightResponse(response, challenge, 'päss')).toBe(true);
  expect(isRightResponse(response, challenge, 'pass')).toBe(false);
  expect(isRightResponse(response.subarray(1), challenge, 'päss')).toBe(false);
});

it('is another one each time', () => {
  expect(newChallenge()).not.toEqual(newChallenge());
});
