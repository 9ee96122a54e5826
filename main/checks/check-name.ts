import { isIP } from 'node:net';
import { problem } from '../contract/problem.ts';
import { dialProblem } from '../transport/dial-problem.ts';
import { routeFrom } from '../transport/endpoint/route-from.ts';
import { nameLookups } from '../transport/name-lookups.ts';
import { type CheckDraft, type CheckResult, resultsOf } from './check.ts';
import { firstHopOf } from './first-hop-of.ts';

const result = resultsOf('name');

/** Whether the name of the master, or of the proxy before it, stands for an address. */
export async function checkName({ address }: CheckDraft): Promise<CheckResult> {
  if (address === undefined) return result.skipped(problem('checks.noMasterYet'));
  const route = routeFrom(address);
  if (!route.ok) return result.failed(route.problem);
  const hop = firstHopOf(route.value);
  if (hop.kind === 'unix') return result.skipped(problem('checks.socketHasNoName'));
  const { host } = hop;
  if (isIP(host) !== 0) return result.skipped(problem('checks.isAddress', { host }));
  try {
    const found = await nameLookups.addressesOf(host);
    const addresses = [...new Set(found.map((one) => one.address))];
    return result.passed(problem('checks.nameFound', { host, addresses: addresses.join(', ') }));
  } catch (error) {
    return result.failed(dialProblem(error, route.value).problem);
  }
}
