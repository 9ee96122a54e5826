import type { ProxyRefusal } from '../contract/problems/reaching.ts';

/** What was asked of a proxy, for the words of its refusal. */
export interface TunnelRequest {
  /** `host:port`. */
  readonly target: string;
  readonly hasLogin: boolean;
}

const SHOWN_CHARACTERS = 100;

/**
 * What a proxy's reply to CONNECT means; undefined when the tunnel is open.
 *
 * Shape: `reply` ends its headers, or is far too long for an answer.
 */
export function refusalOf(reply: Buffer, request: TunnelRequest): ProxyRefusal | undefined {
  const statusLine = reply.toString('latin1').split(/\r?\n/)[0] ?? '';
  const status = Number(/^HTTP\/1\.\d (\d{3})\b/.exec(statusLine)?.[1]);
  const isWhole = reply.includes('\r\n\r\n');
  if (isWhole && status >= 200 && status < 300) return undefined;
  const answer = printable(statusLine);
  if (!isWhole || Number.isNaN(status)) return { kind: 'not-http', answer };
  return meaningOf(status, answer, request);
}

function meaningOf(
  status: number,
  answer: string,
  { target, hasLogin }: TunnelRequest,
): ProxyRefusal {
  switch (status) {
    case 407:
      return { kind: hasLogin ? 'wrong-login' : 'login-required', answer };
    case 403:
      return {
        kind: 'port-forbidden',
        answer,
        port: target.slice(target.lastIndexOf(':') + 1),
      };
    case 400:
    case 404:
    case 405:
    case 501:
      return { kind: 'no-connect', answer };
    case 502:
    case 503:
    case 504:
      return { kind: 'cannot-reach', answer };
    default:
      return { kind: 'other', answer };
  }
}

/** What a stranger sends must not move the cursor of the log's reader. */
function printable(text: string): string {
  return text.slice(0, SHOWN_CHARACTERS).replaceAll(/[^\x20-\x7e]/g, '.');
}
