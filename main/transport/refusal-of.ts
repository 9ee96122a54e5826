import { type Statement, tell } from '../lib/statement.ts';

/** What was asked of a proxy, for the words of its refusal. */
export interface TunnelRequest {
  /** `host:port`. */
  readonly target: string;
  readonly hasLogin: boolean;
}

const SHOWN_CHARACTERS = 100;

/**
 * What a proxy's answer to CONNECT means, in words after "it", with what to do; undefined when the
 * tunnel is open.
 *
 * Shape: `answer` ends its headers, or is far too long for an answer.
 */
export function refusalOf(answer: Buffer, request: TunnelRequest): Statement | undefined {
  const statusLine = answer.toString('latin1').split(/\r?\n/)[0] ?? '';
  const status = Number(/^HTTP\/1\.\d (\d{3})\b/.exec(statusLine)?.[1]);
  const isWhole = answer.includes('\r\n\r\n');
  if (isWhole && status >= 200 && status < 300) return undefined;
  const shown = printable(statusLine);
  if (!isWhole || Number.isNaN(status)) return tell('proxyNoHttp', shown);
  return meaningOf(status, shown, request);
}

function meaningOf(status: number, shown: string, { target, hasLogin }: TunnelRequest): Statement {
  switch (status) {
    case 407:
      return tell(hasLogin ? 'proxyWrongLogin' : 'proxyWantsLogin', shown);
    case 403:
      return tell('proxyForbids', shown, target.slice(target.lastIndexOf(':') + 1));
    case 400:
    case 404:
    case 405:
    case 501:
      return tell('proxyNoConnect', shown);
    case 502:
    case 503:
    case 504:
      return tell('proxyCannotReach', shown, target);
    default:
      return tell('proxyOther', shown);
  }
}

/** What a stranger sends must not move the cursor of the log's reader. */
function printable(text: string): string {
  return text.slice(0, SHOWN_CHARACTERS).replaceAll(/[^\x20-\x7e]/g, '.');
}
