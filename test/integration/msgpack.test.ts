import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import type { MsgpackValue } from '../../main/msgpack/msgpack-value.ts';
import { besideScript, untilEnded } from '../support/command-beside.ts';
import { inEnglish } from '../support/in-english.ts';
import { isRunning } from '../support/is-running.ts';
import { type MsgpackMaster, mapOf, type RemoteMsgpackCommand } from '../support/msgpack-master.ts';
import { temporaryBasedir } from '../support/temporary-basedir.ts';
import { msgpackMaster } from '../support/test-msgpack-master.ts';
import { waitFor } from '../support/wait-for.ts';
import { wordedWith } from '../support/worded.ts';
import { makeWorker, startMaster, untilStatus } from '../support/worker-rig.ts';

const basedir = temporaryBasedir();
const OVER_MSGPACK = { protocol: 'msgpack_experimental_v7' } as const;

function workerFor(port: number, changes: Parameters<typeof makeWorker>[2] = {}) {
  return makeWorker(basedir.path, port, { ...OVER_MSGPACK, ...changes });
}

async function attachedWorker(
  changes: Parameters<typeof makeWorker>[2] = {},
  prepare: (master: MsgpackMaster) => void = () => {},
) {
  const master = await msgpackMaster();
  prepare(master);
  const made = workerFor(master.port, changes);
  const coming = master.nextWorker();
  made.worker.start();
  const remote = await coming;
  await untilStatus(made.worker, 'idle');
  return { ...made, master, remote };
}

function printed(command: RemoteMsgpackCommand, text: string | RegExp): Promise<void> {
  return waitFor(() => expect(command.text('stdout')).toMatch(text));
}

function keysOf(command: RemoteMsgpackCommand): string[] {
  return command.pairs.map(([key]) => key);
}

describe('an attached worker', () => {
  it('has described itself, without secrets, and made its build directories', async () => {
    const { remote, worker } = await attachedWorker();
    expect(remote.info.get('admin')).toBe('Ada');
    expect(remote.info.get('environ')).toEqual(new Map([['PATH', process.env.PATH]]));
    const commands = remote.info.get('worker_commands');
    expect(commands instanceof Map && commands.get('upload_file')).toBe('3.3');
    expect([existsSync(basedir.at('linux')), existsSync(basedir.at('docs'))]).toEqual([true, true]);
    // What the master did for itself is no build, and no builder's.
    expect(worker.status).toEqual({ kind: 'idle', builders: [] });
  });

  it('runs a command and sends its updates in order', async () => {
    const { remote } = await attachedWorker();
    const command = await remote.shell('echo grüß; echo two; exit 3');
    expect(await command.completed).toBeNull();
    expect(keysOf(command)).toEqual(['header', 'stdout', 'rc', 'header', 'elapsed']);
    expect(command.valueOf('rc')).toBe(3);
    expect(command.valueOf('stdout')).toEqual([
      'grüß\ntwo\n',
      [4, 8],
      [expect.any(Number), expect.any(Number)],
    ]);
  });

  it('shows what it builds, and for which builders, named or not', async () => {
    const { remote, worker } = await attachedWorker();
    const command = await remote.shell('echo ready; sleep 60');
    const workdir = `${remote.basedir}/docs/build`;
    const args = { command: 'echo ready; sleep 60', workdir, logEnviron: false };
    const unnamed = await remote.startCommand('shell', args);
    await Promise.all([printed(command, 'ready'), printed(unnamed, 'ready')]);
    expect(worker.status).toMatchObject({ kind: 'building', builders: ['docs', 'linux'] });
    await remote.interrupt(command.id, 'enough');
    await remote.interrupt(unnamed.id, 'enough');
    expect(await Promise.all([command.completed, unnamed.completed])).toEqual([null, null]);
    expect([command.valueOf('rc'), unnamed.valueOf('rc')]).toEqual([-1, -1]);
    expect(await untilStatus(worker, 'idle')).toMatchObject({ builders: ['docs', 'linux'] });
  });

  it('runs several commands of one builder at a time, matched by their ids', async () => {
    const { remote } = await attachedWorker();
    const waits = await remote.shell('while ! test -e go; do sleep 0.02; done; echo first');
    const other = await remote.shell('echo other; touch go');
    expect(await Promise.all([waits.completed, other.completed])).toEqual([null, null]);
    expect([waits.text('stdout'), other.text('stdout')]).toEqual(['first\n', 'other\n']);
  });

  it('distinguishes builds by what the master sends before each', async () => {
    const { remote, worker } = await attachedWorker();
    const events: string[] = [];
    worker.onWorked((event) => {
      const announced = event.kind === 'build-started' ? ` ${event.isAnnounced}` : '';
      if (event.kind.startsWith('build'))
        events.push(`${event.kind} ${event.builderName}${announced}`);
    });
    for (let build = 0; build < 2; build += 1) {
      await remote.session.call('print', { message: 'ping' });
      for (let step = 0; step < 2; step += 1) await (await remote.shell('true')).completed;
    }
    expect(events).toEqual([
      'build-started linux true',
      'build-ended linux',
      'build-started linux true',
    ]);
  });

  it('ends what runs, with all its children, when it is stopped', async () => {
    const { remote, worker } = await attachedWorker();
    const command = await remote.shell('setsid sleep 300 & echo $! $$; wait');
    await printed(command, /\d+ \d+\n/);
    const pids = command.text('stdout').trim().split(' ').map(Number);
    await worker.stop();
    await remote.ended;
    await waitFor(() => expect(pids.filter(isRunning)).toEqual([]));
  });

  it('leaves when the master sends it away', async () => {
    const { remote, worker } = await attachedWorker();
    const finished = new Promise((resolve) => worker.onFinished(resolve));
    expect(await remote.session.call('shutdown')).toBeNull();
    expect(await finished).toEqual({ kind: 'sent-away' });
  });

  it('cuts output as the master asks', async () => {
    const { remote } = await attachedWorker({}, (master) => {
      master.settings = { ...master.settings, max_line_length: 10, newline_re: 'X+' };
    });
    const command = await remote.shell("printf 'aXXb\\rc\\n0123456789abc\\n'");
    await command.completed;
    expect(command.text('stdout')).toBe('a\nb\rc\n012345678\n9abc\n');
  });
});

describe('requests', () => {
  const start = { command_id: '9', command_name: 'shell', args: mapOf({ command: 'true' }) };

  it.each<[string, Readonly<Record<string, MsgpackValue>>, RegExp]>([
    ['dance', {}, /^Command dance does not exist\.$/],
    ['print', {}, /lacks "message"/],
    ['print', { message: [1] }, /"message" is no text/],
    ['start_command', { ...start, command_name: 'dance' }, /unrecognized WorkerCommand 'dance'/],
    ['start_command', start, /is missing args: workdir/],
    ['start_command', { ...start, args: [1] }, /takes a dictionary/],
    ['start_command', { command_name: 'shell', args: new Map() }, /lacks "command_id"/],
    ['interrupt_command', { command_id: '9' }, /lacks "why"/],
    ['set_worker_settings', {}, /lacks "args"/],
    ['set_worker_settings', { args: mapOf({ buffer_size: 5 }) }, /setting buffer_timeout is wrong/],
  ])('is refused with an exception: %s %j', async (op, fields, text) => {
    const { remote } = await attachedWorker();
    await expect(remote.session.call(op, fields)).rejects.toMatchObject({
      code: 'MSGPACK_REMOTE_EXCEPTION',
      message: expect.stringMatching(text),
    });
    // It lives on, and interrupting what does not run is no mistake.
    expect(await remote.session.call('keepalive')).toBeNull();
    expect(await remote.interrupt('77', 'for nothing')).toBeNull();
  });

  it('of which one is refused keep the settings that were', async () => {
    const { remote } = await attachedWorker();
    await remote.session.call('set_worker_settings', { args: new Map() }).catch(() => {});
    const command = await remote.shell('echo fine');
    await command.completed;
    expect(command.text('stdout')).toBe('fine\n');
  });

  it('that are no requests are ignored, text among them', async () => {
    const { remote, logger } = await attachedWorker();
    remote.web.send('text');
    remote.web.send(Buffer.from([0x01]));
    expect(await remote.session.call('keepalive')).toBeNull();
    expect(logger.lines.join()).toMatch(/sent text, which was ignored.*without an op/);
  });
});

describe('transfers', () => {
  const UPLOAD = { maxsize: null, blocksize: 4, keepstamp: false };

  async function withFile() {
    const rig = await attachedWorker();
    writeFileSync(basedir.at('linux/file'), 'abcdefg');
    return { ...rig, path: `${rig.remote.basedir}/linux/file` };
  }

  it('upload a file block by block, and its times', async () => {
    const { remote, path } = await withFile();
    const args = { ...UPLOAD, path, keepstamp: true };
    const upload = await remote.startCommand('upload_file', args, 'linux');
    expect(await upload.completed).toBeNull();
    const bytes = (text: string) => ({ args: new Uint8Array(Buffer.from(text)) });
    expect(remote.requests).toEqual([
      ['update_upload_file_write', bytes('abcd')],
      ['update_upload_file_write', bytes('efg')],
      ['update_upload_file_close', {}],
      [
        'update_upload_file_utime',
        { access_time: expect.any(Number), modified_time: expect.any(Number) },
      ],
    ]);
    expect(upload.valueOf('rc')).toBe(0);
  });

  it('fail with the reason when a real master cannot keep the times', async () => {
    const { remote, path } = await withFile();
    remote.answer = ({ op }) => {
      if (op === 'update_upload_file_utime') throw new Error('takes 2 arguments, 3 given');
      return null;
    };
    const args = { ...UPLOAD, path, keepstamp: true };
    const upload = await remote.startCommand('upload_file', args, 'linux');
    expect(await upload.completed).toBeNull();
    expect(upload.valueOf('rc')).toBe(1);
    expect(upload.text('stderr')).toMatch(
      /^Cannot keep the times of file '.*file': .*defect of its MessagePack.*takes 2 arguments.*PB protocol\n$/,
    );
  });

  it('fail with the text of an exception', async () => {
    const { remote, path } = await withFile();
    remote.answer = ({ op }) => {
      if (op === 'update_upload_file_write') throw new Error('no space left');
      return null;
    };
    const upload = await remote.startCommand('upload_file', { ...UPLOAD, path }, 'linux');
    expect(await upload.completed).toBe('no space left');
    expect(upload.valueOf('rc')).toBe(1);
    expect(remote.requests.at(-1)?.[0]).toBe('update_upload_file_close');
  });

  it('upload a directory and have it unpacked', async () => {
    const { remote } = await withFile();
    const args = {
      path: `${remote.basedir}/linux`,
      maxsize: null,
      blocksize: 4096,
      compress: 'gz',
    };
    const upload = await remote.startCommand('upload_directory', args, 'linux');
    expect(await upload.completed).toBeNull();
    expect(remote.requests.map(([op]) => op)).toEqual([
      'update_upload_directory_write',
      'update_upload_directory_unpack',
    ]);
    expect(upload.valueOf('rc')).toBe(0);
  });

  it('download a file from a master that sends it', async () => {
    const { remote } = await attachedWorker();
    const blocks = ['abcd', 'efg', ''].map((text) => new Uint8Array(Buffer.from(text)));
    remote.answer = ({ op }) => (op === 'update_read_file' ? (blocks.shift() ?? null) : null);
    const path = `${remote.basedir}/linux/new/file`;
    const args = { path, maxsize: null, blocksize: 4, mode: 0o640 };
    const download = await remote.startCommand('download_file', args, 'linux');
    expect(await download.completed).toBeNull();
    expect(download.valueOf('rc')).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe('abcdefg');
    expect(remote.requests.map(([op]) => op).at(-1)).toBe('update_read_file_close');
  });

  it('fail with the reason when a real master sends no data, and leave no empty file', async () => {
    const { remote } = await attachedWorker();
    const path = `${remote.basedir}/linux/file`;
    const args = { path, maxsize: null, blocksize: 4, mode: null };
    const download = await remote.startCommand('download_file', args, 'linux');
    expect(await download.completed).toBeNull();
    expect(download.valueOf('rc')).toBe(1);
    expect(download.text('stderr')).toMatch(/master answered without any data.*defect/);
    expect(existsSync(path)).toBe(false);
  });
});

describe('a connection that is lost', () => {
  it('ends what runs, and the worker comes back by itself', async () => {
    const { master, remote, statuses } = await attachedWorker();
    const command = await remote.shell('echo $$; sleep 60');
    await printed(command, /\d+\n/);
    const pid = Number(command.text('stdout'));
    const again = master.nextWorker();
    remote.web.terminate();
    expect(await (await (await again).shell('true')).completed).toBeNull();
    await waitFor(() => expect(isRunning(pid)).toBe(false));
    expect(statuses).toContainEqual(
      expect.objectContaining({
        kind: 'connecting',
        problem: expect.objectContaining({ kind: 'closed-by-master' }),
      }),
    );
  });

  const NO_MESSAGE = 'sent something that is not MessagePack of a master: a value of type 0xc1';

  it.each([
    ['MessagePack of no master', '8201c1', NO_MESSAGE],
    ['a frame of no web socket', '8f00', 'closed the connection (Invalid WebSocket frame'],
  ])('is what nonsense leads to, with one line in the log: %s', async (what, hex, why) => {
    const { master, remote, logger } = await attachedWorker();
    const again = master.nextWorker();
    const bytes = Buffer.from(hex, 'hex');
    if (what.startsWith('a frame')) remote.socket.write(bytes);
    else remote.web.send(bytes);
    expect(await (await (await again).shell('true')).completed).toBeNull();
    const complaints = logger.lines.filter((line) => /^(warn|error) /.test(line));
    expect(complaints).toEqual([expect.stringContaining(why)]);
  });
});

describe('a master that cannot be used', () => {
  it.each([
    [{ password: 'wrong' }, 'wrong-password'],
    [{ workerName: 'nobody' }, 'wrong-password'],
  ] as const)('refuses %j', async (changes, kind) => {
    const master = await msgpackMaster();
    const { worker } = workerFor(master.port, changes);
    worker.start();
    expect((await untilStatus(worker, 'error')).problem.kind).toBe(kind);
  });

  it('has a worker of that name already, it seems', async () => {
    const master = await msgpackMaster();
    master.attaches = false;
    const coming = master.nextWorker();
    const { worker } = workerFor(master.port);
    worker.start();
    (await coming).web.close();
    expect((await untilStatus(worker, 'error')).problem).toMatchObject({
      kind: 'duplicate-name',
      problem: wordedWith('most likely another worker of that name'),
    });
  });

  it('fails while it attaches the worker', async () => {
    const master = await msgpackMaster();
    master.attaches = false;
    const coming = master.nextWorker();
    const { worker, statuses } = workerFor(master.port);
    worker.start();
    const remote = await coming;
    await remote.session.call('print', { message: 'attached' });
    remote.web.close(1000, 'no database');
    const problem = expect.objectContaining({
      kind: 'closed-by-master',
      problem: wordedWith('no database'),
    });
    await waitFor(() => {
      expect(statuses).toContainEqual(expect.objectContaining({ problem }));
    });
  });

  it('speaks Perspective Broker on that port', async () => {
    const { port } = await startMaster();
    const { worker } = workerFor(port);
    worker.start();
    const { problem } = await untilStatus(worker, 'error');
    expect(inEnglish(problem)).toContain('speaks Perspective Broker');
  });
});

describe('a drain', () => {
  async function building() {
    const rig = await attachedWorker();
    const script = 'echo ready; while ! test -e ../../go; do sleep 0.02; done';
    const command = await rig.remote.shell(script);
    await printed(command, 'ready');
    return { ...rig, command, letGo: () => writeFileSync(basedir.at('go'), '') };
  }

  it('lets the build end, holds a new one back, and then leaves', async () => {
    const { worker, remote, command, letGo, statuses } = await building();
    const finished = new Promise((resolve) => worker.onFinished(resolve));
    expect(await worker.shutDownGracefully()).toEqual({ ok: true, value: undefined });
    expect(worker.status).toMatchObject({ kind: 'draining', isByUs: true, builders: ['linux'] });
    const ping = remote.session.call('print', { message: 'ping' });
    const held = vi.fn();
    ping.then(held, () => {});
    // The running build goes on with its next step.
    letGo();
    expect(await command.completed).toBeNull();
    expect(await (await remote.shell('echo next step')).completed).toBeNull();
    expect(held).not.toHaveBeenCalled();
    expect(await finished).toEqual({ kind: 'drained', purpose: 'shut-down' });
    await expect(ping).rejects.toMatchObject({ code: 'MSGPACK_CONNECTION_LOST' });
    expect(statuses.map(({ kind }) => kind).slice(-2)).toEqual(['draining', 'stopped']);
  }, 20_000);

  it('that is cancelled goes on at once, with the build that was held back', async () => {
    const { worker, remote, command, letGo } = await building();
    await worker.shutDownGracefully();
    const ping = remote.session.call('print', { message: 'ping' });
    worker.cancelDrain();
    expect(await ping).toBeNull();
    expect(worker.status).toMatchObject({ kind: 'building', builders: ['linux'] });
    letGo();
    expect(await command.completed).toBeNull();
    expect(await (await remote.shell('true')).completed).toBeNull();
  });
});

describe('a master that does not read', () => {
  it('holds the program back, and gets every byte once it reads again', async () => {
    const { remote } = await attachedWorker();
    let received = 0;
    const size = 40_000_000;
    remote.onPair = ([key, value]) => {
      if (key === 'stdout' && Array.isArray(value)) received += String(value[0]).length;
    };
    const script = `yes 0123456789 | head -c ${size}; echo >&2 all`;
    remote.socket.pause();
    const starting = remote.shell(script, 'linux', { timeout: 1 });
    // Longer than the flood's timeout without output, which must not run meanwhile.
    const pidPath = basedir.at('beside.pid');
    const ending = remote.shell(besideScript(pidPath), 'linux', { maxTime: 2 });
    await untilEnded(pidPath);
    expect(received).toBe(0);
    remote.socket.resume();
    expect(await (await starting).completed).toBeNull();
    expect(await (await ending).completed).toBeNull();
    // A line that was cut at the end gets its newline.
    expect(received).toBeGreaterThanOrEqual(size);
    expect(received).toBeLessThanOrEqual(size + 1);
  }, 30_000);
});
