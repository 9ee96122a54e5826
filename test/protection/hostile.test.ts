import { execFileSync, spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { killByForce } from '../../main/system/running-process.ts';
import {
  PROTECTION_LEVELS,
  type Protection,
} from '../../main/worker-settings/rows/protection-levels.ts';
import { enclosedBuilder } from '../support/enclosed-builder.ts';
import { protectedBuilds } from '../support/protection.ts';
import { runCommand } from '../support/recording-sink.ts';
import { temporaryBasedir } from '../support/temporary-basedir.ts';

const temporary = temporaryBasedir();

type Outcomes = Readonly<Record<string, boolean>>;

/** What is left open on purpose, and said so in docs/security.md. */
const REACHED: Readonly<Record<Exclude<Protection, 'open'>, readonly string[]>> = {
  guarded: ['connect to a socket by its abstract name', 'connect to a port of this machine'],
  strict: [],
};

/** Files, sockets, memory and a process that a build is to be kept from. */
async function bait() {
  const home = await mkdtemp(join(homedir(), '.buildtray-test-'));
  const shared = await mkdtemp('/dev/shm/buildtray-test-');
  const other = await mkdtemp('/tmp/buildtray-test-');
  const abstractName = `buildtray-test-${process.pid}`;
  const paths = {
    secret: join(home, 'id'),
    memory: join(shared, 'memory'),
    otherTac: join(other, 'buildbot.tac'),
  };
  for (const path of Object.values(paths)) await writeFile(path, 'secret\n');
  await writeFile(join(other, 'temporary'), 'secret\n');
  const socketPath = join(other, 'socket');
  const servers = [createServer().listen(socketPath), createServer().listen(`\0${abstractName}`)];
  const port = createServer().listen(0, '127.0.0.1');
  await Promise.all(
    [...servers, port].map((server) => new Promise((resolve) => server.on('listening', resolve))),
  );
  const sleepWord = `600.${process.pid}`;
  const sleeper = spawn('sleep', [sleepWord]);
  const [, sharedMemory] =
    /: (\d+)/.exec(execFileSync('ipcmk', ['-M', '100'], { encoding: 'utf8' })) ?? [];
  onTestFinished(async () => {
    for (const server of [...servers, port]) server.close();
    if (sleeper.pid) killByForce(sleeper.pid);
    execFileSync('ipcrm', ['-m', `${sharedMemory}`]);
    for (const path of [home, shared, other]) await rm(path, { recursive: true });
  });
  const address = port.address();
  return {
    ...paths,
    temporary: join(other, 'temporary'),
    socketPath,
    abstractName,
    port: typeof address === 'object' ? address?.port : undefined,
    pid: sleeper.pid,
    word: sleepWord,
    sharedMemory: Number(sharedMemory),
    disks: (await readdir('/sys/block')).slice(0, 10),
  };
}

/** A base directory as `create-worker` makes one, with everything a running worker has in it. */
async function makeBasedir(): Promise<string> {
  const basedir = temporary.path;
  await mkdir(join(basedir, 'info'));
  for (const name of ['buildbot.tac', 'info/host', 'worker.log'])
    await writeFile(join(basedir, name), 'secret\n');
  const control = createServer().listen(join(basedir, 'buildtray.sock'));
  onTestFinished(() => void control.close());
  return basedir;
}

async function outcomesAt(protection: Protection): Promise<Outcomes> {
  const basedir = await makeBasedir();
  const { builddir, context } = await enclosedBuilder(basedir, { protection });
  await copyFile('test/fixtures/hostile/hostile.py', join(builddir, 'hostile.py'));
  const facts = { ...(await bait()), basedir, isInTheOpen: protection === 'open' };
  const command = ['python3', 'hostile.py', JSON.stringify(facts)];
  const { updates } = await runCommand('shell', { workdir: builddir, command }, context());
  const printed = updates.map(([key, text]) =>
    key === 'stdout' && typeof text === 'string' ? text : '',
  );
  try {
    return JSON.parse(printed.join(''));
  } catch {
    throw new Error(JSON.stringify(updates));
  }
}

const seen = new Map<Protection, Outcomes>();

it.each(PROTECTION_LEVELS)(
  'what a hostile build reaches is what is said: %s',
  protectedBuilds,
  async (level) => {
    const outcomes = await outcomesAt(level);
    seen.set(level, outcomes);
    const reached = Object.keys(outcomes).filter((name) => outcomes[name]);
    expect(reached).toEqual(level === 'open' ? Object.keys(outcomes) : REACHED[level]);
  },
);

it('the table of docs/security.md is what was seen', protectedBuilds, async () => {
  const [open, guarded, strict] = PROTECTION_LEVELS.map((level) => seen.get(level) ?? {});
  const cell = (outcomes: Outcomes | undefined, name: string): string => {
    if (outcomes?.[name] === undefined) return 'what the user may';
    return outcomes[name] ? '**yes**' : 'refused';
  };
  const rows = Object.keys(strict ?? {}).map(
    (name) => `| ${name} | ${cell(open, name)} | ${cell(guarded, name)} | ${cell(strict, name)} |`,
  );
  const table = ['| attempt | open | guarded | strict |', '|---|---|---|---|', ...rows].join('\n');
  expect(await readFile('docs/security.md', 'utf8')).toContain(table);
});
