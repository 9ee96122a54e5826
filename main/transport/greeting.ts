import { type Said, said } from '../lib/statement.ts';

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

/** What a peer seems to be by the first bytes it sends, as the rest of a sentence about it. */
export function greetingSaid(first: Uint8Array): Said {
  const text = latin1(first.subarray(0, SHOWN_BYTES));
  if (isPerspectiveBroker(first)) return said('doesSpeakPb');
  if (text.startsWith('HTTP/')) return said('doesSpeakHttp');
  if (text.startsWith('SSH-')) return said('doesSpeakSsh');
  const firstLine = (text.split(/[\r\n]/)[0] ?? '').replace(/[^\x20-\x7e]/g, '.');
  return said('doesAnswer', firstLine);
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
