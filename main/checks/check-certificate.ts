import { TLSSocket } from 'node:tls';
import { openRoute } from '../transport/dial.ts';
import { endpointName, routeFrom } from '../transport/endpoint.ts';
import { type CheckDraft, type CheckResult, resultsOf } from './check.ts';
import { isOnThisMachine } from './is-on-this-machine.ts';
import { within } from './within.ts';

const result = resultsOf('certificate');
const DAY_MS = 24 * 60 * 60 * 1000;
const SOON_DAYS = 14;

/** Whether the connection is encrypted, the certificate good, and for how long. */
export async function checkCertificate(
  { address, extras = {}, protocol }: CheckDraft,
  signal: AbortSignal,
): Promise<CheckResult> {
  if (address === undefined) return result.skipped('No master is set yet.');
  const route = routeFrom(address);
  if (!route.ok) return result.failed(route.problem);
  const { endpoint } = route.value;
  if (endpoint.kind !== 'tls') {
    const name = endpointName(endpoint);
    return protocol === 'msgpack_experimental_v7' && !isOnThisMachine(endpoint)
      ? result.warned(
          `The connection to ${name} is not encrypted, and this protocol sends the password as it is.`,
          'Ask the administrator whether the master offers TLS, and switch it on (use_tls).',
        )
      : result.skipped(`The connection to ${name} does not use TLS.`);
  }
  const opened = await openRoute(address, extras, within(signal));
  if (!opened.ok) return result.failed(opened.problem.sentence);
  const { socket, peer } = opened.value;
  socket.on('error', () => {});
  const endsAt = socket instanceof TLSSocket ? endOf(socket) : undefined;
  socket.destroy();
  return endsAt === undefined
    ? result.passed(`${peer} has a certificate that is trusted.`)
    : validFor(peer, endsAt, Date.now());
}

function endOf(socket: TLSSocket): number | undefined {
  const endsAt = Date.parse(socket.getPeerCertificate().valid_to ?? '');
  return Number.isNaN(endsAt) ? undefined : endsAt;
}

function validFor(peer: string, endsAt: number, now: number): CheckResult {
  const day = new Date(endsAt).toISOString().slice(0, 10);
  const sentence = `${peer} has a certificate that is trusted; it is valid until ${day}.`;
  return endsAt - now > SOON_DAYS * DAY_MS
    ? result.passed(sentence)
    : result.warned(sentence, "Tell the master's administrator that it has to be renewed.");
}
