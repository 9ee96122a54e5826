import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Bytes for a client to prove that it knows the password. */
export function newChallenge(): Uint8Array {
  return new Uint8Array(randomBytes(16));
}

/**
 * The answer to a challenge: MD5(MD5(password) + challenge), 16 bytes each.
 *
 * Source: Twisted, spread/pb.py, respond.
 */
export function responseTo(challenge: Uint8Array, password: string): Uint8Array {
  return new Uint8Array(md5(Buffer.concat([md5(Buffer.from(password, 'utf8')), challenge])));
}

/** Whether a response was made with this password, decided in the same time either way. */
export function isRightResponse(
  response: Uint8Array,
  challenge: Uint8Array,
  password: string,
): boolean {
  const right = responseTo(challenge, password);
  return response.length === right.length && timingSafeEqual(response, right);
}

function md5(bytes: Uint8Array): Buffer {
  return createHash('md5').update(bytes).digest();
}
