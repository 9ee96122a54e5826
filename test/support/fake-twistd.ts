import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface FakeTwistd {
  readonly pid: number;
  /** How it ended: an exit status, or a signal. */
  readonly exit: Promise<readonly unknown[]>;
  end(): Promise<void>;
}

/** A process that by its command and its directory is the Python worker of a directory. */
export async function startFakeTwistd(dir: string, command = 'twistd'): Promise<FakeTwistd> {
  const script = 'process.stdout.write("up"); setInterval(() => {}, 1000)';
  const child = spawn(process.execPath, ['-e', script], {
    argv0: command,
    cwd: dir,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const exit = once(child, 'exit');
  await once(child.stdout, 'data');
  return {
    pid: child.pid ?? 0,
    exit,
    async end() {
      child.kill();
      await exit;
    },
  };
}
