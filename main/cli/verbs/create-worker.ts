import { text } from 'node:stream/consumers';
import { type CreateWorkerStep, createWorker } from '../../basedir/create-worker.ts';
import { AUTO_PROTOCOL, createWorkerOptions } from '../../basedir/create-worker-options.ts';
import {
  type CreateWorkerInput,
  type CreateWorkerRequest,
  createWorkerRequestFrom,
} from '../../basedir/create-worker-request.ts';
import { adminText, hostTextFrom, inspectMachine } from '../../hostinfo/describe-machine.ts';
import { failed, type Outcome, succeeded } from '../../lib/outcome.ts';
import { pinFrom } from '../../transport/certificate-pin.ts';
import { discoverProtocol } from '../../transport/discover-protocol.ts';
import { routeFrom } from '../../transport/route-from.ts';
import { encodingProblem } from '../../worker/updates/python-encodings.ts';
import { PROTOCOLS, WORKER_DEFAULTS } from '../../worker-settings/worker-config.ts';
import { RunError, UsageError } from '../program/usage-error.ts';

const ABOUT_ACCESS_URI =
  'info/access_uri was not written: add it if the people who run the master may log in here, with the address for that, such as ssh://me@host.';

/**
 * Makes a worker's directory and prints what was made.
 *
 * Shape:  `typed` holds options by commander's names; the exit status comes back.
 * Errors: UsageError for what was typed; RunError when the directory cannot be made.
 */
export async function createWorkerFrom(
  args: readonly string[],
  typed: Readonly<Record<string, unknown>>,
): Promise<number> {
  const secrets = await withSecrets(args, inputFrom(typed));
  const input = await withFoundProtocol(secrets);
  const request = createWorkerRequestFrom(secrets.args, input);
  if (!request.ok) throw new UsageError(request.problem);
  const usable = usableRequest(request.value);
  if (!usable.ok) throw new UsageError(usable.problem);
  const { admin, isEmailMunged = false, accessUri } = request.value;
  const [adminWords, machine] = await Promise.all([
    adminText({ admin, isMunged: isEmailMunged }),
    inspectMachine(),
  ]);
  const hostinfo = { admin: adminWords, host: hostTextFrom(machine), accessUri };
  const made = await createWorker(request.value, hostinfo);
  if (!made.ok) throw new RunError(made.problem.sentence);
  if (request.value.isQuiet) return 0;
  const { basedir } = request.value.config;
  for (const step of made.value) console.log(sentenceOf(step));
  console.log(`Look over the files in ${basedir}/info: the master shows them to everybody.`);
  if (accessUri === undefined) console.log(ABOUT_ACCESS_URI);
  console.log(`worker configured in ${basedir}`);
  return 0;
}

interface Secrets {
  readonly args: readonly string[];
  readonly input: CreateWorkerInput;
}

/**
 * `-` stands for a line of standard input, so that passwords stay out of the shell's history: first the
 * worker's, then the proxy's.
 */
async function withSecrets(args: readonly string[], input: CreateWorkerInput): Promise<Secrets> {
  const readsOwn = args[3] === '-';
  const readsProxy = input['proxy-password'] === '-';
  if (!readsOwn && !readsProxy) return { args, input };
  const lines = (await text(process.stdin)).split(/\r?\n/);
  const next = (): string => lines.shift() ?? '';
  return {
    args: readsOwn ? args.with(3, next()) : args,
    input: readsProxy ? { ...input, 'proxy-password': next() } : input,
  };
}

/** How long a master may take to tell its protocol, the way to it included. */
const ASKING_TIMEOUT_MS = 40_000;

/**
 * Asks the master's port for its protocol where that is wished. What is found is written down: the
 * Python worker knows no `auto`, and a port keeps its protocol.
 */
async function withFoundProtocol({ args, input }: Secrets): Promise<CreateWorkerInput> {
  if (input.protocol !== AUTO_PROTOCOL) return input;
  const assumed = { ...input, protocol: WORKER_DEFAULTS.protocol };
  const request = createWorkerRequestFrom(args, assumed);
  // What is wrong is told by whoever checks the whole.
  if (!request.ok || !usableRequest(request.value).ok) return assumed;
  const { config, extras, isQuiet } = request.value;
  const question = { address: config.master, extras, path: config.path };
  const found = await discoverProtocol(question, AbortSignal.timeout(ASKING_TIMEOUT_MS));
  if (!found.ok) {
    throw new RunError(
      `The master could not be asked for its protocol. ${found.problem.sentence} Or name the protocol: ${PROTOCOLS.map((name) => `--protocol ${name}`).join(' or ')}.`,
    );
  }
  if (!isQuiet) console.log(`the master speaks the protocol ${found.value}`);
  return { ...input, protocol: found.value };
}

/** What would only come to light when the worker starts. */
function usableRequest({ config, extras }: CreateWorkerRequest): Outcome<void, string> {
  const route = routeFrom(config.master);
  if (!route.ok) return failed(route.problem.sentence);
  const pin = extras.tls?.pin === undefined ? undefined : pinFrom(extras.tls.pin);
  if (pin?.ok === false) return failed(pin.problem.sentence);
  const problem = encodingProblem(config.unicodeEncoding);
  return problem === undefined
    ? succeeded(undefined)
    : failed(`unicode-encoding: ${problem.sentence}`);
}

/** Options by their long names, as typed. */
function inputFrom(typed: Readonly<Record<string, unknown>>): CreateWorkerInput {
  const entries = createWorkerOptions.flatMap(({ name }) => {
    const value = typed[camelCase(name)];
    return value === undefined ? [] : [[name, value] as const];
  });
  const switchedOff = typed.logrotate === false ? [['no-logrotate', true] as const] : [];
  return Object.fromEntries([...entries, ...switchedOff]) as CreateWorkerInput;
}

function camelCase(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase());
}

function sentenceOf({ kind, path }: CreateWorkerStep): string {
  switch (kind) {
    case 'made-directory':
      return `made the directory ${path}`;
    case 'kept-directory':
      return `uses the directory ${path}`;
    case 'made-file':
      return `wrote ${path}`;
    case 'kept-file':
      return `left ${path} as it is`;
    case 'made-beside':
      return `wrote ${path}, since the file beside it is different: compare the two`;
  }
}
