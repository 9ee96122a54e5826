import type { DraftSettings } from '../../../main/contract/adding/worker-draft.ts';

const NAME = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_.-]{0,251}[\\p{L}\\p{N}])?';
const PORT = ':(\\d{1,5})';
const HOST_PORT = new RegExp(`^(?:\\[([0-9a-f:.]{2,45})\\]|(${NAME}))(?:${PORT})?$`, 'iu');
const URL_TEXT = /^([a-z][a-z0-9+.-]{0,9}):\/\/(?:[^\s/@]{0,200}@)?([^\s/?#]{1,260})/i;
const ENDPOINT = /^(?:tcp|tls|ssl|unix):[^\s/][^\s]{0,500}$/i;
/** Schemes under which a Buildbot master's port for workers is written down. */
const WORKER_SCHEMES = ['tcp', 'pb', 'tls', 'ssl', 'ws', 'wss', 'buildbot'];
const WITH_TLS = ['tls', 'ssl', 'wss'];

/**
 * Reads one word that names a master: a host with or without port, a URL such as `tcp://host:9989`, a
 * Twisted connection string. Undefined for anything else.
 */
export function masterFrom(word: string): DraftSettings | undefined {
  const text = word.replace(/^[<("'`]+|[>)"'`,;.!]+$/g, '');
  const [, scheme, authority = ''] = URL_TEXT.exec(text) ?? [];
  if (scheme !== undefined) return fromUrl(scheme.toLowerCase(), authority);
  if (ENDPOINT.test(text)) return fromEndpoint(text);
  const found = hostAndPort(text);
  return found && isHost(found.host ?? '') ? found : undefined;
}

/** Host, and port where one is given; undefined when a part cannot be. */
export function hostAndPort(text: string): DraftSettings | undefined {
  if (/^[0-9a-f:]{2,45}$/i.test(text) && text.split(':').length > 2) return { host: text };
  const [, bracketed, plain, port] = HOST_PORT.exec(text) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined || (port !== undefined && !isPort(port))) return undefined;
  return port === undefined ? { host } : { host, port };
}

export function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}

/** A number alone is none, and neither is a file's name. */
function isHost(host: string): boolean {
  return !/^\d+$/.test(host) && !/\.(?:tac|py|txt|cfg|log)$/i.test(host);
}

function fromUrl(scheme: string, authority: string): DraftSettings | undefined {
  const found = hostAndPort(authority);
  if (found === undefined) return undefined;
  // The port of the master's web page is not the one for workers.
  if (!WORKER_SCHEMES.includes(scheme)) return found.host ? { host: found.host } : undefined;
  return {
    ...found,
    ...(WITH_TLS.includes(scheme) && { useTls: 'True' }),
    ...(/^wss?$/.test(scheme) && { protocol: 'msgpack_experimental_v7' }),
  };
}

/** The plain ones say no more than host and port. */
function fromEndpoint(text: string): DraftSettings {
  const [, kind = '', host, port = ''] =
    /^(tcp|tls|ssl):(?:host=)?([^:=]{1,253}):(?:port=)?(\d{1,5})$/i.exec(text) ?? [];
  if (host === undefined || !isPort(port)) return { connectionString: text };
  return /^tcp$/i.test(kind) ? { host, port } : { connectionString: text };
}
