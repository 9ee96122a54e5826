import { createWorker as makeDirectory } from '../../basedir/create-worker.ts';
import {
  type CreateWorkerInput,
  type CreateWorkerRequest,
  createWorkerRequestFrom,
} from '../../basedir/create-worker-request.ts';
import { workerNameProblem } from '../../basedir/worker-name-problem.ts';
import type { Problem } from '../../contract/problem.ts';
import { adminText, hostTextFrom, inspectMachine } from '../../hostinfo/describe-machine.ts';
import { failed, type Outcome, succeeded } from '../../lib/outcome.ts';
import type { Words } from '../../texts/words.ts';
import { discoverProtocol } from '../../transport/discover-protocol.ts';
import { routeFrom } from '../../transport/endpoint/route-from.ts';
import { encodingProblem } from '../../worker/updates/python-encodings.ts';
import {
  AUTO_PROTOCOL,
  type CreateWorkerOption,
  createWorkerOptions,
} from '../../worker-settings/create-worker-options.ts';
import type { CreateWorkerProblem } from '../../worker-settings/create-worker-problem.ts';
import { PROTOCOLS } from '../../worker-settings/protocols.ts';
import { settingRow } from '../../worker-settings/settings-table.ts';
import { WORKER_DEFAULTS } from '../../worker-settings/worker-defaults.ts';
import { RunError, runErrorOf, type Sentence, UsageError } from '../program/usage-error.ts';
import { type Options, type VerbOption, verb } from '../program/verb.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Makes a worker's directory and prints what was made. */
export const createWorker = verb({
  name: 'create-worker',
  args: [
    { name: 'dir', offers: 'directories' },
    { name: 'master' },
    { name: 'name' },
    { name: 'passwd' },
  ],
  isOpenEnded: true,
  options: createWorkerOptions().map(verbOption),
  perform: (args, typed, terminal) => makeWorker(args, typed, terminal),
});

/** Settings are described in their own words. */
function verbOption({ setting, byDefault, ...option }: CreateWorkerOption): VerbOption<never> {
  return {
    ...(option as typeof option & { readonly name: never }),
    ...(byDefault !== undefined && { byDefault }),
    ...(setting !== undefined && {
      describe: ({ app }: Words): string => app.settings.fields[setting].option ?? '',
    }),
  };
}

async function makeWorker(
  args: readonly string[],
  typed: Options,
  terminal: Terminal,
): Promise<number> {
  const texts = terminal.words.cli.verbs['create-worker'];
  const secrets = await withSecrets(args, inputFrom(typed), terminal);
  const input = await withFoundProtocol(secrets, terminal);
  const request = createWorkerRequestFrom(secrets.args, input);
  if (!request.ok) throw refusalOf(request.problem, input);
  const usable = usableRequest(request.value);
  if (!usable.ok) throw new UsageError(usable.problem);
  const { admin, isEmailMunged = false, accessUri } = request.value;
  const [adminWords, machine] = await Promise.all([
    adminText({ admin, isMunged: isEmailMunged }),
    inspectMachine(),
  ]);
  const hostinfo = { admin: adminWords, host: hostTextFrom(machine), accessUri };
  const made = await makeDirectory(request.value, hostinfo);
  if (!made.ok) throw runErrorOf(made.problem);
  if (request.value.isQuiet) return 0;
  const { basedir } = request.value.config;
  for (const { kind, path } of made.value) terminal.print(texts.steps[kind](path));
  terminal.print(texts.reviewInfo(basedir));
  if (adminWords === '') terminal.print(texts.aboutAdmin);
  if (accessUri === undefined) terminal.print(texts.aboutAccessUri);
  terminal.print(texts.configured(basedir));
  return 0;
}

function refusalOf(problem: CreateWorkerProblem, input: CreateWorkerInput): UsageError {
  const typed = input['connection-string'];
  if (problem.kind === 'option' && problem.option === 'connection-string' && typed) {
    // Their parser knows what is wrong with it, and not only that something is.
    const route = routeFrom({ kind: 'connection-string', connectionString: typed });
    if (!route.ok) return new UsageError(({ app }) => app.say(route.problem));
  }
  return new UsageError(({ cli }) => cli.verbs['create-worker'].problem(problem));
}

interface Secrets {
  readonly args: readonly string[];
  readonly input: CreateWorkerInput;
}

/**
 * `-` stands for a line of standard input, so that passwords stay out of the shell's history: first the
 * worker's, then the others', in the order of the help.
 */
async function withSecrets(
  args: readonly string[],
  input: CreateWorkerInput,
  terminal: Terminal,
): Promise<Secrets> {
  const readsOwn = args[3] === '-';
  const secrets = SECRET_OPTIONS.filter((name) => input[name] === '-');
  if (!readsOwn && secrets.length === 0) return { args, input };
  const lines = (await terminal.input()).split(/\r?\n/);
  const next = (): string => lines.shift() ?? '';
  const own = readsOwn ? args.with(3, next()) : args;
  const others = Object.fromEntries(secrets.map((name) => [name, next()]));
  return { args: own, input: { ...input, ...others } };
}

const SECRET_OPTIONS = createWorkerOptions()
  .filter(({ setting }) => setting !== undefined && settingRow(setting).kind === 'secret')
  .map(({ name }) => name);

/** How long a master may take to show its protocol, the way to it included. */
const ASKING_TIMEOUT_MS = 40_000;

/**
 * Asks the master's port for its protocol where that is requested. What is found is written down: the
 * Python worker knows no `auto`, and a port keeps its protocol.
 */
async function withFoundProtocol(
  { args, input }: Secrets,
  terminal: Terminal,
): Promise<CreateWorkerInput> {
  if (input.protocol !== AUTO_PROTOCOL) return input;
  const assumed = { ...input, protocol: WORKER_DEFAULTS.protocol };
  const request = createWorkerRequestFrom(args, assumed);
  // What is wrong is reported by whoever checks the whole.
  if (!request.ok || !usableRequest(request.value).ok) return assumed;
  const { config, extras, isQuiet } = request.value;
  const question = { address: config.master, extras, path: config.path };
  const found = await discoverProtocol(question, AbortSignal.timeout(ASKING_TIMEOUT_MS));
  if (!found.ok) {
    const { problem } = found;
    const options = PROTOCOLS.map((name) => `--protocol ${name}`);
    throw new RunError(({ app, cli }) =>
      cli.verbs['create-worker'].protocolNotFound(app.say(problem.problem), options),
    );
  }
  const texts = terminal.words.cli.verbs['create-worker'];
  if (!isQuiet) terminal.print(texts.protocolFound(found.value));
  return { ...input, protocol: found.value };
}

/** What would only come to light when the worker starts. */
function usableRequest({ config }: CreateWorkerRequest): Outcome<void, Sentence> {
  const refuse = (problem: Problem) => failed<Sentence>(({ app }) => app.say(problem));
  const name = workerNameProblem(config);
  if (name) return refuse(name);
  const route = routeFrom(config.master);
  if (!route.ok) return refuse(route.problem);
  const encoding = encodingProblem(config.unicodeEncoding);
  if (encoding === undefined) return succeeded(undefined);
  return failed(({ app }) => `unicode-encoding: ${app.say(encoding)}`);
}

/** Options by their long names, as typed. */
function inputFrom(typed: Readonly<Record<string, unknown>>): CreateWorkerInput {
  const entries = createWorkerOptions().flatMap(({ name }) => {
    const value = typed[camelCase(name)];
    return value === undefined ? [] : [[name, value] as const];
  });
  const switchedOff = typed.logrotate === false ? [['no-logrotate', true] as const] : [];
  return Object.fromEntries([...entries, ...switchedOff]) as CreateWorkerInput;
}

function camelCase(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase());
}
