import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeSettings, type SettingsChanges } from '../../main/basedir/change-settings.ts';
import { readTac } from '../../main/basedir/tac/read-tac.ts';
import { TAC_SETTINGS, type TacReading } from '../../main/basedir/tac/tac-reading.ts';
import { valueOfEntry } from '../../main/basedir/tac/value-of-entry.ts';
import { keywordOfSetting } from '../../main/basedir/tac/worker-arguments.ts';
import { upgradeDirectory } from '../../main/basedir/upgrade/upgrade-directory.ts';
import type { WorkerSettingName } from '../../main/worker-settings/settings-table.ts';
import { TAC_ENVIRONMENT, TAC_FIXTURES, type TacFixture } from '../support/tac-fixtures.ts';
import { startConnectProxy } from './support/connect-proxy.ts';
import { inspectTacs, type TacInspection } from './support/inspect-tac.ts';
import { CANDIDATE, InteropRig } from './support/interop-rig.ts';
import { makeWorkerDir } from './support/interop-worker.ts';
import { temporaryDir } from './support/places.ts';

// What Python itself makes of a file is compared with what is read from its text.

/** Files of which no worker is read. */
const UNREAD = ['several-workers', 'conditional-worker', 'either-worker', 'no-worker', 'off'];

let dir = '';
beforeAll(() => {
  dir = temporaryDir();
});
afterAll(() => fs.rmSync(dir, { recursive: true }));

const HOME = '/home/ada';
const PYTHON_ENVIRONMENT = { HOME, ...TAC_ENVIRONMENT };

/** With the environment, and the contents of every file, that Python finds. */
function readOnMachine(tacPath: string): TacReading {
  const text = fs.readFileSync(tacPath, 'utf8');
  const machine = { environment: TAC_ENVIRONMENT, home: HOME, tacPath };
  const { wantedFiles } = readTac(text, tacPath, { ...machine, files: new Map() });
  const files = new Map(wantedFiles.map((file) => [file, 'from a file\n']));
  return readTac(text, tacPath, { ...machine, files });
}

describe('the collection of buildbot.tac files', () => {
  /** Files that Python 3 does not run, or that need more than a worker. */
  const NOT_RUN: Readonly<Record<string, RegExp>> = {
    'buildbot-0.7.12-rotating': /SyntaxError: leading zeros/,
    'buildbot-0.7.5': /SyntaxError: leading zeros/,
    'buildslave-0.8.14': /SyntaxError: leading zeros/,
    'buildslave-all-positional': /SyntaxError: leading zeros/,
    'buildslave-python2-only': /SyntaxError/,
    'buildslave-python2-names': /ModuleNotFoundError: .*ConfigParser/,
    'buildslave-urllib2': /ModuleNotFoundError: .*urllib2/,
    'cut-short': /SyntaxError/,
    'off-by-a-switch': /SystemExit/,
    'off-until-monday': /SystemExit: off until Monday/,
  };

  it('says to Python what is read from it', () => {
    const found = inspectTacs(
      TAC_FIXTURES.map(({ path: tacPath }) => tacPath),
      PYTHON_ENVIRONMENT,
    );
    TAC_FIXTURES.forEach((fixture, index) => {
      const inspection = found[index] ?? { error: 'not looked at' };
      const wanted = NOT_RUN[fixture.name];
      if (wanted)
        expect([fixture.name, inspection.error]).toEqual([
          fixture.name,
          expect.stringMatching(wanted),
        ]);
      else compare(fixture, inspection);
    });
  });

  function compare({ name, path: tacPath, expected }: TacFixture, found: TacInspection): void {
    expect({ name, error: found.error }).toEqual({ name, error: null });
    expect({ name, app: found.application }).toEqual({ name, app: expected.applicationName });
    // Python makes the last of several, or one that a function makes; neither is read.
    if (UNREAD.includes(expected.problem ?? '')) return;
    expect({ name, log: found.log !== undefined }).toEqual({ name, log: expected.hasLogBlock });
    const handed: Record<string, unknown> = { ...found.arguments, ...found.log };
    if ('host' in handed) handed.buildmaster_host = handed.host;
    const known = readOnMachine(tacPath);
    for (const setting of TAC_SETTINGS) {
      if (setting.startsWith('buildtray_')) continue;
      if (setting in expected.computed) {
        // What is known without running it is what Python comes to.
        const value = valueOfEntry(known.settings.get(setting));
        const comesTo = handed[keywordOfSetting(setting)] ?? null;
        if (value !== undefined) expect([name, setting, comesTo]).toEqual([name, setting, value]);
        continue;
      }
      const isRead = setting in expected.literals;
      const read =
        setting === 'basedir' && expected.literals.basedir === '.'
          ? path.dirname(tacPath)
          : expected.literals[setting];
      const value = handed[keywordOfSetting(setting)];
      expect([name, setting, value ?? undefined]).toEqual([
        name,
        setting,
        isRead ? (read ?? undefined) : undefined,
      ]);
    }
  }

  /** Those that an upgrade does not leave to their owners. */
  const UPGRADED = TAC_FIXTURES.filter(
    ({ name, expected }) =>
      !UNREAD.includes(expected.problem ?? '') &&
      !['buildslave-urllib2', 'cut-short'].includes(name),
  );

  it('runs under Python 3 and buildbot-worker 4 when it is upgraded', async () => {
    const tacPaths = UPGRADED.map(({ name, bytes }) => placed(name, bytes));
    const before = inspectTacs(tacPaths, PYTHON_ENVIRONMENT);
    for (const tacPath of tacPaths) {
      const upgraded = await upgradeDirectory(path.dirname(tacPath), { isDryRun: false });
      expect(upgraded).toMatchObject({ ok: true });
    }
    inspectTacs(tacPaths, PYTHON_ENVIRONMENT).forEach((after, index) => {
      const name = UPGRADED[index]?.name ?? '';
      const { usePTY: _gone, host, ...kept } = before[index]?.arguments ?? {};
      const handed = host === undefined ? kept : { ...kept, buildmaster_host: host };
      expect({ name, ...after }).toMatchObject({
        name,
        error: null,
        application: 'buildbot-worker',
        arguments: handed,
        worker: { protocol: expect.any(String) },
      });
    });
  });

  /** In a directory of its own. */
  function placed(name: string, bytes: Buffer): string {
    const worker = path.join(dir, name);
    fs.mkdirSync(worker);
    const tacPath = path.join(worker, 'buildbot.tac');
    fs.writeFileSync(tacPath, bytes);
    return tacPath;
  }
});

describe('settings that were changed one by one', () => {
  interface Change {
    readonly change: SettingsChanges;
    /** What Python's worker class is handed. */
    readonly handed: Readonly<Record<string, unknown>>;
    /** What the worker made of it. */
    readonly worker?: Readonly<Record<string, unknown>>;
    readonly log?: Readonly<Record<string, unknown>>;
  }

  const CHANGES: { readonly [name in WorkerSettingName]: Change } = {
    basedir: { change: { basedir: '/else"where' }, handed: { basedir: '/else"where' } },
    host: { change: { host: 'ci.example.org' }, handed: { buildmaster_host: 'ci.example.org' } },
    port: { change: { port: 4711 }, handed: { port: 4711 } },
    useTls: { change: { useTls: true }, handed: { useTls: true } },
    connectionString: {
      change: { connectionString: 'tls:host=ci:port=1' },
      handed: { connection_string: 'tls:host=ci:port=1', buildmaster_host: null, port: null },
    },
    proxyConnectionString: {
      change: { proxyConnectionString: 'tcp:host=proxy:port=3128' },
      handed: { proxy_connection_string: 'tcp:host=proxy:port=3128' },
    },
    protocol: {
      change: { protocol: 'msgpack_experimental_v7' },
      handed: { protocol: 'msgpack_experimental_v7' },
      worker: { protocol: 'BotMsgpack', keepalive: null },
    },
    path: { change: { path: '/ws' }, handed: { path: '/ws' } },
    workerName: { change: { workerName: "wörk'er" }, handed: { name: "wörk'er" } },
    password: { change: { password: 'a\'b"c\\d #e' }, handed: { passwd: 'a\'b"c\\d #e' } },
    keepalive: { change: { keepalive: 7 }, handed: { keepalive: 7 }, worker: { keepalive: 7 } },
    maxdelay: { change: { maxdelay: 7 }, handed: { maxdelay: 7 } },
    maxretries: { change: { maxretries: 7 }, handed: { maxRetries: 7 } },
    umask: { change: { umask: 0o27 }, handed: { umask: 0o27 }, worker: { umask: 0o27 } },
    numcpus: { change: { numcpus: 7 }, handed: { numcpus: 7 }, worker: { numcpus: 7 } },
    unicodeEncoding: {
      change: { unicodeEncoding: 'latin-1' },
      handed: { unicode_encoding: 'latin-1' },
      worker: { unicode_encoding: 'latin-1' },
    },
    allowShutdown: {
      change: { allowShutdown: 'signal' },
      handed: { allow_shutdown: 'signal' },
      worker: { allow_shutdown: 'signal' },
    },
    deleteLeftoverDirs: {
      change: { deleteLeftoverDirs: true },
      handed: { delete_leftover_dirs: true },
      worker: { delete_leftover_dirs: true },
    },
    fileAccess: { change: { fileAccess: 'anywhere' }, handed: {} },
    tacEnvironment: { change: { tacEnvironment: true }, handed: {} },
    leftoverProcesses: { change: { leftoverProcesses: 'leave' }, handed: {} },
    protection: { change: { protection: 'guarded' }, handed: {} },
    protectionPaths: { change: { protectionPaths: '/srv/tools' }, handed: {} },
    protectionVariables: { change: { protectionVariables: 'CC' }, handed: {} },
    logSize: { change: { logSize: 4711 }, handed: {}, log: { rotateLength: 4711 } },
    logCount: { change: { logCount: null }, handed: {}, log: { maxRotatedFiles: null } },
  };

  it('reach the Python worker, and nothing else does', async () => {
    const base = path.join(dir, 'base');
    const env = { PATH: process.env.PATH ?? '' };
    await makeWorkerDir({ by: 'python', dir: base, name: 'w', port: 9989, env });
    const [before] = inspectTacs([path.join(base, 'buildbot.tac')]);
    const tacPaths: string[] = [];
    for (const [name, { change }] of Object.entries(CHANGES)) {
      const worker = path.join(dir, `changed-${name}`);
      fs.cpSync(base, worker, { recursive: true });
      expect(await changeSettings(worker, change)).toMatchObject({ ok: true });
      tacPaths.push(path.join(worker, 'buildbot.tac'));
    }
    const after = inspectTacs(tacPaths, PYTHON_ENVIRONMENT);
    Object.entries(CHANGES).forEach(([name, { handed, worker, log }], index) => {
      expect({ name, ...after[index] }).toEqual({
        name,
        ...before,
        arguments: { ...before?.arguments, ...handed },
        worker: { ...before?.worker, ...worker },
        log: { ...before?.log, ...log },
      });
    });
  });
});

describe('the Python worker, started after a change', () => {
  let rig: InteropRig;
  beforeAll(async () => {
    rig = await InteropRig.withMasterOnly('life');
  });
  afterAll(async () => {
    expect(await rig.stop()).toEqual([]);
  });

  /** Starts the candidate's directory by the Python worker, and ends it when it is attached. */
  async function attaches(): Promise<string> {
    const worker = rig.startWorker(CANDIDATE, 'python');
    await rig.attached(CANDIDATE);
    await worker.stop();
    await rig.master.control.detached(CANDIDATE);
    return worker.log;
  }

  async function madeWith(before: SettingsChanges): Promise<string> {
    const worker = rig.workerDir(CANDIDATE);
    fs.rmSync(worker, { recursive: true, force: true });
    await rig.makeDir(CANDIDATE, 'python');
    expect(await changeSettings(worker, before)).toMatchObject({ ok: true });
    return worker;
  }

  const log = (worker: string): string => path.join(worker, 'twistd.log');

  it.each<[WorkerSettingName, SettingsChanges, (rig: InteropRig) => SettingsChanges]>([
    ['basedir', { basedir: '/nowhere' }, ({ dir: at }) => ({ basedir: path.join(at, CANDIDATE) })],
    ['host', { host: 'nowhere.invalid' }, () => ({ host: 'localhost' })],
    ['port', { port: 1 }, ({ master }) => ({ port: master.port })],
    ['workerName', { workerName: 'nobody' }, () => ({ workerName: CANDIDATE })],
    ['password', { password: 'wrong' }, () => ({ password: 'secret' })],
    [
      'connectionString',
      {},
      ({ master }) => ({ connectionString: `tcp:host=127.0.0.1:port=${master.port}` }),
    ],
    ['maxdelay', {}, () => ({ maxdelay: 5 })],
    ['maxretries', {}, () => ({ maxretries: 3 })],
    ['numcpus', {}, () => ({ numcpus: 3 })],
    ['unicodeEncoding', {}, () => ({ unicodeEncoding: 'latin-1' })],
    ['deleteLeftoverDirs', {}, () => ({ deleteLeftoverDirs: true })],
    ['fileAccess', {}, () => ({ fileAccess: 'anywhere' })],
    ['logCount', {}, () => ({ logCount: null })],
  ])('of %s attaches', async (_name, before, change) => {
    const worker = await madeWith(before);
    expect(await changeSettings(worker, change(rig))).toMatchObject({ ok: true });
    await attaches();
  });

  it('of proxyConnectionString attaches through the proxy', async () => {
    const proxy = await startConnectProxy();
    try {
      const worker = await madeWith({});
      const proxyConnectionString = `tcp:host=127.0.0.1:port=${proxy.port}`;
      await changeSettings(worker, { proxyConnectionString });
      await attaches();
      expect(proxy.targets).toEqual([`127.0.0.1:${rig.master.port}`]);
    } finally {
      await proxy.close();
    }
  });

  it('of keepalive sends them so often', async () => {
    await changeSettings(await madeWith({}), { keepalive: 7 });
    expect(await attaches()).toContain('keepalives every 7 seconds');
  });

  it('of umask makes its files so', async () => {
    const worker = await madeWith({});
    await changeSettings(worker, { umask: 0o77 });
    await attaches();
    expect(fs.statSync(path.join(worker, 'twistd.hostname')).mode & 0o777).toBe(0o600);
    await changeSettings(worker, { umask: 0o22 });
    fs.rmSync(path.join(worker, 'twistd.hostname'));
    await attaches();
    expect(fs.statSync(path.join(worker, 'twistd.hostname')).mode & 0o777).toBe(0o644);
  });

  it('of the log rotates it at that size and keeps so many', async () => {
    const worker = await madeWith({});
    await changeSettings(worker, { logSize: 300, logCount: 2 });
    await attaches();
    const logs = fs
      .readdirSync(worker)
      .filter((file) => file.startsWith('twistd.log'))
      .sort();
    expect(logs).toEqual(['twistd.log', 'twistd.log.1', 'twistd.log.2']);
    await changeSettings(worker, { logSize: null });
    for (const file of logs) fs.rmSync(path.join(worker, file));
    await attaches();
    expect(fs.statSync(log(worker)).size).toBeGreaterThan(300);
    expect(fs.existsSync(`${log(worker)}.1`)).toBe(false);
  });

  it('of allowShutdown leaves when it is asked that way', async () => {
    const worker = await madeWith({});
    await changeSettings(worker, { allowShutdown: 'signal' });
    const running = rig.startWorker(CANDIDATE, 'python');
    // It can ask its master once it knows itself that it is attached, which is later than the master's.
    await running.logged('Connected to buildmaster; worker is ready');
    running.process.signal('SIGHUP');
    await running.logged('Telling the master we want to shutdown');
    await running.process.exit;
  });

  it.each([
    'buildbot-0.7.5',
    'buildbot-0.7.12-rotating',
    'buildslave-0.8.14',
    'buildslave-python2-only',
    'worker-0.9.0',
    'worker-2.0',
  ])('to a directory of %s that was upgraded attaches', async (name) => {
    const worker = rig.workerDir(CANDIDATE);
    fs.rmSync(worker, { recursive: true, force: true });
    fs.mkdirSync(path.join(worker, 'info'), { recursive: true });
    const fixture = TAC_FIXTURES.find((one) => one.name === name);
    fs.writeFileSync(path.join(worker, 'buildbot.tac'), fixture?.bytes ?? '');
    const { port } = rig.master;
    const change = {
      basedir: worker,
      host: '127.0.0.1',
      port,
      workerName: CANDIDATE,
      password: 'secret',
    };
    expect(await changeSettings(worker, change)).toMatchObject({ ok: true });
    expect(await upgradeDirectory(worker, { isDryRun: false })).toMatchObject({ ok: true });
    await attaches();
  });
});
