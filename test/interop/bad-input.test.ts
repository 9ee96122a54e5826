import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { candidate, onlyOurs } from './support/candidate.ts';
import { freePort } from './support/interop-master.ts';
import { CANDIDATE, InteropRig } from './support/interop-rig.ts';
import {
  InteropWorker,
  makeWorkerDir,
  type WorkerDirToMake,
  type WorkerToStart,
} from './support/interop-worker.ts';
import { isRoot } from './support/managed-process.ts';
import { temporaryDir } from './support/places.ts';

/** Another user than root, whom no mode keeps out. */
const NOBODY = 65534;

// What the Python worker says is not ours to test.
describe(
  'bad input',
  onlyOurs('the Python worker is not held to what it does with bad input'),
  () => {
    let rig: InteropRig;
    beforeAll(async () => {
      rig = await InteropRig.withMasterOnly('life');
    });
    afterAll(async () => {
      expect(await rig.stop()).toEqual([]);
    });

    describe('a master that cannot be used', () => {
      it('names a wrong password', async () => {
        const worker = await started({ password: 'not-the-secret' });
        await lives(worker, /worker name candidate or its password is wrong/);
      });

      it('names a wrong worker name', async () => {
        const worker = await started({ name: 'nobody-knows-me' });
        await lives(worker, /worker name nobody-knows-me or its password is wrong/);
      });

      it('names an unknown host', async () => {
        const worker = await started({ host: 'nowhere.invalid' });
        await lives(worker, /The (host|name) nowhere\.invalid /);
      });

      it('names a port where nothing listens', async () => {
        const port = await freePort();
        const worker = await started({ port });
        await lives(worker, new RegExp(`Nothing listens on port ${port} of 127\\.0\\.0\\.1`));
      });

      it("knows a master's port for the other protocol", async () => {
        const { pb, msgpack_experimental_v7: msgpack } = rig.master.ports;
        await lives(await started({ port: msgpack }), /not a Buildbot master's worker port/);
        const options = ['--protocol', 'msgpack_experimental_v7'];
        await lives(
          await started({ port: pb, options }),
          /speaks Perspective Broker.*protocol to pb/,
        );
      });

      it('names a wrong password and a wrong worker name over MessagePack', async () => {
        const port = rig.master.ports.msgpack_experimental_v7;
        const options = ['--protocol', 'msgpack_experimental_v7'];
        const password = await started({ port, options, password: 'wröng: 日本' });
        await lives(password, /worker name candidate or its password is wrong/);
        const name = await started({ port, options, name: 'nobody-knows-me' });
        await lives(name, /worker name nobody-knows-me or its password is wrong/);
      });

      it('supposes another worker of the name over MessagePack', async () => {
        const port = rig.master.ports.msgpack_experimental_v7;
        const options = ['--protocol', 'msgpack_experimental_v7'];
        const first = await started({ port, options });
        await first.logged('worker is ready');
        await lives(await started({ port, options }), /most likely another worker of that name/);
      });

      it('knows a port that speaks HTTP', async () => {
        const port = await webServerPort();
        const worker = await started({ port });
        await lives(worker, /not a Buildbot master's worker port.*speaks HTTP/);
      });
    });

    describe('a directory that cannot be used', () => {
      it('refuses one that is not there', async () => {
        const dir = path.join(temporaryPlace(), 'not-there');
        await ends(start(dir), /not-there/);
      });

      it('refuses one that is no worker', async () => {
        await ends(start(temporaryPlace()), /Not a worker directory/);
      });

      it('refuses a file', async () => {
        const file = path.join(temporaryPlace(), 'file');
        fs.writeFileSync(file, 'x');
        await ends(start(file), /file/);
      });

      it('refuses one below a file', async () => {
        const file = path.join(temporaryPlace(), 'file');
        fs.writeFileSync(file, 'x');
        await ends(start(path.join(file, 'below')), /below/);
      });

      it('refuses one that it may not read', async () => {
        const dir = await made({});
        fs.chmodSync(path.join(dir, 'buildbot.tac'), 0o000);
        fs.chmodSync(dir, 0o777);
        await ends(startUnprivileged(dir), /buildbot\.tac/);
      });

      it('refuses one that it may not write', async () => {
        const dir = await made({});
        fs.chmodSync(path.join(dir, 'buildbot.tac'), 0o644);
        fs.chmodSync(dir, 0o555);
        // Whoever is not root could not remove it either.
        onTestFinished(() => fs.chmodSync(dir, 0o755));
        await ends(startUnprivileged(dir), new RegExp(path.basename(dir)));
      });
    });

    describe('a buildbot.tac that cannot be used', () => {
      it('names a setting that code computes', async () => {
        const dir = await made({});
        edit(dir, /^passwd = .*$/m, "passwd = open('/etc/hostname').readline()");
        await ends(start(dir), /passwd|password/);
      });

      it('refuses a file that is not Python', async () => {
        const dir = await made({});
        const tac = path.join(dir, 'buildbot.tac');
        fs.writeFileSync(tac, "((( Application('buildbot-worker')\n");
        await ends(start(dir), /buildbot\.tac/);
      });

      it('refuses a file without a worker in it', async () => {
        const dir = await made({});
        edit(dir, /^s = Worker\((?:.|\n)*?\)$/m, '');
        await ends(start(dir), /buildbot\.tac|Worker/);
      });
    });

    async function made(given: Partial<WorkerDirToMake>): Promise<string> {
      const dir = path.join(temporaryPlace(), 'worker');
      const { workerEnv: env } = rig;
      const { port } = rig.master;
      await makeWorkerDir({ by: 'python', dir, name: CANDIDATE, port, env, ...given });
      return dir;
    }

    async function started(given: Partial<WorkerDirToMake>): Promise<InteropWorker> {
      return start(await made(given));
    }

    function start(dir: string, other?: Pick<WorkerToStart, 'uid' | 'node'>): InteropWorker {
      const env = rig.workerEnv;
      const worker = new InteropWorker({
        by: candidate,
        dir,
        env,
        ...other,
      });
      onTestFinished(async () => {
        await worker.stop();
      });
      return worker;
    }

    function startUnprivileged(dir: string): InteropWorker {
      return start(dir, isRoot() ? { uid: NOBODY, node: nodeForEverybody() } : undefined);
    }
  },
);

/** The Node that runs the tests may be in a home that only its owner may enter. */
function nodeForEverybody(): string {
  const node = path.join(temporaryPlace(), 'node');
  fs.copyFileSync(process.execPath, node);
  fs.chmodSync(node, 0o755);
  return node;
}

/** The problem is shown in a sentence, and the worker goes on trying. */
async function lives(worker: InteropWorker, sentence: RegExp): Promise<void> {
  await worker.logged(sentence);
  expect(worker.log).not.toMatch(STACK_TRACE);
  expect(worker.process.isRunning).toBe(true);
}

/** The problem is shown in a sentence, and the program fails. */
async function ends(worker: InteropWorker, sentence: RegExp): Promise<void> {
  expect(await worker.process.exit).toEqual({ code: 1, signal: null });
  expect(worker.process.output.trim().split('\n')).toEqual([expect.stringMatching(sentence)]);
  expect(worker.process.output).not.toMatch(STACK_TRACE);
}

const STACK_TRACE = /^\s+at .*[:(]\d*|node:internal/m;

function edit(dir: string, pattern: RegExp, text: string): void {
  const tac = path.join(dir, 'buildbot.tac');
  const before = fs.readFileSync(tac, 'utf8');
  const after = before.replace(pattern, text);
  expect(after).not.toBe(before);
  fs.writeFileSync(tac, after);
}

function temporaryPlace(): string {
  const dir = temporaryDir();
  fs.chmodSync(dir, 0o755);
  onTestFinished(() => fs.rmSync(dir, { recursive: true, force: true }));
  return dir;
}

async function webServerPort(): Promise<number> {
  const server = http.createServer((_request, response) => response.end('a web page'));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
