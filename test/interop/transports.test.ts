import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ConnectProxy, type ConnectProxyOptions } from '../support/connect-proxy.ts';
import { AUTHORITIES, certificatePath, keyPath, pinsOf } from '../support/tls-fixtures.ts';
import { candidate, onlyOurs } from './support/candidate.ts';
import { expectSameBuild } from './support/expect-same-build.ts';
import type { Listening } from './support/interop-master.ts';
import { CANDIDATE, InteropRig, REFERENCE } from './support/interop-rig.ts';
import { temporaryDir } from './support/places.ts';

const OVER_TLS: Listening = (port) =>
  `ssl:${port}:interface=127.0.0.1:privateKey=${keyPath('localhost')}:certKey=${certificatePath('localhost')}`;
const OVER_IPV6: Listening = (port) => `tcp:${port}:interface=\\:\\:1`;

/** OpenSSL, and so the Python worker, takes this for the system's authorities, as ours does. */
const TRUSTING = { SSL_CERT_FILE: path.join(AUTHORITIES, 'ca.pem') };

interface Way {
  readonly options?: readonly string[];
  readonly host?: string;
  readonly env?: Readonly<Record<string, string>>;
}

describe('a master', () => {
  it('on IPv6', async () => {
    const rig = await masterOnly(OVER_IPV6);
    await expectSameBuildBy(rig, { host: '[::1]' });
  });

  it('on a UNIX socket', async () => {
    const dir = temporaryDir();
    onTestFinished(() => fs.rmSync(dir, { recursive: true }));
    const socket = path.join(dir, 'a:b.sock').replaceAll(':', '\\:');
    const rig = await masterOnly(() => `unix:${socket}`);
    await expectSameBuildBy(rig, { options: ['--connection-string', `unix:path=${socket}`] });
  });

  it('behind a proxy', async () => {
    const proxy = await proxied();
    const rig = await masterOnly();
    await expectSameBuildBy(rig, { options: through(proxy) });
    const asked = `CONNECT 127.0.0.1:${rig.master.ports.pb} HTTP/1.1`;
    expect(proxy.requests.map((head) => head.split('\r\n')[0])).toEqual([asked, asked]);
  });
});

describe('a master that speaks TLS behind an authority of its own', () => {
  it('is reached by both workers, by name and by string, straight and through a proxy', async () => {
    const rig = await masterOnly(OVER_TLS);
    const port = rig.master.ports.pb;
    const string = `tls:host=localhost:port=${port}:trustRoots=${AUTHORITIES}`;
    const ways: readonly Way[] = [
      { options: ['--connection-string', string] },
      { options: ['--use-tls'], host: 'localhost', env: TRUSTING },
      { options: ['--use-tls', ...through(await proxied())], host: 'localhost', env: TRUSTING },
    ];
    for (const way of ways) await expectSameBuildBy(rig, way);
  });

  describe('and Buildtray alone', onlyOurs('the Python worker has none of these options'), () => {
    it('is reached by a pin, by own authorities and with a login at the proxy', async () => {
      const rig = await masterOnly(OVER_TLS);
      const proxy = await proxied({ login: 'ada:open sesame' });
      const login = ['--proxy-user', 'ada', '--proxy-password', 'open sesame'];
      for (const options of [
        ['--tls-pin', pinsOf('localhost').publicKey],
        ['--tls-authorities', AUTHORITIES],
        ['--tls-authorities', AUTHORITIES, ...through(proxy), ...login],
      ]) {
        await rig.makeDir(CANDIDATE, 'buildtray', ['--use-tls', ...options], { host: 'localhost' });
        const worker = rig.startWorker(CANDIDATE, 'buildtray');
        await rig.attached(CANDIDATE);
        expect((await rig.run('quick', CANDIDATE)).results).toBe(0);
        expect(worker.log).not.toContain('open sesame');
        await removed(rig, CANDIDATE);
      }
      expect(proxy.requests).toHaveLength(1);
    });

    it('shows what is wrong when TLS is not spoken, or only by the master', async () => {
      const rig = await masterOnly(OVER_TLS);
      await rig.makeDir(CANDIDATE, 'buildtray', ['--use-tls'], { host: 'localhost' });
      await rig.startWorker(CANDIDATE, 'buildtray').logged('the authority that signed the master');
      await rig.worker(CANDIDATE).stop();
      await rig.makeDir(REFERENCE, 'buildtray', [], { host: 'localhost' });
      await rig.startWorker(REFERENCE, 'buildtray').logged(/like a port that speaks TLS/);
    });
  });
});

describe(
  'a master that does not speak TLS',
  onlyOurs('the Python worker reports nothing about TLS'),
  () => {
    it('is distinguished from one that does', async () => {
      const rig = await masterOnly();
      await rig.makeDir(CANDIDATE, 'buildtray', ['--use-tls'], { host: '127.0.0.1' });
      await rig.startWorker(CANDIDATE, 'buildtray').logged('does not speak TLS');
    });
  },
);

async function masterOnly(listening?: Listening): Promise<InteropRig> {
  const rig = await InteropRig.withMasterOnly('life', { listening });
  onTestFinished(async () => {
    await rig.stop();
  });
  return rig;
}

async function proxied(options: ConnectProxyOptions = {}): Promise<ConnectProxy> {
  const proxy = await ConnectProxy.listen(options);
  onTestFinished(() => proxy.close());
  return proxy;
}

function through(proxy: ConnectProxy): readonly string[] {
  return ['--proxy-connection-string', `tcp:127.0.0.1:${proxy.port}`];
}

/** The Python worker and ours reach the master by the same words. */
async function expectSameBuildBy(rig: InteropRig, { options = [], env = {}, ...place }: Way) {
  const makers = [
    [REFERENCE, 'python'],
    [CANDIDATE, candidate],
  ] as const;
  for (const [name, maker] of makers) {
    await rig.makeDir(name, maker, options, place);
    rig.startWorker(name, maker, env);
  }
  await Promise.all(makers.map(([name]) => rig.attached(name)));
  expectSameBuild(await rig.runPair('quick'));
  for (const [name] of makers) await removed(rig, name);
}

async function removed(rig: InteropRig, name: string): Promise<void> {
  await rig.worker(name).stop();
  await rig.master.control.detached(name);
  fs.rmSync(rig.workerDir(name), { recursive: true });
}
