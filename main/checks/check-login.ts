import { problem } from '../contract/problem.ts';
import { silentLogger } from '../logging/logger.ts';
import { Broker } from '../spread/broker/broker.ts';
import { RemoteError } from '../spread/broker/errors.ts';
import { Referenceable } from '../spread/broker/referenceable.ts';
import { logIn } from '../spread/cred/log-in.ts';
import { within } from '../system/within.ts';
import { createDial } from '../transport/dial.ts';
import type { Transport } from '../transport/transport.ts';
import { createDialWebSocket } from '../transport/web-socket/dial-web-socket.ts';
import type { MessageTransport } from '../transport/web-socket/message-transport.ts';
import type { MasterAddress } from '../worker-settings/worker-config.ts';
import { type CheckDraft, type CheckResult, REACH_MS, resultsOf } from './check.ts';

const result = resultsOf('login');

/** A busy farm takes its time over a login. */
const LOGIN_MS = 20_000;

interface Login {
  readonly address: MasterAddress;
  readonly workerName: string;
  readonly password: string;
}

type Answer =
  | 'accepted'
  | 'wrong'
  | 'duplicate'
  | 'silent'
  | 'closed'
  | 'not-pb'
  | { readonly error: string };

/**
 * Whether the master lets the worker in. It is asked for real, and left as soon as it asks the first
 * question back: by then name and password were right and no other worker of that name is there, and
 * nothing is written down or given to build. A worker of that name that runs is not disturbed.
 */
export async function checkLogin(draft: CheckDraft, signal: AbortSignal): Promise<CheckResult> {
  const { address, workerName, password } = draft;
  if (address === undefined || !workerName || !password) {
    return result.skipped(problem('checks.noLoginYet'));
  }
  const login = { address, workerName, password };
  return draft.protocol === 'msgpack_experimental_v7'
    ? byMessagePack(login, draft, signal)
    : byPerspectiveBroker(login, draft, signal);
}

async function byPerspectiveBroker(
  login: Login,
  { extras = {} }: CheckDraft,
  signal: AbortSignal,
): Promise<CheckResult> {
  const dialled = await createDial(extras)(login.address, within(signal, REACH_MS));
  if (!dialled.ok) return result.failed(dialled.problem.problem);
  const transport = dialled.value;
  const answer = await answerOf(
    transport,
    (settle) => askToLogIn(transport, login, settle),
    signal,
  );
  return resultFrom(answer, login.workerName, transport.peer);
}

function askToLogIn(transport: Transport, login: Login, settle: (answer: Answer) => void): void {
  const accepted = (): never => {
    settle('accepted');
    throw new Error('this was only a check');
  };
  const broker = new Broker({
    role: 'client',
    send: (chunks) => transport.write(chunks),
    logger: silentLogger,
  });
  transport.listen({
    onData: (chunk) => {
      try {
        broker.push(chunk);
      } catch {
        settle('not-pb');
      }
    },
    onClosed: () => {
      broker.connectionLost(new Error('closed'));
      settle('closed');
    },
  });
  const mind = new Referenceable({
    print: accepted,
    getWorkerInfo: accepted,
    getVersion: accepted,
    getCommands: accepted,
    setBuilderList: accepted,
  });
  void broker.ready
    .then(() => logIn(broker, login.workerName, login.password, mind))
    .then(
      () => settle('accepted'),
      (error: unknown) => settle(refusalFrom(error)),
    );
}

function refusalFrom(error: unknown): Answer {
  if (!(error instanceof RemoteError)) return 'closed';
  if (error.typeName.endsWith('UnauthorizedLogin')) return 'wrong';
  if (error.value.includes('rejecting duplicate worker')) return 'duplicate';
  return { error: `${error.typeName}: ${error.value}` };
}

async function byMessagePack(
  login: Login,
  { extras = {}, path }: CheckDraft,
  signal: AbortSignal,
): Promise<CheckResult> {
  const shaken = await createDialWebSocket(extras)(
    { ...login, path },
    within(signal, REACH_MS),
    signal,
  );
  if (!shaken.ok) return result.failed(shaken.problem.problem);
  const transport = shaken.value;
  const answer = await answerOf(transport, (settle) => awaitQuestion(transport, settle), signal);
  return resultFrom(answer, login.workerName, transport.peer);
}

/** After a right login this protocol says "duplicate" by closing the connection without a question. */
function awaitQuestion(transport: MessageTransport, settle: (answer: Answer) => void): void {
  transport.listen({
    onMessage: () => settle('accepted'),
    onText: () => {},
    onSignOfLife: () => {},
    onClosed: () => settle('duplicate'),
  });
}

/** The first answer; the transport is closed then. */
async function answerOf(
  transport: { destroy(): void },
  ask: (settle: (answer: Answer) => void) => void,
  signal: AbortSignal,
): Promise<Answer> {
  try {
    return await new Promise<Answer>((resolve) => {
      within(signal, LOGIN_MS).addEventListener('abort', () => resolve('silent'));
      ask(resolve);
    });
  } finally {
    transport.destroy();
  }
}

function resultFrom(answer: Answer, name: string, peer: string): CheckResult {
  switch (answer) {
    case 'accepted':
      return result.passed(problem('checks.loginAccepted', { peer, workerName: name }));
    case 'wrong':
      return result.failed(
        problem('checks.loginRefused', { peer, workerName: name }),
        problem('checks.askForLogin'),
      );
    case 'duplicate':
      return result.failed(
        problem('checks.nameInUse', { peer, workerName: name }),
        problem('checks.askForName'),
      );
    case 'silent':
      return result.failed(problem('session.loginUnanswered', { peer, seconds: LOGIN_MS / 1000 }));
    case 'closed':
      return result.failed(problem('checks.loginCutOff', { peer }));
    case 'not-pb':
      return result.failed(problem('checks.loginNotPb', { peer }));
    default:
      return result.failed(problem('checks.loginFailed', { peer, error: answer.error }));
  }
}
