import { TLSSocket } from 'node:tls';
import { problem } from '../contract/problem.ts';
import { within } from '../system/within.ts';
import { lookAtCertificate, openRoute } from '../transport/dial.ts';
import { endpointName, type TlsEndpoint } from '../transport/endpoint/endpoint.ts';
import { routeFrom } from '../transport/endpoint/route-from.ts';
import { pinOf } from '../transport/tls/certificate-pin.ts';
import type { ConnectionExtras } from '../worker-settings/connection-extras.ts';
import { type CheckDraft, type CheckResult, REACH_MS, resultsOf } from './check.ts';
import { isOnThisMachine } from './is-on-this-machine.ts';

const result = resultsOf('certificate');
const DAY_MS = 24 * 60 * 60 * 1000;
const SOON_DAYS = 14;

/** Whether the connection is encrypted, the certificate good, and for how long. */
export async function checkCertificate(
  { address, extras = {}, protocol }: CheckDraft,
  signal: AbortSignal,
): Promise<CheckResult> {
  if (address === undefined) return result.skipped(problem('checks.noMasterYet'));
  const route = routeFrom(address);
  if (!route.ok) return result.failed(route.problem);
  const { endpoint } = route.value;
  if (endpoint.kind !== 'tls') {
    const name = endpointName(endpoint);
    return protocol === 'msgpack_experimental_v7' && !isOnThisMachine(endpoint)
      ? result.warned(problem('checks.notEncrypted', { peer: name }), problem('checks.askForTls'))
      : result.skipped(problem('checks.noTls', { peer: name }));
  }
  const opened = await openRoute(address, extras, within(signal, REACH_MS));
  if (!opened.ok) {
    const refused = result.failed(opened.problem.problem);
    // Only then does a pin help that the administrator has confirmed; an expired one stays expired.
    const mayBePinned = opened.problem.kind === 'unknown-issuer' && !hasOwnTrust(endpoint, extras);
    if (!mayBePinned) return refused;
    const certificate = await lookAtCertificate(address, extras, within(signal, REACH_MS));
    return { ...refused, pin: certificate && pinOf(certificate) };
  }
  const { socket, peer } = opened.value;
  socket.on('error', () => {});
  const endsAt = socket instanceof TLSSocket ? endOf(socket) : undefined;
  socket.destroy();
  return endsAt === undefined
    ? result.passed(problem('checks.certificateTrusted', { peer }))
    : validFor(peer, endsAt, Date.now());
}

/** Authorities that were named decide with a pin, too. */
function hasOwnTrust({ trust }: TlsEndpoint, { tls }: ConnectionExtras): boolean {
  return trust.kind === 'directory' || tls?.authorities !== undefined;
}

function endOf(socket: TLSSocket): number | undefined {
  const endsAt = Date.parse(socket.getPeerCertificate().valid_to ?? '');
  return Number.isNaN(endsAt) ? undefined : endsAt;
}

function validFor(peer: string, endsAt: number, now: number): CheckResult {
  const day = new Date(endsAt).toISOString().slice(0, 10);
  const found = problem('checks.certificateValidUntil', { peer, day });
  return endsAt - now > SOON_DAYS * DAY_MS
    ? result.passed(found)
    : result.warned(found, problem('checks.renewCertificate'));
}
