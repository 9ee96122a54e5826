import { execFile } from 'node:child_process';
import { arch, cpus, totalmem } from 'node:os';
import { promisify } from 'node:util';
import { version } from '../../package.json';
import { kernelName, systemName } from '../system/machine/system-name.ts';
import { findTools, type Tool } from './find-tools.ts';
import { mayAskDeveloperTools } from './may-ask-developer-tools.ts';
import { mungeEmail } from './munge-email.ts';

const GIT_TIMEOUT_MS = 3_000;

export interface Machine {
  /** Such as `Debian GNU/Linux 12 (bookworm)`. */
  readonly system: string;
  /** Such as `Linux 6.1.0-18-amd64`. */
  readonly kernel: string;
  /** Such as `x64`. */
  readonly architecture: string;
  readonly processors: number;
  readonly processorModel: string | undefined;
  readonly memoryBytes: number;
  /** Common compilers and tools that are installed. */
  readonly tools: readonly Tool[];
}

/** Takes a few seconds at the most, whatever is installed. */
export async function inspectMachine(): Promise<Machine> {
  const [system, tools] = await Promise.all([systemName(), findTools()]);
  return {
    system,
    kernel: kernelName(),
    architecture: arch(),
    processors: cpus().length,
    processorModel: cpus()[0]?.model.replaceAll(/\s+/g, ' ').trim() || undefined,
    memoryBytes: totalmem(),
    tools,
  };
}

/** The text of a new `info/host`. */
export function hostTextFrom(machine: Machine): string {
  const { system, kernel, architecture, processors, processorModel, memoryBytes, tools } = machine;
  const model = processorModel === undefined ? '' : ` (${processorModel})`;
  const processorWords = processors === 1 ? '1 processor' : `${processors} processors`;
  const memory = (memoryBytes / 2 ** 30).toFixed(1);
  const running = system === kernel ? kernel : `${system}, ${kernel}`;
  const toolWords = tools.map(({ name, version: number }) => `${name} ${number}`).join(', ');
  return [
    `${running} on ${architecture}.`,
    `${processorWords}${model}, ${memory} GiB of memory.`,
    ...(toolWords === '' ? [] : [`Tools: ${toolWords}.`]),
    `Worker: Buildtray ${version}.`,
    '',
  ].join('\n');
}

export interface AdminOptions {
  /** Who looks after the machine; by default whom git knows as this user. */
  readonly admin?: string | undefined;
  /** Whether addresses are written so that collectors of addresses do not read them. */
  readonly isMunged?: boolean;
}

/** The text of a new `info/admin`; empty where nobody is known: a hint is never a value. */
export async function adminText({ admin, isMunged }: AdminOptions = {}): Promise<string> {
  const person = admin ?? (await userOfGit());
  if (person === undefined) return '';
  return `${isMunged ? mungeEmail(person) : person}\n`;
}

async function userOfGit(): Promise<string | undefined> {
  const [name, email] = (await mayAskDeveloperTools())
    ? await Promise.all([gitConfig('user.name'), gitConfig('user.email')])
    : [];
  if (name && email) return `${name} <${email}>`;
  return name ?? email;
}

async function gitConfig(key: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('git', ['config', '--get', key], {
      timeout: GIT_TIMEOUT_MS,
      windowsHide: true,
    });
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
}
