import { execFile } from 'node:child_process';
import { arch, cpus, release, totalmem, type } from 'node:os';
import { promisify } from 'node:util';
import { readOsRelease } from './os-release.ts';

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
}

export async function inspectMachine(): Promise<Machine> {
  const { os_pretty_name: system } = await readOsRelease();
  const kernel = `${type()} ${release()}`;
  return {
    system: system ?? kernel,
    kernel,
    architecture: arch(),
    processors: cpus().length,
    processorModel: cpus()[0]?.model.replaceAll(/\s+/g, ' ').trim() || undefined,
    memoryBytes: totalmem(),
  };
}

/** The text of a new `info/host`. */
export function hostTextFrom(machine: Machine): string {
  const { system, kernel, architecture, processors, processorModel, memoryBytes } = machine;
  const model = processorModel === undefined ? '' : ` (${processorModel})`;
  const processorWords = processors === 1 ? '1 processor' : `${processors} processors`;
  const memory = (memoryBytes / 2 ** 30).toFixed(1);
  const running = system === kernel ? kernel : `${system}, ${kernel}`;
  return `${running} on ${architecture}.\n${processorWords}${model}, ${memory} GiB of memory.\n`;
}

/** The text of a new `info/admin`: whom git knows as this user, or what is to be filled in. */
export async function adminText(): Promise<string> {
  const [name, email] = await Promise.all([gitConfig('user.name'), gitConfig('user.email')]);
  if (name && email) return `${name} <${email}>\n`;
  if (name || email) return `${name ?? email}\n`;
  return 'Please write here who looks after this machine, and how to reach them.\n';
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
