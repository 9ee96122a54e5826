import type { CheckResult } from '../../main/checks/check.ts';
import type { MasterAddress } from '../../main/worker-settings/worker-config.ts';
import { inEnglish } from './in-english.ts';

/** A signal for a check that somebody waits for to its end. */
export const never = new AbortController().signal;

/** The address of a master without a proxy. */
export function addressAt(port: number, host = '127.0.0.1', useTls = false): MasterAddress {
  return { kind: 'host', host, port, useTls, proxyConnectionString: undefined };
}

/** A result as `state: sentence`. */
export async function wordsOf(checked: Promise<CheckResult>): Promise<string> {
  const { state, finding } = await checked;
  return `${state}: ${inEnglish(finding)}`;
}
