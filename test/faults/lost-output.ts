// Workers in the foreground whose output goes where it cannot be written. Linux.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { AttachedWorker } from '../../main/rehearsal-master/attached-worker.ts';
import { RehearsalMaster } from '../../main/rehearsal-master/rehearsal-master.ts';
import { commandOf, type Maker } from '../interop/support/interop-worker.ts';
import { isAlive, ManagedProcess } from '../interop/support/managed-process.ts';
import { ownCommandLinePath } from '../interop/support/places.ts';
import { shellArguments } from '../support/daemon-commands.ts';
import { canMountTinyDisk, mountTinyDisk } from '../support/full-disk.ts';
import { waitFor } from '../support/wait-for.ts';
import { runScript, wordAt } from './support/run-script.ts';
import { type Staged, staged } from './support/staged.ts';

/** What is not done by then never is. */
const PATIENCE_MS = 30_000;
/** Over which the processor's time is measured. */
const IDLE_MS = 2_000;
/** Linux counts the processor's time in these, on all common machines. */
const TICKS_PER_SECOND = 100;
/** A worker that waits needs some thousandths; one that reports its own errors for ever needs all. */
const MOST_IDLE_SHARE = 0.2;

/** Starts a program whose output is lost, sooner or later; the shell's words are the program. */
type Lose = (words: readonly string[], env: Staged['env']) => Losing;

interface Losing {
  readonly process: ManagedProcess;
  /** To be called when the worker has attached. */
  lose(): Promise<void>;
}

const inShell =
  (script: string): Lose =>
  (words, env) => {
    const process = new ManagedProcess({
      program: '/bin/sh',
      args: ['-c', script, 'sh', ...words],
      env,
    });
    return { process, lose: async () => {} };
  };

/** The ways to lose an output, by name. */
export const LOSSES = {
  'a reader that has read enough': inShell('"$@" | head -n 1'),
  'a device that is full': inShell('exec "$@" > /dev/full'),
  'a terminal that closes while HUP is ignored': (words, env) => {
    const quoted = words.map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`).join(' ');
    const process = new ManagedProcess({
      program: 'script',
      args: ['-q', '-e', '-c', `trap '' HUP; exec ${quoted}`, '/dev/null'],
      env: { ...env, SHELL: '/bin/sh' },
    });
    return {
      process,
      async lose() {
        process.signal('SIGKILL');
        await process.exit;
      },
    };
  },
} as const satisfies Readonly<Record<string, Lose>>;

export interface AfterLoss {
  /** How many of ten commands succeeded. */
  readonly succeeded: number;
  /** Undefined for the Python worker, which has none. */
  readonly statusAnswers: boolean | undefined;
  readonly endsAtTerm: boolean;
  /** Share of a processor while nothing runs; undefined where it was not asked for. */
  readonly idleShare: number | undefined;
}

const COMMANDS = 10;

/** A worker loses its output, runs ten commands, reports its status and is to end. */
export async function buildWithLostOutput(
  by: Maker,
  lose: Lose,
  { measuresIdle = false }: { readonly measuresIdle?: boolean } = {},
): Promise<AfterLoss> {
  const master = await RehearsalMaster.listen({ workers: { w: 'secret' }, builders: ['linux'] });
  try {
    return await staged(by, master.port, async ({ dir, env }) => {
      const attaching = master.nextAttached();
      const { program, args } = startOf(by, dir);
      const pidFile = join(env.HOME ?? dir, 'pid');
      const naming = ['/bin/sh', '-c', 'echo $$ > "$0"; exec "$@"', pidFile];
      const losing = lose([...naming, program, ...args], env);
      const attached = await attaching;
      const pid = Number(await readFile(pidFile, 'utf8'));
      try {
        await losing.lose();
        return {
          succeeded: await succeededOf(attached),
          statusAnswers: by === 'python' ? undefined : await statusAnswers(dir, env),
          idleShare: measuresIdle ? await idleShareOf(pid) : undefined,
          endsAtTerm: await endsAtTerm(pid),
        };
      } finally {
        if (isAlive(pid)) process.kill(pid, 'SIGKILL');
        await losing.process.stop();
      }
    });
  } finally {
    await master.close();
  }
}

/** Ours by its own name: started by Node, it would not know that HUP is ignored. */
function startOf(by: Maker, dir: string): { readonly program: string; readonly args: string[] } {
  const args = ['start', '--nodaemon', dir];
  return by === 'python' ? commandOf(by, args) : { program: ownCommandLinePath, args };
}

async function succeededOf(worker: AttachedWorker): Promise<number> {
  let succeeded = 0;
  await worker.startBuild('linux').catch(() => {});
  for (let round = 0; round < COMMANDS; round += 1) {
    const command = worker.startCommand('linux', 'shell', shellArguments('echo hello'));
    const rc = command.then(async (started) => {
      await started.completed;
      return started.valueOf('rc');
    });
    const tooLate = delay(PATIENCE_MS, undefined, { ref: false });
    // A worker that has stopped answering will not answer the next one either.
    if ((await Promise.race([rc.catch(() => undefined), tooLate])) !== 0) break;
    succeeded += 1;
  }
  return succeeded;
}

async function statusAnswers(dir: string, env: Staged['env']): Promise<boolean> {
  const status = new ManagedProcess({ ...commandOf('buildtray', ['status', dir]), env });
  const { code } = await status.exit;
  return code === 0;
}

async function idleShareOf(pid: number): Promise<number> {
  const before = await ticksOf(pid);
  await delay(IDLE_MS);
  return ((await ticksOf(pid)) - before) / TICKS_PER_SECOND / (IDLE_MS / 1000);
}

/** Of user and system. */
async function ticksOf(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

async function endsAtTerm(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  process.kill(pid, 'SIGTERM');
  const gone = () => {
    if (isAlive(pid)) throw new Error('it still runs');
  };
  return waitFor(gone, 50, PATIENCE_MS).then(
    () => true,
    () => false,
  );
}

/** How a command of ours ends whose output cannot be written; undefined where it does not. */
export async function endWithFullOutput(
  args: readonly string[],
): Promise<number | null | undefined> {
  const { program, args: words } = commandOf('buildtray', args);
  const child = spawn('/bin/sh', ['-c', 'exec "$@" > /dev/full', 'sh', program, ...words], {
    stdio: 'ignore',
  });
  const tooLate = delay(2 * PATIENCE_MS, undefined, { ref: false });
  const ended = once(child, 'exit').then(([code]): number | null => code);
  const code = await Promise.race([ended, tooLate]);
  child.kill('SIGKILL');
  await ended;
  return code;
}

/** A disk that has no room left, where this machine lets one be mounted. */
async function withFullDisk<T>(use: (lose: Lose) => Promise<T>): Promise<T | undefined> {
  const dir = await mkdtemp(join(tmpdir(), 'buildtray-full-'));
  try {
    if (!canMountTinyDisk(dir)) return undefined;
    const disk = mountTinyDisk(dir);
    try {
      disk.fill();
      return await use(inShell(`exec "$@" >> ${dir}/filler`));
    } finally {
      disk.unmount();
    }
  } finally {
    await rm(dir, { recursive: true });
  }
}

function findingFrom({
  succeeded,
  statusAnswers: answers,
  endsAtTerm: ends,
  idleShare = 0,
}: AfterLoss) {
  const words = [
    `${succeeded} of ${COMMANDS} succeed`,
    `${Math.round(idleShare * 100)} % of a processor afterwards`,
    ...(answers === false ? ['no status'] : []),
    ends ? 'ends at SIGTERM' : 'does not end at SIGTERM',
  ];
  const isWhole = succeeded === COMMANDS && answers !== false && ends;
  return { figure: words.join(', '), holds: isWhole && idleShare <= MOST_IDLE_SHARE };
}

const rounds = wordAt(0, 1);
await runScript(import.meta.url, [
  ...Object.entries(LOSSES).map(([name, lose]) => ({
    promise: `a worker in the foreground goes on without its output: ${name}`,
    measure: async (by: Maker) => {
      let finding = findingFrom(await buildWithLostOutput(by, lose, { measuresIdle: true }));
      for (let round = 1; round < rounds && finding.holds; round += 1)
        finding = findingFrom(await buildWithLostOutput(by, lose, { measuresIdle: true }));
      return finding;
    },
  })),
  {
    promise: 'a worker in the foreground goes on without its output: a disk that is full',
    measure: async (by) => {
      const found = await withFullDisk((lose) =>
        buildWithLostOutput(by, lose, { measuresIdle: true }),
      );
      return found
        ? findingFrom(found)
        : { figure: 'left out: no disk can be mounted', holds: true };
    },
  },
  {
    promise: 'a rehearsal whose output cannot be written ends',
    isOursAlone: true,
    measure: async () => {
      const code = await endWithFullOutput(['rehearse']);
      return { figure: `ends with ${code}`, holds: code !== undefined };
    },
  },
]);
