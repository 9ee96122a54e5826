import type { MasterAddress, Protocol } from '../contract/worker-config.ts';
import { greetingText, isPerspectiveBroker, isTls, tlsSentence } from '../lib/greeting.ts';
import { createDial } from '../transport/dial.ts';
import type { Transport } from '../transport/transport.ts';
import { createDialWebSocket } from '../transport/web-socket.ts';
import { type CheckDraft, type CheckResult, resultsOf } from './check.ts';
import { within } from './within.ts';

const result = resultsOf('speaks');

/** A Perspective Broker speaks first, and at once; a web server waits to be asked. */
const GREETING_MS = 3_000;

const NAMES: Readonly<Record<Protocol, string>> = {
  pb: 'Perspective Broker (protocol = pb)',
  msgpack_experimental_v7: 'MessagePack (protocol = msgpack_experimental_v7)',
};

/** Whether a Buildbot master listens there, and whether it speaks the protocol that is set. */
export async function checkSpeaks(draft: CheckDraft, signal: AbortSignal): Promise<CheckResult> {
  const { address, extras = {}, protocol } = draft;
  if (address === undefined) return result.skipped('No master is set yet.');
  const dialled = await createDial(extras)(address, within(signal));
  if (!dialled.ok) return result.failed(dialled.problem.sentence);
  const { peer } = dialled.value;
  const greeting = await greetingOf(dialled.value);
  if (greeting === undefined || greeting.length < 2) {
    return askedAsWebServer(draft, address, signal);
  }
  if (isPerspectiveBroker(greeting)) return spoken(peer, 'pb', protocol);
  return result.failed(
    isTls(greeting)
      ? tlsSentence(peer)
      : `${peer} is no Buildbot master's port for workers: it ${greetingText(greeting)}.`,
    'Ask the administrator for the port (often 9989).',
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
  const shaken = await createDialWebSocket(extras)(request, within(signal), within(signal));
  if (shaken.ok) {
    const { peer } = shaken.value;
    shaken.value.destroy();
    return spoken(peer, 'msgpack_experimental_v7', protocol);
  }
  if (shaken.problem.kind === 'wrong-password') {
    return spoken('The master', 'msgpack_experimental_v7', protocol);
  }
  return result.failed(shaken.problem.sentence);
}

function spoken(peer: string, found: Protocol, wanted: Protocol | undefined): CheckResult {
  const sentence = `${peer} speaks Buildbot's ${NAMES[found]}.`;
  const told =
    wanted === undefined || wanted === found
      ? result.passed(sentence)
      : result.failed(sentence, `Set the worker's protocol to ${found}.`);
  return { ...told, protocol: found };
}
