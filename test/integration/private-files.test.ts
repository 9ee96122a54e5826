import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RehearsalMaster } from '../../main/rehearsal-master/rehearsal-master.ts';
import { buildtray } from '../support/command-line.ts';
import { shellArguments } from '../support/daemon-commands.ts';
import { notOn } from '../support/only-on.ts';
import { temporaryBasedir } from '../support/temporary-basedir.ts';
import { waitFor } from '../support/wait-for.ts';

// Each test starts several processes.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const temporary = temporaryBasedir();
const dir = () => temporary.at('worker');

let master: RehearsalMaster;

beforeEach(async () => {
  master = await RehearsalMaster.listen({ workers: { w1: 'secret' }, builders: ['linux'] });
});

afterEach(async () => {
  await buildtray(['stop', '-q', dir()]);
  await master.close();
});

/** What others may read, as the master's pages show it to everybody, or as Buildbot has it. */
const FOR_ALL =
  /^(info(\/.*)?|buildtray\.pid|twistd\.(pid|hostname)|\.twistd\.hostname\..*\.tmp|linux(\/.*)?)$/;

/** Everything of the worker's that others may use, as `path mode`. */
async function openToOthers(root: string): Promise<readonly string[]> {
  const names = await readdir(root, { recursive: true });
  const found = await Promise.all(
    ['', ...names].map(async (name) => {
      const stats = await lstat(join(root, name));
      const mode = stats.mode & 0o777;
      const isFine = stats.isSymbolicLink() || FOR_ALL.test(name) || (mode & 0o077) === 0;
      return isFine ? [] : [`${name} ${mode.toString(8)}`];
    }),
  );
  return found.flat();
}

const WAYS = {
  'in the background': 'exec "$@" start "$DIR"',
  'in the foreground': 'exec "$@" start --nodaemon "$DIR"',
  'in the foreground, with its output in a file':
    'exec "$@" start --nodaemon "$DIR" > "$OUTPUT" 2>&1',
  'by a restart': '"$@" start "$DIR"; exec "$@" restart "$DIR"',
} as const;

it.each(Object.entries(WAYS))(
  'what the worker keeps is private though nothing is masked: %s',
  notOn('win32', 'Windows has no modes'),
  async (_way, script) => {
    const env = {
      ...process.env,
      DIR: dir(),
      OUTPUT: temporary.at('output'),
      XDG_STATE_HOME: temporary.at('state'),
    };
    const run = (text: string) =>
      spawn('/bin/sh', ['-c', `umask 0; ${text}`, 'sh', process.execPath, 'out/cli/buildtray.js'], {
        env,
        stdio: 'ignore',
      });
    const address = `127.0.0.1:${master.port}`;
    await once(run(`exec "$@" create-worker -q "$DIR" ${address} w1 secret`), 'exit');
    const attaching = master.nextAttached();
    const child = run(script);
    const ended = once(child, 'exit');
    const worker = await attaching;
    await worker.startBuild('linux');
    const command = await worker.startCommand('linux', 'shell', shellArguments('echo hello'));
    await command.completed;
    expect(await readFile(join(dir(), 'worker.log'), 'utf8')).toContain('echo hello');
    await waitFor(async () => expect(await readdir(temporary.at('state'))).not.toEqual([]));
    expect(await openToOthers(dir())).toEqual([]);
    expect(await openToOthers(temporary.at('state'))).toEqual([]);
    await buildtray(['stop', '-q', dir()]);
    await ended;
  },
);
