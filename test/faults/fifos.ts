// Named pipes where files are expected: a build can make them wherever its user may write. Linux and macOS.
import { execFile } from 'node:child_process';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { AttachedWorker } from '../../main/rehearsal-master/attached-worker.ts';
import type { CommandPlan } from '../../main/rehearsal-master/build/build-plan.ts';
import { callFrom } from '../../main/rehearsal-master/build/command-call.ts';
import { RehearsalMaster } from '../../main/rehearsal-master/rehearsal-master.ts';
import { commandOf, type Maker } from '../interop/support/interop-worker.ts';
import { type Exit, ManagedProcess } from '../interop/support/managed-process.ts';
import { processesNaming } from '../support/processes-naming.ts';
import { runScript } from './support/run-script.ts';
import { type Staged, staged } from './support/staged.ts';

/** What is not answered by then never is; the slowest needs a second. */
const PATIENCE_MS = 30_000;
/** A pool of Node's has four threads: as many that wait at a pipe are all. */
const OF_EACH = 4;
const PIPE = 'pipe';
const OTHER = 'other';

/** Commands on pipes, each of a builder of its own: a second one would end the first. */
const ON_PIPES: readonly CommandPlan[] = Array.from({ length: OF_EACH }, (): CommandPlan[] => [
  { kind: 'downloadFile', to: PIPE, content: Buffer.from('content') },
  { kind: 'uploadFile', from: PIPE },
  { kind: 'shell', command: ['true'], logFiles: { log: PIPE } },
]).flat();

/** What has nothing to do with pipes. */
const OTHERS: readonly CommandPlan[] = [
  { kind: 'mkdir', dir: 'made' },
  { kind: 'downloadFile', to: 'file', content: Buffer.from('content') },
  { kind: 'shell', command: ['true'] },
];

const builderOf = (number: number): string => `pipes-${number}`;
const BUILDERS = [...ON_PIPES.map((_plan, number) => builderOf(number)), OTHER];

export interface PipesInABuild {
  /** How many commands on pipes were answered, of all. */
  readonly answered: number;
  readonly asked: number;
  /** How many other commands succeeded meanwhile, of all. */
  readonly others: number;
  readonly othersAsked: number;
  readonly endsAtTerm: boolean;
}

/** Downloads onto pipes, uploads of them, and pipes as log files; other commands meanwhile. */
export function buildWithPipes(by: Maker): Promise<PipesInABuild> {
  return whileRunning(by, async ({ dir }, attached, worker) => {
    const onPipes = ON_PIPES.map(async (plan, number) => {
      const builder = builderOf(number);
      const workdir = join(dir, builder, 'build');
      await mkdir(workdir, { recursive: true });
      await promisify(execFile)('mkfifo', [PIPE], { cwd: workdir });
      return isAnswered(attached, builder, plan);
    });
    const others = [];
    for (const plan of OTHERS) others.push(await isAnswered(attached, OTHER, plan, 0));
    return {
      answered: (await Promise.all(onPipes)).filter(Boolean).length,
      asked: ON_PIPES.length,
      others: others.filter(Boolean).length,
      othersAsked: OTHERS.length,
      endsAtTerm: await endsAtTerm(worker),
    };
  });
}

/** Whether a command is completed in time, with a code where one is given. */
async function isAnswered(
  worker: AttachedWorker,
  builder: string,
  plan: CommandPlan,
  rc?: number,
): Promise<boolean> {
  const { name, args } = callFrom(plan);
  const answer = async (): Promise<boolean> => {
    const command = await worker.startCommand(builder, name, args);
    await command.completed;
    const found = command.valueOf('rc');
    return found !== undefined && (rc === undefined || found === rc);
  };
  return (await inTime(answer().catch(() => false))) ?? false;
}

/** One of the worker's own files as a pipe, and what is asked meanwhile. */
export interface PipeOfItsOwn {
  /** In the worker's directory. */
  readonly file: string;
  readonly args: readonly string[];
  /** What has to be printed, beside that the command ends. */
  readonly says?: RegExp;
}

const NO_FILE = /it is not a regular file/;

/** Ours; the Python worker has neither `buildtray.json` nor most of the commands. */
export const PIPES_OF_ITS_OWN: readonly PipeOfItsOwn[] = [
  ...['start', 'start --nodaemon', 'settings', 'check', 'upgrade-worker', 'set keepalive=60'].map(
    (args) => ({ file: 'buildbot.tac', args: args.split(' '), says: NO_FILE }),
  ),
  ...['start', 'start --nodaemon', 'settings', 'check'].map((args) => ({
    file: 'buildtray.json',
    args: args.split(' '),
    says: NO_FILE,
  })),
  { file: 'worker.log', args: ['start'], says: NO_FILE },
  { file: 'worker.log', args: ['logs'], says: NO_FILE },
  { file: 'info/host', args: ['hostinfo'], says: NO_FILE },
  { file: 'buildtray.pid', args: ['status'] },
  { file: 'buildtray.pid', args: ['stop'] },
];

const PIPES_OF_PYTHONS: readonly PipeOfItsOwn[] = [
  ...['start', 'start --nodaemon'].map((args) => ({ file: 'buildbot.tac', args: args.split(' ') })),
  { file: 'twistd.log', args: ['start'] },
  { file: 'twistd.pid', args: ['stop'] },
];

const NO_MASTER = 9;

/** The commands that do not end in time, or do not say what they have to; each in words. */
export function keptByPipes(by: Maker, pipes: readonly PipeOfItsOwn[]): Promise<readonly string[]> {
  return staged(by, NO_MASTER, async (place) => {
    const kept: string[] = [];
    for (const pipe of pipes) {
      const why = await withPipe(join(place.dir, pipe.file), () => whyKept(by, pipe, place));
      if (why !== undefined)
        kept.push(`${pipe.args.join(' ')} with ${pipe.file} as a pipe: ${why}`);
    }
    return kept;
  });
}

async function whyKept(
  by: Maker,
  { args, says }: PipeOfItsOwn,
  { dir, env }: Staged,
): Promise<string | undefined> {
  const options = args.filter((word) => !word.includes('='));
  const changes = args.filter((word) => word.includes('='));
  const command = new ManagedProcess({ ...commandOf(by, [...options, dir, ...changes]), env });
  const exit = await inTime(command.exit);
  if (exit === undefined) {
    // It may have put a process into the background that waits.
    for (const pid of await processesNaming(dir)) process.kill(pid, 'SIGKILL');
    await command.exit;
    return 'does not end';
  }
  return says === undefined || says.test(command.output) ? undefined : command.output;
}

/** A pipe in the place of a file, which comes back. */
async function withPipe<T>(path: string, work: () => Promise<T>): Promise<T> {
  const aside = `${path}.aside`;
  const wasThere = await rename(path, aside).then(
    () => true,
    () => false,
  );
  await promisify(execFile)('mkfifo', [path]);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
    if (wasThere) await rename(aside, path);
  }
}

export interface PipeWhileRunning {
  /** What `reload` printed; undefined when it did not end. */
  readonly reload: string | undefined;
  /** Whether a command of the master succeeded afterwards. */
  readonly goesOn: boolean;
  readonly endsAtTerm: boolean;
}

/** Files of a running worker become pipes, and it is to reload its settings. Ours alone. */
export function reloadFromPipe(file: string): Promise<PipeWhileRunning> {
  return whileRunning('buildtray', async ({ dir, env }, attached, worker) => {
    const reload = await withPipe(join(dir, file), async () => {
      const command = new ManagedProcess({ ...commandOf('buildtray', ['reload', dir]), env });
      const exit = await inTime(command.exit);
      command.signal('SIGKILL');
      return exit && command.output;
    });
    return {
      reload,
      goesOn: await isAnswered(attached, OTHER, { kind: 'shell', command: ['true'] }, 0),
      endsAtTerm: await endsAtTerm(worker),
    };
  });
}

/** A worker in the foreground, attached to a master. */
async function whileRunning<T>(
  by: Maker,
  use: (place: Staged, attached: AttachedWorker, worker: ManagedProcess) => Promise<T>,
): Promise<T> {
  const master = await RehearsalMaster.listen({ workers: { w: 'secret' }, builders: BUILDERS });
  try {
    return await staged(by, master.port, async (place) => {
      const attaching = master.nextAttached();
      const start = commandOf(by, ['start', '--nodaemon', place.dir]);
      const worker = new ManagedProcess({ ...start, env: place.env });
      try {
        return await use(place, await attaching, worker);
      } finally {
        await worker.stop();
      }
    });
  } finally {
    await master.close();
  }
}

async function endsAtTerm(worker: ManagedProcess): Promise<boolean> {
  worker.signal('SIGTERM');
  return (await inTime<Exit>(worker.exit)) !== undefined;
}

/** Undefined when it takes too long. */
async function inTime<T>(work: Promise<T>): Promise<T | undefined> {
  const late = new AbortController();
  const tooLate = delay(PATIENCE_MS, undefined, { signal: late.signal }).catch(() => undefined);
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    late.abort();
  }
}

await runScript(import.meta.url, [
  {
    promise: 'what a build has made a pipe of holds up no command and no end',
    measure: async (by) => {
      const found = await buildWithPipes(by);
      const { answered, asked, others, othersAsked } = found;
      const end = found.endsAtTerm ? 'ends at SIGTERM' : 'does not end at SIGTERM';
      return {
        figure: `${answered} of ${asked} answered, ${others} of ${othersAsked} others; ${end}`,
        holds: answered === asked && others === othersAsked && found.endsAtTerm,
      };
    },
  },
  {
    promise: "a pipe in place of one of the worker's own files holds up no command",
    measure: async (by) => {
      const pipes = by === 'python' ? PIPES_OF_PYTHONS : PIPES_OF_ITS_OWN;
      const kept = await keptByPipes(by, pipes);
      return {
        figure: [`${pipes.length - kept.length} of ${pipes.length} end`, ...kept].join('; '),
        holds: kept.length === 0,
      };
    },
  },
  {
    promise: 'settings that have become a pipe are refused at a reload, and the worker goes on',
    isOursAlone: true,
    measure: async () => {
      const found = await Promise.all(['buildtray.json', 'buildbot.tac'].map(reloadFromPipe));
      const refused = found.filter(({ reload }) => NO_FILE.test(reload ?? '')).length;
      const whole = found.filter(({ goesOn, endsAtTerm: ends }) => goesOn && ends).length;
      return {
        figure: `${refused} of ${found.length} refused, ${whole} go on and end at SIGTERM`,
        holds: refused === found.length && whole === found.length,
      };
    },
  },
]);
