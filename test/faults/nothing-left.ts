// What outlives its command or its worker, of the ways to get away. Linux. Words: how many commands, how
// many killed workers.
import { execFile } from 'node:child_process';
import { appendFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { AttachedWorker } from '../../main/rehearsal-master/attached-worker.ts';
import { RehearsalMaster } from '../../main/rehearsal-master/rehearsal-master.ts';
import { leaving, shellArguments } from '../support/daemon-commands.ts';
import { processesIn } from '../support/processes-in.ts';

const [commands = 2_000, kills = 20] = process.argv.slice(2).map(Number);
const PROMISED_MS = 5_000;
/** How often a killed worker's processes are looked for. */
const LOOK_MS = 50;
const run = promisify(execFile);
const home = await mkdtemp(join(tmpdir(), 'buildtray-nothing-left-'));
const dir = join(home, 'worker');
const builddir = join(dir, 'linux');
const master = await RehearsalMaster.listen({ workers: { w1: 'secret' }, builders: ['linux'] });

const buildtray = (...words: readonly string[]) =>
  run(process.execPath, ['out/cli/buildtray.js', ...words]);

async function started(): Promise<AttachedWorker> {
  const attaching = master.nextAttached();
  await buildtray('start', '-q', dir);
  const attached = await attaching;
  await attached.startBuild('linux');
  return attached;
}

/** How many of so many commands left something. */
async function survivors(script: string, count: number): Promise<number> {
  const attached = await started();
  let left = 0;
  for (let n = 0; n < count; n++) {
    const command = await attached.startCommand('linux', 'shell', shellArguments(script));
    await command.completed;
    const pids = await processesIn(builddir);
    if (pids.length > 0) left += 1;
    for (const pid of pids) process.kill(pid, 'SIGKILL');
  }
  await buildtray('stop', '-q', dir);
  return left;
}

/** Milliseconds that the last process of a build outlived its killed worker. */
async function outlivedMs(): Promise<number> {
  const attached = await started();
  await rm(join(builddir, 'daemon'), { force: true });
  const script = `${leaving('plain', 'plain')}\n${leaving('daemon', 'daemon')}\nexec sleep 600`;
  await attached.startCommand('linux', 'shell', shellArguments(script));
  while (!(await readdir(builddir)).includes('daemon')) await delay(LOOK_MS);
  process.kill(Number.parseInt(await readFile(join(dir, 'buildtray.pid'), 'utf8'), 10), 'SIGKILL');
  const killedMs = performance.now();
  while ((await processesIn(builddir)).length > 0) await delay(LOOK_MS);
  return performance.now() - killedMs;
}

try {
  await buildtray('create-worker', '-q', dir, `127.0.0.1:${master.port}`, 'w1', 'secret');
  // The hardest of the settings: nothing may be there once a command is over.
  await appendFile(join(dir, 'buildbot.tac'), "\nbuildtray_leftover_processes = 'command'\n");
  const quiet = '> /dev/null 2>&1 < /dev/null &';
  const sessions = await survivors(`setsid sleep 600 ${quiet}`, commands);
  const emptied = await survivors(`env -i setsid sleep 600 ${quiet}`, commands);
  const times: number[] = [];
  for (let n = 0; n < kills; n++) times.push(await outlivedMs());
  const longestSeconds = (Math.max(...times) / 1000).toFixed(1);
  console.log(
    `nothing outlives its command | setsid: ${sessions} of ${commands}, env -i setsid: ${emptied} of ${commands}`,
  );
  console.log(`nothing outlives a killed worker by 5 s | longest ${longestSeconds} s of ${kills}`);
  const holds = sessions + emptied === 0 && Math.max(...times) <= PROMISED_MS;
  process.exitCode = holds ? 0 : 1;
} finally {
  await buildtray('stop', '-q', dir).catch(() => {});
  await master.close();
  await rm(home, { recursive: true, force: true });
}
