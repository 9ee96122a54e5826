import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { dialProblem } from '../transport/dial-problem.ts';
import { routeFrom } from '../transport/endpoint.ts';
import { type CheckDraft, type CheckResult, resultsOf } from './check.ts';
import { firstHopOf } from './first-hop.ts';

const result = resultsOf('name');

/** Whether the name of the master, or of the proxy before it, stands for an address. */
export async function checkName({ address }: CheckDraft): Promise<CheckResult> {
  if (address === undefined) return result.skipped('No master is set yet.');
  const route = routeFrom(address);
  if (!route.ok) return result.failed(route.problem);
  const hop = firstHopOf(route.value);
  if (hop.kind === 'unix')
    return result.skipped('A socket on this machine has no name to look up.');
  const { host } = hop;
  if (isIP(host) !== 0) return result.skipped(`${host} is an address already.`);
  try {
    const found = await lookup(host, { all: true });
    const addresses = [...new Set(found.map((one) => one.address))];
    return result.passed(`${host} is ${addresses.join(', ')}.`);
  } catch (error) {
    return result.failed(dialProblem(error, route.value).sentence);
  }
}
