import { once } from 'node:events';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import tls from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CheckDraft, CheckResult } from '../../../../main/checks/check.ts';
import { checkCertificate } from '../../../../main/checks/check-certificate.ts';
import { checkClock } from '../../../../main/checks/check-clock.ts';
import { resultFrom } from '../../../../main/checks/check-disk.ts';
import { CHECKS, runChecks } from '../../../../main/checks/run-checks.ts';
import { foreignProblem } from '../../../../main/contract/problem.ts';
import { RehearsalMaster } from '../../../../main/rehearsal-master/rehearsal-master.ts';
import type { MasterAddress } from '../../../../main/worker-settings/worker-config.ts';
import { inEnglish } from '../../../support/in-english.ts';
import { asOrdinaryUser, temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { AUTHORITIES, certificatePath, keyPairOf, pinsOf } from '../../../support/tls-fixtures.ts';
import { worded, wordedWith } from '../../../support/worded.ts';

const temporary = temporaryBasedir();
const never = new AbortController().signal;

let master: RehearsalMaster;
const servers: Server[] = [];

beforeEach(async () => {
  master = await RehearsalMaster.listen({ workers: { w1: 'secret' }, builders: ['linux'] });
});

afterEach(async () => {
  for (const server of servers.splice(0)) server.close();
  await master.close();
});

function at(port: number, host = '127.0.0.1', useTls = false): MasterAddress {
  return { kind: 'host', host, port, useTls, proxyConnectionString: undefined };
}

/** Somebody on loopback who says something at once. */
async function stranger(words: string | Uint8Array): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.end(words);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function run(id: keyof typeof CHECKS, draft: CheckDraft): Promise<string> {
  const { state, finding } = await CHECKS[id](draft, never);
  const sentence = inEnglish(finding);
  return `${state}: ${sentence}`;
}

describe('the name of a master', () => {
  it.each([
    ['localhost', /^passed: localhost resolves to .*(127\.0\.0\.1|::1)/],
    ['127.0.0.1', /^skipped: 127\.0\.0\.1 is an address, not a name\./],
    ['no-such-host.invalid', /^failed: .*no-such-host\.invalid/],
  ])('%s is looked up', async (host, words) => {
    expect(await run('name', { address: at(9989, host) })).toMatch(words);
  });

  it('is that of the proxy where one is set', async () => {
    const address: MasterAddress = {
      kind: 'host',
      host: 'ci.invalid',
      port: 9989,
      useTls: false,
      proxyConnectionString: 'tcp:localhost:3128',
    };
    expect(await run('name', { address })).toMatch(/^passed: localhost/);
  });
});

describe('the port of a master', () => {
  it('answers, or nobody is there', async () => {
    const { port } = master;
    expect(await run('port', { address: at(port) })).toBe(`passed: 127.0.0.1:${port} answers.`);
    await master.close();
    expect(await run('port', { address: at(port) })).toMatch(/^failed: Nothing listens on port/);
    master = await RehearsalMaster.listen({ workers: {}, builders: [] });
  });
});

describe('what is spoken at the port', () => {
  it('is Perspective Broker', async () => {
    expect(await run('speaks', { address: at(master.port), protocol: 'pb' })).toMatch(
      /^passed: .* speaks Buildbot's Perspective Broker/,
    );
    const result = await CHECKS.speaks(
      { address: at(master.port), protocol: 'msgpack_experimental_v7' },
      never,
    );
    expect(result).toMatchObject({
      state: 'failed',
      help: worded("Set the worker's protocol to pb."),
    });
  });

  it.each([
    ['SSH-2.0-OpenSSH_9.2\r\n', /^failed: .*speaks SSH/],
    [Uint8Array.of(0x15, 3, 1, 0, 2, 2, 70), /^failed: .*speaks TLS/],
    ['220 mail ready\r\n', /^failed: .*answers with "220 mail ready"/],
  ])('is something else: %s', async (words, sentence) => {
    expect(await run('speaks', { address: at(await stranger(words)) })).toMatch(sentence);
  });
});

describe('the certificate', () => {
  it('is not asked for without TLS', async () => {
    expect(await run('certificate', { address: at(master.port) })).toMatch(/does not use TLS/);
  });

  it('is missed where the password would travel as it is', async () => {
    const draft = {
      address: at(9990, 'ci.example.org'),
      protocol: 'msgpack_experimental_v7',
    } as const;
    expect(await run('certificate', draft)).toMatch(/^warned: .*not encrypted/);
  });

  it('is refused where nobody speaks TLS', async () => {
    const address = at(master.port, '127.0.0.1', true);
    expect(await run('certificate', { address })).toMatch(/^failed: No secure connection/);
  });

  describe('of a master behind an authority that nobody knows', () => {
    let server: tls.Server;
    let address: CheckDraft['address'];

    beforeAll(async () => {
      server = tls.createServer(keyPairOf('localhost')).listen(0, '127.0.0.1');
      await once(server, 'listening');
      address = at((server.address() as AddressInfo).port, 'localhost', true);
    });

    afterAll(() => {
      server.close();
    });

    const look = (extras: CheckDraft['extras']) =>
      checkCertificate({ address, extras }, new AbortController().signal);

    it('is shown, to be compared and trusted', async () => {
      const pin = `sha256:${pinsOf('localhost').certificate}`;
      expect(await look({})).toMatchObject({ state: 'failed', pin });
      expect(await look({ tls: { pin } })).toMatchObject({ state: 'passed' });
    });

    it('is trusted by an authority of one’s own', async () => {
      expect(await look({ tls: { authorities: AUTHORITIES } })).toMatchObject({ state: 'passed' });
    });

    it('is not offered where it is another one than the pinned', async () => {
      const pin = `sha256:${pinsOf('other').certificate}`;
      const result = await look({ tls: { pin } });
      expect(result).toMatchObject({ state: 'failed' });
      expect(result.pin).toBeUndefined();
    });

    it('is not offered where authorities were named', async () => {
      const result = await look({ tls: { authorities: certificatePath('self-signed') } });
      expect(result).toMatchObject({ state: 'failed' });
      expect(result.pin).toBeUndefined();
    });
  });
});

describe('the login', () => {
  const login = (password: string): CheckDraft => ({
    address: at(master.port),
    workerName: 'w1',
    password,
  });

  it('is accepted, and nothing is attached', async () => {
    let hasAttached = false;
    void master.nextAttached().then(() => {
      hasAttached = true;
    });
    expect(await run('login', login('secret'))).toMatch(/^passed: .* accepts the worker w1\.$/);
    // A second one is no duplicate: nothing of the first is left.
    expect(await run('login', login('secret'))).toMatch(/^passed/);
    expect(hasAttached).toBe(false);
  });

  it('is refused with a wrong password', async () => {
    expect(await run('login', login('wrong'))).toMatch(
      /^failed: .*name w1 or its password is wrong/,
    );
  });

  it('is not tried before all is set', async () => {
    expect(await run('login', { address: at(master.port), workerName: 'w1' })).toMatch(/^skipped/);
  });

  it('ends soon when nobody waits for it any more', async () => {
    const abort = new AbortController();
    const silent = createServer((socket) => {
      socket.on('error', () => {});
      abort.abort();
    });
    servers.push(silent);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const draft = { address: at(port), workerName: 'w1', password: 'secret' };
    expect((await CHECKS.login(draft, abort.signal)).state).toBe('failed');
  });
});

describe('the directory', () => {
  it('can be written to, or made, and nothing is left in it', async () => {
    const basedir = temporary.path;
    expect(await run('directory', { basedir })).toMatch(/^passed: .* can be written to\.$/);
    expect(await run('directory', { basedir: temporary.at('a/b') })).toMatch(/can be created\.$/);
    expect(await readdir(basedir)).toEqual([]);
  });

  it('may be something else, or forbidden', async () => {
    await writeFile(temporary.at('file'), '');
    expect(await run('directory', { basedir: temporary.at('file') })).toMatch(/is not a directory/);
    await mkdir(temporary.at('closed'), { mode: 0o555 });
    await chmod(temporary.path, 0o711);
    const words = await asOrdinaryUser(() => run('directory', { basedir: temporary.at('closed') }));
    expect(words).toMatch(/^failed: .* cannot be written to: permission denied \(EACCES\)\.$/);
  });

  it('has room', async () => {
    expect(await run('disk', { basedir: temporary.at('not/yet') })).toMatch(/ of free space\.$/);
    const states = [10 * 1024 ** 3, 1024 ** 3, 1024 ** 2].map(
      (free) => resultFrom(free, '/w').state,
    );
    expect(states).toEqual(['passed', 'warned', 'failed']);
  });
});

it('the clock cannot be compared, but may be impossible', async () => {
  expect((await checkClock()).state).toBe('skipped');
  expect(await checkClock(0)).toMatchObject({
    state: 'failed',
    finding: wordedWith('1970'),
  });
});

describe('all checks', () => {
  async function all(draft: CheckDraft, known = {}): Promise<readonly CheckResult[]> {
    const results: CheckResult[] = [];
    for await (const result of runChecks(draft, never, known)) results.push(result);
    return results;
  }
  const statesOf = (results: readonly CheckResult[]) =>
    results.map(({ id, state }) => `${id} ${state}`);

  it('come in the order of the way to the master', async () => {
    const draft: CheckDraft = {
      address: at(master.port),
      protocol: 'pb',
      workerName: 'w1',
      password: 'secret',
      basedir: temporary.path,
    };
    expect(statesOf(await all(draft)).slice(0, 6)).toEqual([
      ...['name skipped', 'port passed', 'certificate skipped', 'speaks passed', 'login passed'],
      'directory passed',
    ]);
  });

  it('leave out what makes no sense after one that failed', async () => {
    const results = await all({ address: at(1), basedir: temporary.path });
    expect(statesOf(results).slice(1, 6)).toEqual([
      ...['port failed', 'certificate skipped', 'speaks skipped', 'login skipped'],
      'directory passed',
    ]);
    expect(inEnglish(results[4]!.finding)).toContain('Skipped');
  });

  it('report nothing about a draft that is empty', async () => {
    const states = new Set((await all({})).map(({ state }) => state));
    expect([...states]).toEqual(['skipped']);
  });

  it('take what is known already', async () => {
    const login = {
      id: 'login',
      state: 'passed',
      finding: foreignProblem('It is attached.'),
      help: undefined,
    };
    const results = await all({ address: at(master.port) }, { login });
    expect(results.find(({ id }) => id === 'login')).toEqual(login);
  });
});
