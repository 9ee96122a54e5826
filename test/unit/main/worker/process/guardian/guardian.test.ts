import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { Guardian } from '../../../../../../main/worker/process/guardian/guardian.ts';
import { isRunning } from '../../../../../support/is-running.ts';
import { onlyOn } from '../../../../../support/only-on.ts';
import { waitFor } from '../../../../../support/wait-for.ts';

const ON_LINUX = onlyOn('linux', 'the guardian reads /proc');
const GUARDIAN = fileURLToPath(
  new URL('../../../../../../main/worker/process/guardian/guardian.ts', import.meta.url),
);
/** No process outside of this file has it. */
const MARK = `GUARDED_BY_TEST=${process.pid} `;
const OWN = { name: 'OWN_OF_TEST', value: `${process.pid}` };

/** A worker that has a guardian, watches these numbers, and prints the guardian's pid. */
async function worker(...watched: readonly number[]) {
  const code = `
    import { Guardian } from ${JSON.stringify(GUARDIAN)};
    const options = { commandMark: ${JSON.stringify(MARK)}, ownMark: ${JSON.stringify(OWN)} };
    const guardian = new Guardian({ ...options, groupPath: undefined, onLost: () => {} });
    for (const number of ${JSON.stringify(watched)}) guardian.watch(number);
    guardian.watch(1_000_000_000);
    guardian.unwatch(1_000_000_000);
    console.log(guardian.pid);
    setInterval(() => {}, 60_000);
  `;
  const child = spawn(
    process.execPath,
    ['--experimental-strip-types', '--input-type=module', '-e', code],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  endsWithTest(child);
  const [printed] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, guardian: Number(printed.toString()) };
}

/** A process of a session of its own. */
function sleeper(
  environment: Readonly<Record<string, string>>,
  command = 'exec sleep 600',
): number {
  const child = spawn('/bin/sh', ['-c', command], {
    env: environment,
    detached: true,
    stdio: 'ignore',
  });
  endsWithTest(child);
  return child.pid ?? 0;
}

function endsWithTest(child: ChildProcess): void {
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
}

it(
  'ends what was marked or watched when its worker is killed, and nothing else',
  ON_LINUX,
  async () => {
    const marked = sleeper({ GUARDED_BY_TEST: `${process.pid} 1` });
    const ofAnother = sleeper({ GUARDED_BY_TEST: `${process.pid}1 1` });
    const watched = sleeper({});
    const unknown = sleeper({});
    const { child, guardian } = await worker(watched);
    child.kill('SIGKILL');
    await waitFor(() => expect(isRunning(guardian)).toBe(false));
    expect([marked, watched, ofAnother, unknown].map(isRunning)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  },
);

it('ends what descends from a marked process, though it shows no mark', ON_LINUX, async () => {
  const script = 'env -i setsid sleep 600 & wait';
  const parent = sleeper({ PATH: '/usr/bin:/bin', GUARDED_BY_TEST: `${process.pid} 2` }, script);
  const child = await waitFor(async () => {
    const all = (await readFile(`/proc/${parent}/task/${parent}/children`, 'utf8')).trim();
    expect(await readFile(`/proc/${Number(all)}/cmdline`, 'utf8')).toContain('sleep');
    return Number(all);
  });
  const { child: dying } = await worker();
  dying.kill('SIGKILL');
  await waitFor(() => expect([parent, child].map(isRunning)).toEqual([false, false]));
});

/** What a process has open, standard streams first. */
async function filesOf(pid: number | 'self'): Promise<readonly string[]> {
  const numbers = (await readdir(`/proc/${pid}/fd`)).map(Number).sort((a, b) => a - b);
  return Promise.all(numbers.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')));
}

async function ignoresHangups(pid: number): Promise<void> {
  const [, ignored] =
    /^SigIgn:\t([0-9a-f]+)$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? [];
  // The mask has SIGHUP as its lowest bit.
  expect(Number.parseInt(ignored?.slice(-1) ?? '', 16) & 1).toBe(1);
}

it('outlives what ends its worker politely, and holds nothing of it open', ON_LINUX, async () => {
  const { child, guardian } = await worker();
  await waitFor(() => ignoresHangups(guardian)); // it has only just become a shell
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.kill(guardian, signal);
  const above = new Set(await filesOf('self'));
  const held = (await filesOf(guardian)).slice(3);
  expect(held.filter((file) => !above.has(file))).toEqual([]);
  expect(isRunning(guardian)).toBe(true);
  child.kill('SIGKILL');
  await waitFor(() => expect(isRunning(guardian)).toBe(false));
});

it('is started again when somebody ends it', ON_LINUX, async () => {
  const lost: string[] = [];
  const guardian = new Guardian({
    commandMark: MARK,
    ownMark: OWN,
    groupPath: undefined,
    onLost: (why) => lost.push(why),
  });
  const first = guardian.pid ?? 0;
  process.kill(first, 'SIGKILL');
  const second = await waitFor(() => {
    expect(guardian.pid).not.toBe(first);
    return guardian.pid ?? expect.fail('none yet');
  });
  expect(lost).toEqual(['it ended with SIGKILL']);
  process.kill(second, 'SIGKILL');
  await waitFor(() => expect(lost).toHaveLength(2));
});
