/** What was asked of a proxy, for the words of its refusal. */
export interface TunnelRequest {
  /** `host:port`. */
  readonly target: string;
  readonly hasLogin: boolean;
}

const SHOWN_CHARACTERS = 100;

/**
 * What a proxy's answer to CONNECT means, in words after "it", with what to do; undefined when the
 * tunnel stands.
 *
 * Shape: `answer` ends its headers, or is far too long for an answer.
 */
export function refusalOf(answer: Buffer, request: TunnelRequest): string | undefined {
  const statusLine = answer.toString('latin1').split(/\r?\n/)[0] ?? '';
  const status = Number(/^HTTP\/1\.\d (\d{3})\b/.exec(statusLine)?.[1]);
  const isWhole = answer.includes('\r\n\r\n');
  if (isWhole && status >= 200 && status < 300) return undefined;
  const shown = printable(statusLine);
  if (!isWhole || Number.isNaN(status)) {
    return `answered "${shown}", which is no HTTP: check that host and port are those of an HTTP proxy`;
  }
  return `answered "${shown}": ${meaningOf(status, request)}`;
}

function meaningOf(status: number, { target, hasLogin }: TunnelRequest): string {
  const port = target.slice(target.lastIndexOf(':') + 1);
  switch (status) {
    case 407:
      return hasLogin
        ? 'the user name or the password in buildtray.json is wrong'
        : 'it wants a user name and a password; write them into buildtray.json (create-worker --proxy-user and --proxy-password)';
    case 403:
      return `its administrator has to allow CONNECT to port ${port}`;
    case 400:
    case 404:
    case 405:
    case 501:
      return 'it seems to be a web server or a proxy without CONNECT; ask for a proxy that knows CONNECT';
    case 502:
    case 503:
    case 504:
      return `it cannot reach ${target} itself: the master is not running, or the proxy does not know its name`;
    default:
      return "ask the proxy's administrator";
  }
}

/** What a stranger says must not move the cursor of whoever reads the log. */
function printable(text: string): string {
  return text.slice(0, SHOWN_CHARACTERS).replaceAll(/[^\x20-\x7e]/g, '.');
}
