import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs a module's text with these words, and kills it some time after it has printed something. */
export async function killAfter(
  program: string,
  words: readonly string[],
  delayMs: number,
): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--experimental-strip-types', '--input-type=module', '-e', program, ...words],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  child.kill('SIGKILL');
  await ended;
}
