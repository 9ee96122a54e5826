// What outlives its command or its worker, of the ways to get away. Linux. Words: how many commands, how
// many killed workers.
import { appendFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { AttachedWorker } from '../../main/rehearsal-master/attached-worker.ts';
import { RehearsalMaster } from '../../main/rehearsal-master/rehearsal-master.ts';
import { commandOf, type Maker } from '../interop/support/interop-worker.ts';
import { ManagedProcess } from '../interop/support/managed-process.ts';
import { leaving, shellArguments } from '../support/daemon-commands.ts';
import { processesIn } from '../support/processes-in.ts';
import { type Fault, runScript, wordAt } from './support/run-script.ts';
import { staged } from './support/staged.ts';

const COMMANDS = wordAt(0, 2_000);
const KILLS = wordAt(1, 20);
/** What the Python worker leaves shows soon. */
const PYTHONS_COMMANDS = 100;
const PYTHONS_KILLS = 3;
const PROMISED_MS = 5_000;
/** What lives longer than this is not waited for. */
const PATIENCE_MS = 10_000;
/** How often a killed worker's processes are looked for. */
const LOOK_MS = 50;
const QUIET = '> /dev/null 2>&1 < /dev/null &';

interface Building {
  readonly attached: AttachedWorker;
  readonly worker: ManagedProcess;
  readonly builddir: string;
}

/** A worker that has begun a build; it has ended after `use`, and what its build left with it. */
async function building<T>(by: Maker, use: (building: Building) => Promise<T>): Promise<T> {
  const master = await RehearsalMaster.listen({ workers: { w: 'secret' }, builders: ['linux'] });
  try {
    return await staged(by, master.port, async ({ dir, env }) => {
      const setting = "\nbuildtray_leftover_processes = 'command'\n";
      // The hardest of the settings: nothing may be there once a command is over.
      if (by === 'buildtray') await appendFile(join(dir, 'buildbot.tac'), setting);
      const builddir = join(dir, 'linux');
      const attaching = master.nextAttached();
      const worker = new ManagedProcess({ ...commandOf(by, ['start', '--nodaemon', dir]), env });
      try {
        const attached = await attaching;
        await attached.startBuild('linux');
        return await use({ attached, worker, builddir });
      } finally {
        await worker.stop();
        await endAllIn(builddir);
      }
    });
  } finally {
    await master.close();
  }
}

/** How many of so many commands left something. */
function survivors(by: Maker, script: string, count: number): Promise<number> {
  return building(by, async ({ attached, builddir }) => {
    let left = 0;
    for (let n = 0; n < count; n++) {
      const command = await attached.startCommand('linux', 'shell', shellArguments(script));
      await command.completed;
      if ((await endAllIn(builddir)) > 0) left += 1;
    }
    return left;
  });
}

/** Milliseconds that the last process of a build outlived its killed worker; undefined past the patience. */
function outlivedMs(by: Maker): Promise<number | undefined> {
  return building(by, async ({ attached, worker, builddir }) => {
    await rm(join(builddir, 'daemon'), { force: true });
    const script = `${leaving('plain', 'plain')}\n${leaving('daemon', 'daemon')}\nexec sleep 600`;
    await attached.startCommand('linux', 'shell', shellArguments(script));
    while (!(await readdir(builddir)).includes('daemon')) await delay(LOOK_MS);
    worker.signal('SIGKILL');
    const killedMs = performance.now();
    const passedMs = () => performance.now() - killedMs;
    while ((await processesIn(builddir)).length > 0) {
      if (passedMs() > PATIENCE_MS) return undefined;
      await delay(LOOK_MS);
    }
    return passedMs();
  });
}

/** How many there were. */
async function endAllIn(dir: string): Promise<number> {
  const pids = await processesIn(dir);
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  return pids.length;
}

const leftBy = (name: string, script: string): Fault => ({
  promise: `nothing outlives its command: ${name}`,
  measure: async (by) => {
    const count = by === 'buildtray' ? COMMANDS : Math.min(COMMANDS, PYTHONS_COMMANDS);
    const left = await survivors(by, script, count);
    return { figure: `${left} of ${count} left something`, holds: left === 0 };
  },
});

await runScript(import.meta.url, [
  leftBy('setsid', `setsid sleep 600 ${QUIET}`),
  leftBy('env -i setsid', `env -i setsid sleep 600 ${QUIET}`),
  {
    promise: 'nothing outlives a killed worker by 5 s',
    measure: async (by) => {
      const kills = by === 'buildtray' ? KILLS : Math.min(KILLS, PYTHONS_KILLS);
      const times: number[] = [];
      for (let n = 0; n < kills; n++) {
        times.push((await outlivedMs(by)) ?? Number.POSITIVE_INFINITY);
      }
      const longestMs = Math.max(...times);
      const longest = Number.isFinite(longestMs) ? (longestMs / 1000).toFixed(1) : 'over 10';
      return { figure: `longest ${longest} s of ${kills}`, holds: longestMs <= PROMISED_MS };
    },
  },
]);
