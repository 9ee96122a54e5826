import { join, normalize, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { net, protocol } from 'electron';

const SCHEME = 'buildtray';
const ORIGIN = `${SCHEME}://app`;

/** The address of the one window. */
export const WINDOW_URL = `${ORIGIN}/window/index.html`;

/** Nothing but our own files runs or is shown; styles are also written by scripts (Mantine does). */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** To be called before the app is ready. */
export function declareWindowScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the bundled files of the windows, and no other file of this machine. */
export function serveWindowFiles(dir: string): void {
  protocol.handle(SCHEME, async ({ url, method }) => {
    try {
      const path = method === 'GET' ? fileOf(url, dir) : undefined;
      if (path === undefined) return new Response(undefined, { status: 404 });
      return withPolicy(await net.fetch(pathToFileURL(path).href));
    } catch {
      return new Response(undefined, { status: 404 });
    }
  });
}

export function isWindowUrl(url: string): boolean {
  return url === WINDOW_URL || url.startsWith(`${WINDOW_URL}#`);
}

/** Undefined for what is not ours. Errors: throws for an address that cannot be decoded. */
function fileOf(url: string, dir: string): string | undefined {
  const { host, pathname } = new URL(url);
  if (`${SCHEME}://${host}` !== ORIGIN) return undefined;
  const path = normalize(join(dir, decodeURIComponent(pathname)));
  return path.startsWith(dir + sep) ? path : undefined;
}

function withPolicy(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set('Content-Security-Policy', POLICY);
  headers.set('X-Content-Type-Options', 'nosniff');
  return new Response(response.body, { status: response.status, headers });
}
