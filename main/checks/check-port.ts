import { problem } from '../contract/problem.ts';
import { within } from '../system/within.ts';
import { dialProblem } from '../transport/dial-problem.ts';
import { endpointName } from '../transport/endpoint/endpoint.ts';
import { routeFrom } from '../transport/endpoint/route-from.ts';
import { openSocket } from '../transport/open-socket.ts';
import { type CheckDraft, type CheckResult, REACH_MS, resultsOf } from './check.ts';
import { firstHopOf } from './first-hop-of.ts';

const result = resultsOf('port');

/** Whether somebody answers at the master's port, or at the proxy's before it. */
export async function checkPort(
  { address }: CheckDraft,
  signal: AbortSignal,
): Promise<CheckResult> {
  if (address === undefined) return result.skipped(problem('checks.noMasterYet'));
  const route = routeFrom(address);
  if (!route.ok) return result.failed(route.problem);
  const hop = firstHopOf(route.value);
  try {
    const socket = await openSocket(hop, { signal: within(signal, REACH_MS), tls: {} });
    socket.on('error', () => {});
    socket.destroy();
    const key = route.value.proxy ? 'checks.proxyAnswers' : 'checks.masterAnswers';
    return result.passed(problem(key, { peer: endpointName(hop) }));
  } catch (error) {
    return result.failed(dialProblem(error, route.value).problem);
  }
}
