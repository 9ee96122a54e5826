import { text } from 'node:stream/consumers';
import { type CreateWorkerStep, createWorker } from '../basedir/create-worker.ts';
import { createWorkerOptions } from '../basedir/create-worker-options.ts';
import {
  type CreateWorkerInput,
  createWorkerRequestFrom,
} from '../basedir/create-worker-request.ts';
import { adminText, hostTextFrom, inspectMachine } from '../hostinfo/describe-machine.ts';
import { RunError, UsageError } from './usage-error.ts';

/**
 * Makes a worker's directory and prints what was made.
 *
 * Shape:  `typed` holds options by commander's names.
 * Errors: UsageError for what was typed; RunError when the directory cannot be made.
 */
export async function createWorkerFrom(
  args: readonly string[],
  typed: Readonly<Record<string, unknown>>,
): Promise<void> {
  const request = createWorkerRequestFrom(await withPassword(args), inputFrom(typed));
  if (!request.ok) throw new UsageError(request.problem);
  const hostinfo = { admin: await adminText(), host: hostTextFrom(await inspectMachine()) };
  const made = await createWorker(request.value, hostinfo);
  if (!made.ok) throw new RunError(made.problem);
  if (request.value.isQuiet) return;
  const { basedir } = request.value.config;
  for (const step of made.value) console.log(sentenceOf(step));
  console.log(`Look over the files in ${basedir}/info: the master shows them to everybody.`);
  console.log(`worker configured in ${basedir}`);
}

/** `-` stands for standard input, so that the password stays out of the shell's history. */
async function withPassword(args: readonly string[]): Promise<readonly string[]> {
  if (args[3] !== '-') return args;
  const password = (await text(process.stdin)).replace(/\r?\n.*$/s, '');
  return args.with(3, password);
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
