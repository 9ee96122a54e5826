import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Six starts at once after a stale pid file; nobody listens at the master's port, which none of them minds. */
const STARTS = 6;
const PROGRAM = new URL('../../out/cli/buildtray.js', import.meta.url).pathname;
const rounds = Number(process.argv[2] ?? 150);
const parent = mkdtempSync(join(tmpdir(), 'buildtray-faults-'));
const dir = join(parent, 'worker');
await once(run('create-worker', dir, 'localhost:9', 'w', 'secret'), 'exit');

let wrong = 0;
for (let round = 0; round < rounds; round += 1) {
  const stale = spawn('true');
  await once(stale, 'exit');
  writeFileSync(join(dir, 'buildtray.pid'), `${stale.pid}\n1\n`);
  const starts = Array.from({ length: STARTS }, () => run('start', '--nodaemon', dir));
  const ends = starts.map((child) => once(child, 'exit'));
  // Those that are refused end by themselves; the worker that runs does not.
  await someOf(ends, STARTS - 1);
  const running = starts.filter((child) => child.exitCode === null && child.signalCode === null);
  if (running.length !== 1) wrong += 1;
  for (const child of running) child.kill('SIGKILL');
  await Promise.all(ends);
}
rmSync(parent, { recursive: true, force: true });
console.log(`one of six starts at once runs: ${rounds} rounds, ${wrong} wrong`);
process.exit(wrong === 0 ? 0 : 1);

function run(...args) {
  return spawn(process.execPath, [PROGRAM, ...args], { stdio: 'ignore' });
}

/** Waits until that many of the promises have settled. */
function someOf(promises, count) {
  return new Promise((resolve) => {
    let settled = 0;
    for (const promise of promises)
      promise.then(() => {
        settled += 1;
        if (settled === count) resolve();
      });
  });
}
