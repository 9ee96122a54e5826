import { assertNever } from '../../lib/assert-never.ts';
import type { JellyValue } from '../../spread/jelly/jelly-value.ts';
import { type CommandPlan, WORKDIR } from './build-plan.ts';
import { ReceivedFile, servedFile } from './served-file.ts';

/** What `startCommand` is called with, and what gathers an upload. */
export interface CommandCall {
  readonly name: string;
  readonly args: Readonly<Record<string, JellyValue>>;
  readonly upload?: { readonly from: string; readonly file: ReceivedFile };
}

const BLOCK_BYTES = 16 * 1024;
const TIMEOUT_SECONDS = 1200;

/** The call that carries out a plan, in the words of the wire. */
export function callFrom(plan: CommandPlan): CommandCall {
  switch (plan.kind) {
    case 'shell':
      return { name: 'shell', args: shellArguments(plan) };
    case 'mkdir':
    case 'rmdir':
      return { name: plan.kind, args: { dir: plan.dir, logEnviron: false } };
    case 'stat':
      return { name: 'stat', args: { workdir: WORKDIR, file: plan.file } };
    case 'downloadFile':
      return {
        name: 'downloadFile',
        args: {
          workdir: WORKDIR,
          workerdest: plan.to,
          mode: plan.mode ?? null,
          reader: servedFile(plan.content),
          maxsize: null,
          blocksize: BLOCK_BYTES,
        },
      };
    case 'uploadFile':
      return uploadCall(plan);
    case 'other':
      return { name: plan.name, args: plan.args };
    default:
      return assertNever(plan);
  }
}

function shellArguments(plan: Extract<CommandPlan, { kind: 'shell' }>) {
  const { command, env = {}, timeoutSeconds = TIMEOUT_SECONDS, logFiles = {} } = plan;
  return {
    command,
    workdir: WORKDIR,
    timeout: timeoutSeconds,
    env: new Map(Object.entries(env)),
    logfiles: new Map(Object.entries(logFiles)),
    want_stdout: true,
    want_stderr: true,
    usePTY: false,
    logEnviron: false,
  };
}

function uploadCall({ from, maxBytes }: Extract<CommandPlan, { kind: 'uploadFile' }>): CommandCall {
  const file = new ReceivedFile();
  return {
    name: 'uploadFile',
    args: {
      workdir: WORKDIR,
      workersrc: from,
      writer: file.writer,
      maxsize: maxBytes ?? null,
      blocksize: BLOCK_BYTES,
      keepstamp: false,
    },
    upload: { from, file },
  };
}
