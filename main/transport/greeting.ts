import type { PeerAnswer } from '../contract/problems/reaching.ts';

const SHOWN_BYTES = 40;

/** The token of a list: every Perspective Broker begins with the list of its dialects. */
const BANANA_LIST = 0x80;

/** Whether what a peer sends first is what a Perspective Broker sends first; two bytes are enough. */
export function isPerspectiveBroker(first: Uint8Array): boolean {
  return first[1] === BANANA_LIST;
}

/** An alert or a handshake: what a TLS server makes of words that are none. */
export function isTls(first: Uint8Array): boolean {
  return (first[0] === 0x15 || first[0] === 0x16) && first[1] === 0x03;
}

/** What a peer seems to be by the first bytes it sends. */
export function answerFrom(first: Uint8Array): PeerAnswer {
  const text = latin1(first.subarray(0, SHOWN_BYTES));
  if (isPerspectiveBroker(first)) return { kind: 'pb' };
  if (text.startsWith('HTTP/')) return { kind: 'http' };
  if (text.startsWith('SSH-')) return { kind: 'ssh' };
  const firstLine = (text.split(/[\r\n]/)[0] ?? '').replace(/[^\x20-\x7e]/g, '.');
  return { kind: 'line', line: firstLine };
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
