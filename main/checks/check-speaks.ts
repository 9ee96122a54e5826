import { type Problem, problem } from '../contract/problem.ts';
import { within } from '../system/within.ts';
import { createDial } from '../transport/dial.ts';
import { answerFrom, isPerspectiveBroker, isTls } from '../transport/greeting.ts';
import type { Transport } from '../transport/transport.ts';
import { createDialWebSocket } from '../transport/web-socket/dial-web-socket.ts';
import type { Protocol } from '../worker-settings/protocols.ts';
import type { MasterAddress } from '../worker-settings/worker-config.ts';
import { type CheckDraft, type CheckResult, REACH_MS, resultsOf } from './check.ts';

const result = resultsOf('speaks');

/** A Perspective Broker speaks first, and at once; a web server waits to be asked. */
const GREETING_MS = 3_000;

/** Whether a Buildbot master listens there, and whether it speaks the protocol that is set. */
export async function checkSpeaks(draft: CheckDraft, signal: AbortSignal): Promise<CheckResult> {
  const { address, extras = {}, protocol } = draft;
  if (address === undefined) return result.skipped(problem('checks.noMasterYet'));
  const dialled = await createDial(extras)(address, within(signal, REACH_MS));
  if (!dialled.ok) return result.failed(dialled.problem.problem);
  const { peer } = dialled.value;
  const greeting = await greetingOf(dialled.value);
  if (greeting === undefined || greeting.length < 2) {
    return askedAsWebServer(draft, address, signal);
  }
  if (isPerspectiveBroker(greeting))
    return spoken(problem('checks.speaksPb', { peer }), 'pb', protocol);
  return result.failed(
    isTls(greeting)
      ? problem('reaching.speaksTls', { peer })
      : problem('checks.notWorkerPort', { peer, answer: answerFrom(greeting) }),
    problem('checks.askForPort'),
  );
}

/** The first bytes; undefined when nothing came. The transport is closed then. */
function greetingOf(transport: Transport): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    const seen: Uint8Array[] = [];
    const settle = (): void => {
      clearTimeout(timer);
      resolve(seen.length === 0 ? undefined : Buffer.concat(seen));
      transport.destroy();
    };
    const timer = setTimeout(settle, GREETING_MS);
    transport.listen({
      onData: (chunk) => {
        seen.push(chunk);
        if (Buffer.concat(seen).length >= 2) settle();
      },
      onClosed: settle,
    });
  });
}

/** Whether it offers a worker's web socket: a refused login is an answer, too. */
async function askedAsWebServer(
  { extras = {}, path, protocol, workerName = '', password = '' }: CheckDraft,
  address: MasterAddress,
  signal: AbortSignal,
): Promise<CheckResult> {
  const request = { address, path, workerName, password };
  const shaken = await createDialWebSocket(extras)(
    request,
    within(signal, REACH_MS),
    within(signal, REACH_MS),
  );
  if (shaken.ok) {
    const { peer } = shaken.value;
    shaken.value.destroy();
    return spoken(problem('checks.speaksMsgpack', { peer }), 'msgpack_experimental_v7', protocol);
  }
  const { kind } = shaken.problem;
  if (kind === 'wrong-password' || kind === 'login-unanswered') {
    return spoken(problem('checks.masterSpeaksMsgpack'), 'msgpack_experimental_v7', protocol);
  }
  return result.failed(shaken.problem.problem);
}

function spoken(finding: Problem, found: Protocol, expected: Protocol | undefined): CheckResult {
  const isExpected = expected === undefined || expected === found;
  const checked = isExpected
    ? result.passed(finding)
    : result.failed(finding, problem('checks.setProtocol', { protocol: found }));
  return { ...checked, protocol: found };
}
