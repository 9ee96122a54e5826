import { type Problem, problem } from '../../contract/problem.ts';
import { failed, type Outcome, succeeded } from '../../lib/outcome.ts';
import { type Description, descriptionFrom, settingsOf } from './description-from.ts';
import type { Endpoint, TcpEndpoint, Trust } from './endpoint.ts';

/**
 * Reads a Twisted client connection string: `tcp:`, `tls:`, `ssl:` or `unix:`.
 *
 * Shape:  `lockfile` is read and has no effect: only Twisted's own sockets know it.
 * Errors: one sentence that names the part that cannot be used.
 * Source: Twisted, internet/endpoints.py, clientFromString and the parsers it calls.
 */
export function endpointFromString(text: string): Outcome<Endpoint, Problem> {
  const description = descriptionFrom(text);
  if (!description.ok) return description;
  switch (description.value.kind) {
    case 'tcp':
      return tcpEndpoint(description.value);
    case 'tls':
      return tlsEndpoint(description.value);
    case 'ssl':
      return sslEndpoint(description.value);
    case 'unix':
      return unixEndpoint(description.value);
    default:
      return failed(
        problem('connectionString.beginsOtherwise', {
          text,
          endpoint: description.value.kind,
        }),
      );
  }
}

const CARRIER = ['host', 'port', 'timeout', 'bindAddress'] as const;

function tcpEndpoint(description: Description): Outcome<Endpoint, Problem> {
  const settings = settingsOf(description, placesOfTcp(description), CARRIER);
  return settings.ok ? carrierFrom(description.text, settings.value) : settings;
}

/** With a named host the only bare value is the port. */
function placesOfTcp({ named, positional }: Description): readonly string[] {
  return named.has('host') && positional.length === 1 ? ['port'] : ['host', 'port'];
}

/** In the order of Twisted's own function, whose bare arguments they are. */
const TLS = [...CARRIER, 'certificate', 'privateKey', 'trustRoots', 'endpoint'] as const;

/** `tls:` checks the certificate's name; `endpoint` may replace what carries the bytes. */
function tlsEndpoint(description: Description): Outcome<Endpoint, Problem> {
  const read = settingsOf(description, TLS, TLS);
  if (!read.ok) return read;
  const settings = read.value;
  const direct = carrierFrom(description.text, settings);
  if (!direct.ok) return direct;
  const inner = settings.get('endpoint');
  const carrier = inner === undefined ? direct : endpointFromString(inner);
  if (!carrier.ok) return carrier;
  return succeeded({
    kind: 'tls',
    checkedName: settings.get('host'),
    trust: trustFrom(settings.get('trustRoots'), { kind: 'system' }),
    certificatePath: settings.get('certificate'),
    privateKeyPath: settings.get('privateKey') ?? settings.get('certificate'),
    carrier: carrier.value,
  });
}

const SSL = [...CARRIER, 'certKey', 'privateKey', 'caCertsDir', 'hostname'] as const;

/** The older `ssl:` checks nothing but what it names: a directory of authorities, a name. */
function sslEndpoint(description: Description): Outcome<Endpoint, Problem> {
  const read = settingsOf(description, placesOfTcp(description), SSL);
  if (!read.ok) return read;
  const settings = read.value;
  const carrier = carrierFrom(description.text, settings);
  if (!carrier.ok) return carrier;
  const checkedName = settings.get('hostname');
  const unsaid: Trust = checkedName === undefined ? { kind: 'anybody' } : { kind: 'system' };
  return succeeded({
    kind: 'tls',
    checkedName,
    trust: trustFrom(settings.get('caCertsDir'), unsaid),
    certificatePath: settings.get('certKey'),
    privateKeyPath: settings.get('privateKey') ?? settings.get('certKey'),
    carrier: carrier.value,
  });
}

function unixEndpoint(description: Description): Outcome<Endpoint, Problem> {
  const { text } = description;
  const settings = settingsOf(description, ['path'], ['path', 'timeout', 'lockfile']);
  if (!settings.ok) return settings;
  const path = settings.value.get('path');
  if (!path) return failed(problem('connectionString.lacksPath', { text }));
  const timeoutSeconds = timeoutFrom(text, settings.value);
  if (!timeoutSeconds.ok) return timeoutSeconds;
  return succeeded({ kind: 'unix', path });
}

function carrierFrom(
  text: string,
  settings: ReadonlyMap<string, string>,
): Outcome<TcpEndpoint, Problem> {
  const host = settings.get('host');
  if (!host) return failed(problem('connectionString.lacksHost', { text }));
  const port = portFrom(settings.get('port'));
  if (port === undefined) {
    return failed(
      problem('connectionString.needsPort', { text, port: settings.get('port') ?? '' }),
    );
  }
  const timeoutSeconds = timeoutFrom(text, settings);
  if (!timeoutSeconds.ok) return timeoutSeconds;
  return succeeded({
    kind: 'tcp',
    host,
    port,
    bindAddress: settings.get('bindAddress'),
    timeoutSeconds: timeoutSeconds.value,
  });
}

function timeoutFrom(
  text: string,
  settings: ReadonlyMap<string, string>,
): Outcome<number | undefined, Problem> {
  const timeout = settings.get('timeout');
  if (timeout === undefined) return succeeded(undefined);
  if (/^\d{1,6}$/.test(timeout) && Number(timeout) > 0) return succeeded(Number(timeout));
  return failed(problem('connectionString.needsTimeout', { text, timeout }));
}

function portFrom(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,5}$/.test(text)) return undefined;
  const port = Number(text);
  return port >= 1 && port <= 65_535 ? port : undefined;
}

function trustFrom(path: string | undefined, unsaid: Trust): Trust {
  return path === undefined ? unsaid : { kind: 'directory', path };
}
