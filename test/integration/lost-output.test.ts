import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RehearsalMaster } from '../../main/rehearsal-master/rehearsal-master.ts';
import { buildWithLostOutput, endWithFullOutput, LOSSES } from '../faults/lost-output.ts';
import { buildtray } from '../support/command-line.ts';
import { onlyOn } from '../support/only-on.ts';
import { temporaryBasedir } from '../support/temporary-basedir.ts';

// Each test starts several processes.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const temporary = temporaryBasedir();
const dir = () => temporary.at('worker');

let master: RehearsalMaster;

beforeEach(async () => {
  master = await RehearsalMaster.listen({ workers: { w1: 'secret' }, builders: ['linux'] });
  await buildtray(['create-worker', '-q', dir(), `127.0.0.1:${master.port}`, 'w1', 'secret']);
});

afterEach(async () => {
  await master.close();
});

/** The program with a standard output of its own. */
function running(args: readonly string[], stdout: number | 'pipe'): ChildProcess {
  return spawn(process.execPath, ['out/cli/buildtray.js', ...args], {
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', stdout, 'pipe'],
  });
}

it.each(Object.entries(LOSSES))(
  'a worker in the foreground goes on without its output: %s',
  onlyOn('linux', 'only Linux has /dev/full'),
  async (_name, lose) => {
    expect(await buildWithLostOutput('buildtray', lose)).toEqual({
      succeeded: 10,
      statusAnswers: true,
      idleShare: undefined,
      endsAtTerm: true,
    });
  },
);

it(
  'a rehearsal whose output cannot be written ends',
  onlyOn('linux', 'only Linux has /dev/full'),
  async () => {
    expect(await endWithFullOutput(['rehearse'])).toBe(0);
  },
);

it(
  'a command whose output cannot be written fails with one sentence',
  onlyOn('linux', 'only Linux has /dev/full'),
  async () => {
    const full = await open('/dev/full', 'w');
    try {
      const child = running(['settings', dir()], full.fd);
      const [[complaint], [status]] = await Promise.all([
        once(child.stderr ?? child, 'data'),
        once(child, 'exit'),
      ]);
      expect(status).toBe(1);
      expect(String(complaint)).toMatch(/^buildtray: Cannot write to standard output: .*\n$/);
    } finally {
      await full.close();
    }
  },
);

it('a command whose reader has read enough succeeds', async () => {
  const child = running(['logs', '--follow', dir()], 'pipe');
  await once(child, 'spawn');
  child.stdout?.destroy();
  const ended = once(child, 'exit');
  // What is written from now on nobody reads.
  await buildtray(['start', '-q', dir()]);
  expect(await ended).toEqual([0, null]);
  await buildtray(['stop', '-q', dir()]);
});

it.each([
  ['stop', []],
  ['stop --graceful', ['--graceful']],
])(
  '%s whose progress cannot be written stops the worker, and succeeds',
  onlyOn('linux', 'only Linux has /dev/full'),
  async (_name, options) => {
    await buildtray(['start', dir()]);
    const full = await open('/dev/full', 'w');
    try {
      const ended = once(running(['stop', ...options, dir()], full.fd), 'exit');
      expect(await ended).toEqual([0, null]);
    } finally {
      await full.close();
    }
    expect(await buildtray(['status', dir()])).toMatchObject({ status: 1 });
  },
);
