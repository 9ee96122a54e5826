import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AttachedWorker } from '../../main/rehearsal-master/attached-worker.ts';
import { RehearsalMaster } from '../../main/rehearsal-master/rehearsal-master.ts';
import { buildtray } from '../support/command-line.ts';
import { shellArguments } from '../support/daemon-commands.ts';
import { onlyOn } from '../support/only-on.ts';
import { temporaryBasedir } from '../support/temporary-basedir.ts';

// Each test starts several processes.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const temporary = temporaryBasedir();
const dir = () => temporary.at('worker');
/** Far below any hard limit. */
const SOFT_LIMIT = 700;

let master: RehearsalMaster;
let shell: ChildProcess | undefined;

beforeEach(async () => {
  master = await RehearsalMaster.listen({ workers: { w1: 'secret' }, builders: ['linux'] });
  await buildtray(['create-worker', '-q', dir(), `127.0.0.1:${master.port}`, 'w1', 'secret']);
});

afterEach(async () => {
  await buildtray(['stop', '-q', dir()]);
  if (shell?.exitCode === null && shell.signalCode === null) await once(shell, 'exit');
  await master.close();
});

/** Has a shell with a limit of its own note what a plain program sees there, and then start the worker. */
async function attachedFrom(...lines: readonly string[]): Promise<AttachedWorker> {
  const attached = master.nextAttached();
  const script = [
    `ulimit -S -n ${SOFT_LIMIT}`,
    `{ ${NOTES}; } > '${temporary.at('plain')}'`,
    ...lines,
  ].join('\n');
  const { PATH } = process.env;
  const nodeFirst = `${process.execPath.replace(/\/[^/]*$/, '')}:${PATH}`;
  shell = spawn('/bin/sh', ['-c', script], {
    env: { ...process.env, PATH: nodeFirst },
    stdio: 'ignore',
  });
  return attached;
}

/** All limits, and all signals that are blocked, ignored or waited for. */
const NOTES = 'cat /proc/self/limits; grep ^Sig /proc/self/status | grep -v SigQ';

async function seenByBuild(worker: AttachedWorker, usePTY: boolean): Promise<string> {
  await worker.startBuild('linux');
  const args = { ...shellArguments(`{ ${NOTES}; } > seen`), usePTY };
  await (await worker.startCommand('linux', 'shell', args)).completed;
  return readFile(`${dir()}/linux/seen`, 'utf8');
}

describe(
  'a build sees the limits and signals of a plain program of the same shell',
  onlyOn('linux', 'only Linux shows them under /proc'),
  () => {
    it.each([
      ['in the foreground', `exec out/cli/buildtray.js start --nodaemon "$DIR"`],
      ['in the background', `exec out/cli/buildtray.js start "$DIR"`],
      [
        'in the foreground, by Node alone',
        `node out/cli/buildtray.js start --nodaemon "$DIR"; true`,
      ],
      ['in the background, by Node alone', `node out/cli/buildtray.js start "$DIR"; true`],
    ])('%s', async (_where, line) => {
      const worker = await attachedFrom(`DIR='${dir()}'`, line);
      const plain = await readFile(temporary.at('plain'), 'utf8');
      expect(plain).toContain(`${SOFT_LIMIT}`);
      expect(await seenByBuild(worker, false)).toBe(plain);
      expect(await seenByBuild(worker, true)).toBe(plain);
    });
  },
);

it(
  'nohup keeps a worker when its terminal closes, and SIGTERM still ends it',
  onlyOn('linux', 'only Linux shows under /proc what a process ignores'),
  async () => {
    const worker = await attachedFrom(
      `exec nohup out/cli/buildtray.js start --nodaemon '${dir()}' </dev/null`,
    );
    await worker.startBuild('linux');
    const args = shellArguments(`kill -HUP ${shell?.pid}; echo done > done`);
    await (await worker.startCommand('linux', 'shell', args)).completed;
    expect(await readFile(`${dir()}/linux/done`, 'utf8')).toBe('done\n');
    const ended = once(shell ?? process, 'exit');
    process.kill(shell?.pid ?? 0, 'SIGTERM');
    expect(await ended).toEqual([0, null]);
  },
);
