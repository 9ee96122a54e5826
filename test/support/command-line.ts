import { type ChildProcess, execFile } from 'node:child_process';

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const PROGRAM = 'out/cli/buildtray.js';

/** Runs the built command line under plain Node, to its end. */
export function buildtray(args: readonly string[], stdin = '', locale = 'C'): Promise<Ended> {
  return startBuildtray(args, stdin, locale).ended;
}

/** The same while it runs. */
export function startBuildtray(
  args: readonly string[],
  stdin = '',
  locale = 'C',
): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  let settle: (ended: Ended) => void = () => {};
  const ended = new Promise<Ended>((resolve) => {
    settle = resolve;
  });
  const env = { ...process.env, LC_ALL: locale };
  const child = execFile(process.execPath, [PROGRAM, ...args], { env }, (_error, stdout, stderr) =>
    settle({ status: child.exitCode, stdout, stderr }),
  );
  child.stdin?.end(stdin);
  return { child, ended };
}
