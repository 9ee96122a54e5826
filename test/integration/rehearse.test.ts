import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { processesIn } from '../support/processes-in.ts';
import { temporaryBasedir } from '../support/temporary-basedir.ts';

const temporary = temporaryBasedir();

/** A user who has nothing yet. */
function homeAt(path: string): NodeJS.ProcessEnv {
  const folders = {
    XDG_CACHE_HOME: '',
    XDG_CONFIG_HOME: '',
    XDG_STATE_HOME: '',
    XDG_DATA_HOME: '',
  };
  return { HOME: path, ...folders };
}

/** What is there afterwards besides the cache of compiled code, which every command keeps. */
async function leftBehind(): Promise<readonly string[]> {
  const entries = await readdir(temporary.path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(temporary.at('.cache/buildtray/compiled/')));
}

/** The built command line under plain Node, with a directory of its own for temporary files. */
function rehearse(...options: readonly string[]): ChildProcess & { stdout: NodeJS.ReadableStream } {
  const child = spawn(process.execPath, ['out/cli/buildtray.js', 'rehearse', ...options], {
    env: { ...process.env, LC_ALL: 'C', TMPDIR: temporary.path, ...homeAt(temporary.path) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return child as ChildProcess & { stdout: NodeJS.ReadableStream };
}

it('buildtray rehearse prints a whole build, and ends with 0 when all went as planned', async () => {
  const child = rehearse('--quick');
  const [printed, [status]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  expect(status).toBe(0);
  expect(printed).toContain('[3/6] test: ');
  expect(printed).toContain('      ok 2 - Hello, Ada!\n');
  expect(printed).toMatch(/failure, as planned \(\d+\.\d s\)\n/);
  expect(await leftBehind()).toEqual([]);
}, 60_000);

it('buildtray rehearse cancels itself when it is interrupted, and leaves nothing', async () => {
  const child = rehearse();
  const ended = once(child, 'exit');
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += String(chunk);
    if (printed.includes('Building on') && !printed.includes('Cancelling')) child.kill('SIGINT');
  }
  expect(await ended).toEqual([1, null]);
  expect(printed).toContain('      cancelled (');
  expect(printed).toMatch(/Cancelled\. Nothing is left behind\.\n$/);
  expect([await leftBehind(), await processesIn(temporary.path)]).toEqual([[], []]);
}, 60_000);
