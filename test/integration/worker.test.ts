import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AttachedWorker } from '../../main/rehearsal-master/attached-worker.ts';
import { BANANA_ELEMENT_LIMIT } from '../../main/spread/banana/limits.ts';
import { Referenceable } from '../../main/spread/broker/referenceable.ts';
import { besideScript, untilEnded } from '../support/command-beside.ts';
import { isRunning } from '../support/is-running.ts';
import { temporaryBasedir } from '../support/temporary-basedir.ts';
import { waitFor } from '../support/wait-for.ts';
import { makeWorker, startMaster, untilStatus } from '../support/worker-rig.ts';

const basedir = temporaryBasedir();

/** A dead link is noticed forty times as fast as people wait for it. */
const SOON = { livenessTimes: { silenceMs: 750, answerMs: 750, lookMs: 50 } };

async function attachedWorker(
  changes: Parameters<typeof makeWorker>[2] = {},
  services: Parameters<typeof makeWorker>[3] = {},
) {
  const master = await startMaster();
  const made = makeWorker(basedir.path, master.port, changes, services);
  const attached = master.nextAttached();
  made.worker.start();
  const remote = await attached;
  await untilStatus(made.worker, 'idle');
  return { ...made, master, remote };
}

function shell(remote: AttachedWorker, command: string, builder = 'linux') {
  return remote.startCommand(builder, 'shell', { command, workdir: 'build', logEnviron: false });
}

/** Small lists in a large one, so that no single limit but that of the whole is in the way. */
function endlessMessage(): string {
  const thousand = `680780${'0081'.repeat(1000)}`;
  return `00002880${thousand.repeat(1100)}`;
}

function printed(command: Awaited<ReturnType<typeof shell>>, text: string): Promise<void> {
  return waitFor(() => expect(command.text('stdout')).toContain(text));
}

describe('an attached worker', () => {
  it('has described itself, without secrets, and made its build directories', async () => {
    const { remote } = await attachedWorker();
    expect(remote.info.get('admin')).toBe('Ada');
    expect(remote.info.get('version')).toBe('4.3.0 (buildtray 0)');
    const environ = remote.info.get('environ') as ReadonlyMap<string, string>;
    expect([...environ.keys()]).toEqual(['PATH']);
    expect([existsSync(basedir.at('linux')), existsSync(basedir.at('docs'))]).toEqual([true, true]);
  });

  it('runs a command and sends its updates in order', async () => {
    const { remote } = await attachedWorker();
    const command = await shell(remote, 'echo out; exit 3');
    expect(await command.completed).toBeNull();
    expect(command.updates.map(([key]) => key)).toEqual([
      'header',
      'stdout',
      'rc',
      'header',
      'elapsed',
    ]);
    expect([command.text('stdout'), command.valueOf('rc')]).toEqual(['out\n', 3]);
  });

  it('shows what it builds, and for which builders', async () => {
    const { remote, worker } = await attachedWorker();
    await remote.startBuild('linux');
    const command = await shell(remote, 'echo ready; sleep 60');
    await printed(command, 'ready');
    expect(worker.status).toMatchObject({
      kind: 'building',
      builders: ['linux'],
      commands: [{ builderName: 'linux', name: 'shell', summary: 'echo ready; sleep 60' }],
    });
    await command.interrupt('enough');
    expect(await command.completed).toBeNull();
    expect(command.valueOf('rc')).toBe(-1);
  });

  it('runs commands of two builders at a time', async () => {
    const { remote } = await attachedWorker();
    const first = await shell(remote, 'echo one; while ! test -e ../../go; do sleep 0.02; done');
    await printed(first, 'one');
    const second = await shell(remote, 'touch ../../go', 'docs');
    expect(await Promise.all([first.completed, second.completed])).toEqual([null, null]);
  });

  it('interrupts a program when the master starts another, and completes both', async () => {
    const { remote } = await attachedWorker();
    const first = await shell(remote, 'echo $$; sleep 60');
    await waitFor(() => expect(first.text('stdout')).toMatch(/\d+\n/));
    const pid = Number(first.text('stdout'));
    const next = await shell(remote, 'echo next');
    expect(await Promise.all([first.completed, next.completed])).toEqual([null, null]);
    expect([first.valueOf('rc'), next.valueOf('rc')]).toEqual([-1, 0]);
    expect(isRunning(pid)).toBe(false);
  });

  it('answers commands that the master does not wait for, in their order', async () => {
    const { remote } = await attachedWorker();
    const start = (name: string, args: Record<string, string>) =>
      remote.startCommand('linux', name, args);
    const commands = await Promise.all([
      start('mkdir', { dir: 'build/o' }),
      start('glob', { path: 'build/*' }),
      start('glob', { path: 'build/o/*' }),
      start('stat', { workdir: 'build', file: 'o' }),
    ]);
    const all = await Promise.all(commands.map(({ completed }) => completed));
    expect(all).toEqual([null, null, null, null]);
    expect(commands.map((command) => command.valueOf('rc'))).toEqual([0, 0, 0, 0]);
    expect(commands[1]?.valueOf('files')).toEqual([basedir.at('linux/build/o')]);
  });

  it('refuses an unknown command and lives', async () => {
    const { remote } = await attachedWorker();
    await expect(remote.startCommand('linux', 'dance', {})).rejects.toMatchObject({
      typeName: 'buildbot_worker.base.UnknownCommand',
    });
    expect(await (await shell(remote, 'true')).completed).toBeNull();
  });

  it('uploads a file block by block', async () => {
    const { remote } = await attachedWorker();
    await (await shell(remote, 'printf abcdefg > file')).completed;
    const calls: unknown[] = [];
    const note = (name: string) => (args: readonly unknown[]) => {
      calls.push([name, ...args.map(String)]);
      return null;
    };
    const writer = new Referenceable({ write: note('write'), close: note('close') });
    const upload = await remote.startCommand('linux', 'uploadFile', {
      workdir: 'build',
      workersrc: 'file',
      writer,
      maxsize: null,
      blocksize: 4,
      keepstamp: false,
    });
    expect(await upload.completed).toBeNull();
    expect(upload.valueOf('rc')).toBe(0);
    const blocks = ['abcd', 'efg'].map((text) => [
      'write',
      String(new Uint8Array(Buffer.from(text))),
    ]);
    expect(calls).toEqual([...blocks, ['close']]);
  });

  it('keeps no reference, however many commands it ran', async () => {
    const { remote } = await attachedWorker();
    const before = [remote.broker.localObjectCount, remote.broker.remoteObjectCount];
    for (let round = 0; round < 50; round += 1) {
      await (await shell(remote, 'true')).completed;
    }
    await waitFor(() =>
      expect([remote.broker.localObjectCount, remote.broker.remoteObjectCount]).toEqual(before),
    );
    expect(remote.broker.pendingCallCount).toBe(0);
  });

  it('ends what runs, with all its children, when it is stopped', async () => {
    const { remote, worker } = await attachedWorker();
    const command = await shell(remote, 'setsid sleep 300 & echo $! $$; wait');
    await waitFor(() => expect(command.text('stdout')).toMatch(/\d+ \d+\n/));
    const pids = command.text('stdout').trim().split(' ').map(Number);
    await worker.stop();
    expect(worker.status.kind).toBe('stopped');
    await waitFor(() => expect(pids.filter(isRunning)).toEqual([]));
  });
});

describe('a connection that is lost', () => {
  it('ends what runs, and the worker comes back by itself', async () => {
    const { master, remote, statuses } = await attachedWorker();
    const command = await shell(remote, 'echo $$; sleep 60');
    await waitFor(() => expect(command.text('stdout')).toMatch(/\d+\n/));
    const pid = Number(command.text('stdout'));
    const again = master.nextAttached();
    remote.drop();
    expect(await (await shell(await again, 'true')).completed).toBeNull();
    await waitFor(() => expect(isRunning(pid)).toBe(false));
    expect(statuses).toContainEqual(
      expect.objectContaining({
        kind: 'connecting',
        problem: expect.objectContaining({ kind: 'closed-by-master' }),
      }),
    );
  });

  it.each([
    ['a prefix without end', '01'.repeat(100), 'a prefix of more than 64 bytes'],
    ['a string over the limit', '01002882', '655361 bytes in a string, where 655360 are allowed'],
    [
      'a message without end',
      endlessMessage(),
      `more than ${BANANA_ELEMENT_LIMIT} elements in a message`,
    ],
    ['no message', '0081', 'a message not a list'],
  ])('is what %s leads to, with one line in the log', async (_what, hex, why) => {
    const { master, remote, logger, statuses } = await attachedWorker();
    const again = master.nextAttached();
    remote.sendRaw(Buffer.from(hex, 'hex'));
    expect(await (await shell(await again, 'true')).completed).toBeNull();
    const complaints = logger.lines
      .filter((line) => /^(warn|error) /.test(line))
      .map((line) => line.replace(/[\d.]+ s\.$/, 'SECONDS s.'));
    expect(complaints).toEqual([
      `warn connection: The connection was dropped because 127.0.0.1:${master.port} sent something that is not Perspective Broker: ${why}. Next attempt in SECONDS s.`,
    ]);
    expect(logger.lines).toContainEqual(
      expect.stringMatching(
        /^info connection: .*\. The master was last heard from [\d.]+ s ago\.$/,
      ),
    );
    expect(statuses).toContainEqual(
      expect.objectContaining({ problem: expect.objectContaining({ kind: 'protocol-error' }) }),
    );
  });

  it('is what a master leads to that answers no keepalive', async () => {
    const { master, remote, statuses } = await attachedWorker({ keepalive: 1 }, SOON);
    remote.answersKeepalives = false;
    const again = master.nextAttached();
    await again;
    expect(remote.keepalives).toBeGreaterThan(0);
    expect(statuses).toContainEqual(
      expect.objectContaining({ problem: expect.objectContaining({ kind: 'silent' }) }),
    );
  });
});

describe('a master that cannot be used', () => {
  it.each([
    [{ password: 'wrong' }, 'wrong-password'],
    [{ workerName: 'nobody' }, 'wrong-password'],
  ] as const)('refuses %j', async (changes, kind) => {
    const master = await startMaster();
    const { worker } = makeWorker(basedir.path, master.port, changes);
    worker.start();
    expect((await untilStatus(worker, 'error')).problem.kind).toBe(kind);
  });

  it('has a worker of that name already', async () => {
    const { master } = await attachedWorker();
    const { worker } = makeWorker(basedir.path, master.port);
    worker.start();
    expect((await untilStatus(worker, 'error')).problem.kind).toBe('duplicate-name');
  });

  it('is a web server', async () => {
    const server = createHttpServer((_request, response) => response.end());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const { worker } = makeWorker(basedir.path, (server.address() as AddressInfo).port);
    worker.start();
    expect((await untilStatus(worker, 'error')).problem.kind).toBe('not-a-master');
  }, 20_000);

  it('is not there', async () => {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    const { worker } = makeWorker(basedir.path, port, { maxretries: 2 });
    const finished = new Promise((resolve) => worker.onFinished(resolve));
    worker.start();
    expect(await finished).toMatchObject({ kind: 'gave-up', problem: { kind: 'refused' } });
  });
});

describe('a drain', () => {
  async function building() {
    const rig = await attachedWorker();
    await rig.remote.startBuild('linux');
    const command = await shell(
      rig.remote,
      'echo ready; while ! test -e ../../go; do sleep 0.02; done',
    );
    await printed(command, 'ready');
    const letGo = async (): Promise<void> => {
      await (await shell(rig.remote, 'touch ../../go', 'docs')).completed;
    };
    return { ...rig, command, letGo };
  }

  it('to shut down lets the build end, and then stops', async () => {
    const { worker, remote, command, letGo } = await building();
    const finished = new Promise((resolve) => worker.onFinished(resolve));
    expect(await worker.shutDownGracefully()).toEqual({ ok: true, value: undefined });
    expect(worker.status).toMatchObject({ kind: 'draining', purpose: 'shut-down' });
    expect(await worker.shutDownGracefully()).toMatchObject({ ok: true });
    expect(remote.isGraceful).toBe(true);
    await letGo();
    expect(await command.completed).toBeNull();
    expect(await finished).toEqual({ kind: 'drained', purpose: 'shut-down' });
    expect(worker.status.kind).toBe('stopped');
  });

  it('to pause lets the build end, stays away, and comes back when resumed', async () => {
    const { master, worker, command, letGo } = await building();
    await worker.pause('resumed');
    await letGo();
    await command.completed;
    expect(await untilStatus(worker, 'paused')).toEqual({ kind: 'paused', until: 'resumed' });
    const again = master.nextAttached();
    worker.resume();
    await again;
    await untilStatus(worker, 'idle');
  });

  it('that is cancelled attaches again once nothing runs', async () => {
    const { master, worker, command, letGo } = await building();
    await worker.shutDownGracefully();
    worker.cancelDrain();
    expect(worker.status.kind).toBe('building');
    const again = master.nextAttached();
    await letGo();
    expect(await command.completed).toBeNull();
    const remote = await again;
    expect(remote.isGraceful).toBe(false);
  });

  it('that is cancelled waits for the master, which alone knows of steps without a command', async () => {
    const { master, worker, remote, command, letGo } = await building();
    const masterStep = remote.hold();
    await worker.shutDownGracefully();
    worker.cancelDrain();
    let hasAttached = false;
    const again = master.nextAttached().then(() => {
      hasAttached = true;
    });
    await letGo();
    expect(await command.completed).toBeNull();
    // No command for so long is a gap between builds for all that is known here.
    await waitFor(() => expect(worker.status).toMatchObject({ kind: 'building', builders: [] }));
    expect(worker.status).toMatchObject({ isStillLeaving: true });
    expect(hasAttached).toBe(false);
    masterStep.dispose();
    await again;
    await untilStatus(worker, 'idle');
  });

  it('that is cancelled at once loses the build', async () => {
    const { master, worker, command } = await building();
    await worker.shutDownGracefully();
    const again = master.nextAttached();
    worker.cancelDrain('now');
    await again;
    expect(await command.completed).toBeUndefined();
  });

  it('of a worker without a connection has nothing to wait for', async () => {
    const { worker } = makeWorker(basedir.path, 1);
    worker.start();
    await worker.pause('resumed');
    expect(worker.status.kind).toBe('paused');
  });
});

describe('a request to attach again', () => {
  it('is followed at once where nothing runs', async () => {
    const { master, worker } = await attachedWorker();
    const again = master.nextAttached();
    worker.reconnect('at-gap');
    await again;
    await untilStatus(worker, 'idle');
  });

  it('waits for the end of what runs, and loses nothing', async () => {
    const { master, worker, remote } = await attachedWorker();
    const command = await shell(remote, 'echo ready; until [ -e ../../go ]; do sleep 0.1; done');
    await printed(command, 'ready');
    let hasAttached = false;
    const again = master.nextAttached().then(() => {
      hasAttached = true;
    });
    worker.reconnect('at-gap');
    await (await shell(remote, 'touch ../../go', 'docs')).completed;
    expect(await command.completed).toBeNull();
    expect(hasAttached).toBe(false);
    await again;
  });
});

it('a pause ends by itself', async () => {
  const { master, worker } = await attachedWorker();
  const again = master.nextAttached();
  await worker.pause(Date.now() + 300);
  await again;
  await untilStatus(worker, 'idle');
});

describe('a master that does not read', () => {
  it('holds the program back, and gets every byte once it reads again', async () => {
    const { remote } = await attachedWorker();
    let received = 0;
    const size = 40_000_000;
    const args = {
      command: `yes 0123456789 | head -c ${size}; echo >&2 all`,
      workdir: 'build',
      timeout: 1,
    };
    remote.stopReading();
    const starting = remote.startCommand('linux', 'shell', args, ([key, value]) => {
      if (key === 'stdout') received += String(value).length;
    });
    // Longer than the flood's timeout without output, which must not run meanwhile.
    const pidPath = basedir.at('beside.pid');
    const beside = { command: besideScript(pidPath), workdir: 'build', maxTime: 2 };
    const ending = remote.startCommand('docs', 'shell', beside);
    await untilEnded(pidPath);
    expect(received).toBe(0);
    remote.readAgain();
    expect(await (await starting).completed).toBeNull();
    expect(await (await ending).completed).toBeNull();
    // A line that was cut at the end gets its newline.
    expect(received).toBeGreaterThanOrEqual(size);
    expect(received).toBeLessThanOrEqual(size + 1);
  }, 30_000);
});
