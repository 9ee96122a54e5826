import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type CreateWorkerInput,
  createWorkerRequestFrom,
} from '../../../../main/basedir/create-worker-request.ts';
import { createWorkerProblem } from '../../../../main/texts/en/cli/create-worker-problem.ts';

const PIN = `sha256:${'00'.repeat(32)}`;

const request = (input: CreateWorkerInput, master = 'farm') =>
  createWorkerRequestFrom(['/w', master, 'ada', 'secret'], input);

function refusal(input: CreateWorkerInput, master?: string): string | undefined {
  const outcome = request(input, master);
  return outcome.ok ? undefined : createWorkerProblem(outcome.problem);
}

describe('options of create-worker', () => {
  it('start from what buildbot-worker starts from', () => {
    expect(request({})).toEqual({
      ok: true,
      value: {
        config: {
          basedir: '/w',
          master: {
            kind: 'host',
            host: 'farm',
            port: 9989,
            useTls: false,
            proxyConnectionString: undefined,
          },
          workerName: 'ada',
          password: 'secret',
          protocol: 'pb',
          keepalive: 600,
          maxdelay: 300,
          maxretries: undefined,
          umask: undefined,
          numcpus: undefined,
          unicodeEncoding: 'utf-8',
          allowShutdown: undefined,
          deleteLeftoverDirs: false,
          logSize: 10_000_000,
          logCount: 10,
          path: undefined,
          fileAccess: 'basedir',
          tacEnvironment: false,
          leftoverProcesses: 'build',
          protection: 'open',
        },
        extras: {},
        isRelocatable: false,
        isQuiet: false,
        isEmailMunged: false,
      },
    });
  });

  it.each<[CreateWorkerInput, object]>([
    [{ keepalive: '0' }, { keepalive: 0 }],
    [{ maxdelay: '7' }, { maxdelay: 7 }],
    [{ maxretries: '3' }, { maxretries: 3 }],
    [{ maxretries: 'None' }, { maxretries: undefined }],
    [{ umask: '022' }, { umask: 0o22 }],
    [{ umask: '0o22' }, { umask: 0o22 }],
    [{ umask: '18' }, { umask: 0o22 }],
    [{ numcpus: '5' }, { numcpus: 5 }],
    [{ 'log-size': '4096' }, { logSize: 4096 }],
    [{ 'log-count': '3' }, { logCount: 3 }],
    [{ 'log-count': 'None' }, { logCount: undefined }],
    [{ 'no-logrotate': true }, { logSize: undefined, logCount: undefined }],
    [{ 'allow-shutdown': 'signal' }, { allowShutdown: 'signal' }],
    [{ 'delete-leftover-dirs': true }, { deleteLeftoverDirs: true }],
    [{ 'unicode-encoding': 'latin-1' }, { unicodeEncoding: 'latin-1' }],
    [{ 'use-tls': true }, { master: { useTls: true } }],
    [{ 'proxy-connection-string': 'tcp:p:1' }, { master: { proxyConnectionString: 'tcp:p:1' } }],
    [
      { 'connection-string': 'tcp:farm:1' },
      { master: { kind: 'connection-string', connectionString: 'tcp:farm:1' } },
    ],
  ])('reach the settings: %j', (input, config) => {
    expect(request(input)).toMatchObject({ ok: true, value: { config } });
  });

  it.each<[CreateWorkerInput, object]>([
    [{ 'use-tls': true, 'tls-pin': PIN }, { tls: { pin: PIN } }],
    [{ 'connection-string': 'TLS:farm:1', 'tls-pin': PIN }, { tls: { pin: PIN } }],
    [
      { 'use-tls': true, 'tls-authorities': 'farm.pem' },
      { tls: { authorities: resolve('farm.pem') } },
    ],
    [
      {
        'proxy-connection-string': 'tcp:p:1',
        'proxy-user': 'ada',
      },
      { proxy: { user: 'ada', password: '' } },
    ],
  ])('reach the file beside buildbot.tac: %j', (input, extras) => {
    expect(request(input)).toMatchObject({ ok: true, value: { extras } });
  });

  it.each<[CreateWorkerInput, string]>([
    [{ keepalive: 'x' }, 'keepalive parameter needs to be a number'],
    [{ maxdelay: 'x' }, 'maxdelay parameter needs to be a number'],
    [{ maxretries: '-1' }, 'maxretries parameter needs to be a number or None'],
    [{ umask: '8x' }, 'umask parameter needs to be a number or None'],
    [{ numcpus: 'many' }, 'numcpus parameter needs to be a number or None'],
    [{ 'log-size': 'big' }, 'log-size parameter needs to be a number'],
    [{ 'log-count': 'all' }, 'log-count parameter needs to be a number or None'],
    [{ 'allow-shutdown': 'x' }, "allow-shutdown needs to be one of 'signal' or 'file'"],
    [
      { 'connection-string': 'tcp:f:1', 'proxy-connection-string': 'tcp:p:1' },
      'connection-string and proxy-connection-string cannot be used together',
    ],
    [{ 'tls-pin': PIN }, 'tls-pin: This only applies with TLS'],
    [{ 'tls-pin': 'x', 'use-tls': true }, 'tls-pin: Enter a SHA-256'],
    [{ 'tls-authorities': '/farm.pem' }, 'tls-authorities: This only applies with TLS'],
    [{ 'proxy-password': 'x' }, 'proxy-user: Required together with “proxy-password”'],
    [{ 'proxy-user': 'ada', 'proxy-password': 'x' }, 'proxy-user: This only applies with a proxy'],
    [
      { 'proxy-connection-string': 'tcp:p:1', 'proxy-user': 'a:b', 'proxy-password': 'x' },
      'proxy-user: Enter a user name without a colon.',
    ],
  ])('are refused in one sentence: %j', (input, sentence) => {
    expect(refusal(input)).toContain(sentence);
  });

  it.each([
    ['http://farm', '<master> is not a URL'],
    ['fe80::1:9989', 'must be enclosed by []'],
    ['farm:http', "invalid master port 'http'"],
    ['farm:70000', 'from 1 to 65535'],
    ['[]', 'invalid <master>'],
  ])('refuses the master %s', (master, sentence) => {
    expect(refusal({}, master)).toContain(sentence);
  });

  it('takes an IPv6 master in brackets', () => {
    expect(request({}, '[::1]:7')).toMatchObject({
      ok: true,
      value: { config: { master: { host: '::1', port: 7 } } },
    });
  });
});
