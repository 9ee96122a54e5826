import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = new URL('../../out/cli/buildtray.js', import.meta.url).pathname;
const rounds = Number(process.argv[2] ?? 150);
const parent = mkdtempSync(join(tmpdir(), 'buildtray-faults-'));

const lengthMs = await lengthOfRun();
let wrong = 0;
for (let round = 0; round < rounds; round += 1) {
  const dir = join(parent, `w${round}`);
  const child = create(dir);
  const ended = once(child, 'exit');
  // Most of the time goes to Node's own start.
  const timer = setTimeout(() => child.kill('SIGKILL'), lengthMs * (0.5 + Math.random() / 2));
  await ended;
  clearTimeout(timer);
  const tacPath = join(dir, 'buildbot.tac');
  const isHalf = existsSync(tacPath) && !readFileSync(tacPath, 'utf8').includes('setServiceParent');
  const [status] = await once(create(dir), 'exit');
  const isWhole = readFileSync(tacPath, 'utf8').includes('setServiceParent');
  const hasRest = readdirSync(dir).some((name) => name.endsWith('.tmp'));
  if (isHalf || status !== 0 || !isWhole || hasRest) wrong += 1;
}
rmSync(parent, { recursive: true, force: true });
console.log(
  `create-worker killed at any moment makes all or nothing: ${rounds} rounds, ${wrong} wrong`,
);
process.exit(wrong === 0 ? 0 : 1);

function create(dir) {
  const args = ['create-worker', '-q', dir, 'localhost:9', 'w', 'secret'];
  return spawn(process.execPath, [PROGRAM, ...args], { stdio: 'ignore' });
}

async function lengthOfRun() {
  const begunMs = performance.now();
  await once(create(join(parent, 'first')), 'exit');
  return performance.now() - begunMs;
}
