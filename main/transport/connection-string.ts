import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import type { Endpoint, Trust } from './endpoint.ts';

interface Description {
  /** The first word, in lower case. */
  readonly kind: string;
  readonly positional: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

/**
 * Reads a Twisted client connection string: `tcp:`, `tls:`, `ssl:` or `unix:`.
 *
 * Shape:  `kind:value:…:name=value:…`, where `\:` and `\\` stand for the sign itself. Settings that only
 *         Twisted's own sockets know (`timeout`, `lockfile`) are read and have no effect.
 * Errors: one sentence that names the part that cannot be used.
 * Source: Twisted, internet/endpoints.py, clientFromString and the parsers it calls.
 */
export function endpointFromString(text: string): Outcome<Endpoint, string> {
  const description = descriptionFrom(text);
  switch (description.kind) {
    case 'tcp':
      return tcpEndpoint(text, description);
    case 'tls':
      return tlsEndpoint(text, description);
    case 'ssl':
      return sslEndpoint(text, description);
    case 'unix':
      return unixEndpoint(text, description);
    default:
      return failed(
        `The connection string "${text}" begins with "${description.kind}"; Buildtray knows tcp:, tls:, ssl: and unix:.`,
      );
  }
}

/** Takes a string apart at its colons, honouring backslashes. */
export function descriptionFrom(text: string): Description {
  const positional: string[] = [];
  const named = new Map<string, string>();
  for (const { name, value } of fieldsOf(text)) {
    if (name === undefined) positional.push(value);
    else named.set(name, value);
  }
  const [kind = '', ...rest] = positional;
  return { kind: kind.toLowerCase(), positional: rest, named };
}

function fieldsOf(text: string): { name: string | undefined; value: string }[] {
  const fields: { name: string | undefined; value: string }[] = [];
  let name: string | undefined;
  let value = '';
  const finish = (): void => {
    fields.push({ name, value });
    name = undefined;
    value = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '\\') {
      at += 1;
      value += text.charAt(at);
    } else if (sign === ':') finish();
    else if (sign === '=' && name === undefined) {
      name = value;
      value = '';
    } else value += sign;
  }
  finish();
  return fields;
}

function tcpEndpoint(text: string, description: Description): Outcome<Endpoint, string> {
  const refusal = unknownSettings(text, description, ['host', 'port', 'timeout', 'bindAddress']);
  if (refusal) return failed(refusal);
  return carrierFrom(text, description);
}

/** `tls:` checks the certificate's name; `endpoint` may replace what carries the bytes. */
function tlsEndpoint(text: string, description: Description): Outcome<Endpoint, string> {
  const { named, positional } = description;
  const known = ['host', 'port', 'timeout', 'bindAddress', 'certificate', 'privateKey'];
  const refusal = unknownSettings(text, description, [...known, 'trustRoots', 'endpoint']);
  if (refusal) return failed(refusal);
  const inner = named.get('endpoint');
  const carrier = inner === undefined ? carrierFrom(text, description) : endpointFromString(inner);
  if (!carrier.ok) return carrier;
  return succeeded({
    kind: 'tls',
    checkedName: named.get('host') ?? positional[0],
    trust: trustFrom(named.get('trustRoots'), { kind: 'system' }),
    certificatePath: named.get('certificate'),
    privateKeyPath: named.get('privateKey') ?? named.get('certificate'),
    carrier: carrier.value,
  });
}

/** The older `ssl:` checks nothing but what it is told to: a directory of authorities, a name. */
function sslEndpoint(text: string, description: Description): Outcome<Endpoint, string> {
  const { named } = description;
  const known = ['host', 'port', 'timeout', 'bindAddress', 'certKey', 'privateKey'];
  const refusal = unknownSettings(text, description, [...known, 'caCertsDir', 'hostname']);
  if (refusal) return failed(refusal);
  const carrier = carrierFrom(text, description);
  if (!carrier.ok) return carrier;
  const checkedName = named.get('hostname');
  const unsaid: Trust = checkedName === undefined ? { kind: 'anybody' } : { kind: 'system' };
  return succeeded({
    kind: 'tls',
    checkedName,
    trust: trustFrom(named.get('caCertsDir'), unsaid),
    certificatePath: named.get('certKey'),
    privateKeyPath: named.get('privateKey') ?? named.get('certKey'),
    carrier: carrier.value,
  });
}

function unixEndpoint(text: string, description: Description): Outcome<Endpoint, string> {
  const refusal = unknownSettings(text, description, ['path', 'timeout', 'lockfile']);
  if (refusal) return failed(refusal);
  const path = description.named.get('path') ?? description.positional[0];
  if (!path) return failed(`The connection string "${text}" lacks the path of the UNIX socket.`);
  return succeeded({ kind: 'unix', path });
}

function carrierFrom(text: string, description: Description): Outcome<Endpoint, string> {
  const { named, positional } = description;
  // With a named host the first bare value is the port, as Twisted has it.
  const bare = [...positional];
  const host = named.get('host') ?? bare.shift();
  const portText = named.get('port') ?? bare.shift();
  if (!host) return failed(`The connection string "${text}" lacks the master's host.`);
  const port = portFrom(portText);
  if (port === undefined) {
    return failed(
      `The connection string "${text}" needs a port from 1 to 65535, not "${portText ?? ''}".`,
    );
  }
  return succeeded({ kind: 'tcp', host, port, bindAddress: named.get('bindAddress') });
}

function portFrom(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,5}$/.test(text)) return undefined;
  const port = Number(text);
  return port >= 1 && port <= 65_535 ? port : undefined;
}

function trustFrom(directory: string | undefined, unsaid: Trust): Trust {
  return directory === undefined ? unsaid : { kind: 'directory', path: directory };
}

function unknownSettings(
  text: string,
  { named }: Description,
  known: readonly string[],
): string | undefined {
  const unknown = [...named.keys()].find((name) => !known.includes(name));
  if (unknown === undefined) return undefined;
  return `The connection string "${text}" has the setting "${unknown}", which does not exist; known are ${known.join(', ')}.`;
}
