import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ConnectionExtras } from '../../../../main/worker-settings/connection-extras.ts';
import { ConnectProxy, type ConnectProxyOptions } from '../../../support/connect-proxy.ts';
import { AUTHORITIES } from '../../../support/tls-fixtures.ts';
import { byHost, greetingOf, testServers } from './listening.ts';

const { portOf, tlsServer, greeter, answering, to } = testServers();

async function proxied(options: ConnectProxyOptions = {}): Promise<ConnectProxy> {
  const proxy = await ConnectProxy.listen(options);
  onTestFinished(() => proxy.close());
  return proxy;
}

function through(proxyPort: number, port: number, changes = {}) {
  const proxyConnectionString = `tcp:127.0.0.1:${proxyPort}`;
  return byHost({ host: '127.0.0.1', port, proxyConnectionString, ...changes });
}

describe('a proxy', () => {
  it('lets us through, and keeps what the master said in the same packet', async () => {
    const masterPort = await portOf(greeter());
    const proxyPort = await portOf(
      createServer((client) => {
        client.once('data', () => {
          to(masterPort).once('data', (greeting) => {
            client.end(Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nVia: x\r\n\r\n'), greeting]));
          });
        });
      }),
    );
    expect(await greetingOf(through(proxyPort, 9989))).toBe('a master');
  });

  it('is asked in the words that the protocol has, without a login', async () => {
    const { port, requests } = await proxied();
    await greetingOf(through(port, await portOf(greeter(), '::1'), { host: '::1' }));
    expect(requests).toEqual([
      expect.stringMatching(/^CONNECT \[::1\]:(\d+) HTTP\/1\.1\r\nHost: \[::1\]:\1\r\n\r\n$/),
    ]);
  });

  it('leads to a TLS master, whose certificate is checked as any', async () => {
    const { port } = await proxied();
    const masterPort = await portOf(tlsServer('localhost'));
    const address = through(port, masterPort, { host: 'localhost', useTls: true });
    expect(await greetingOf(address)).toContain('the authority that signed');
    expect(await greetingOf(address, { tls: { authorities: AUTHORITIES } })).toBe('a master');
  });

  it('learns who we are', async () => {
    const { port } = await proxied({ login: 'ada:pass:wörd' });
    const masterPort = await portOf(greeter());
    const extras: ConnectionExtras = { proxy: { user: 'ada', password: 'pass:wörd' } };
    expect(await greetingOf(through(port, masterPort), extras)).toBe('a master');
  });

  it('asks for a login, or refuses the one that is given', async () => {
    const { port } = await proxied({ login: 'ada:right' });
    const asked = await greetingOf(through(port, 9989));
    expect(asked).toMatch(/^proxy-refused: .*"HTTP\/1\.1 407 .*it requires a user name/);
    const refused = await greetingOf(through(port, 9989), {
      proxy: { user: 'ada', password: 'wrong' },
    });
    expect(refused).toMatch(/^proxy-refused: .*the password for the proxy is wrong/);
    expect(refused).not.toContain('"wrong"');
  });

  it('cannot reach the master', async () => {
    const { port } = await proxied();
    expect(await greetingOf(through(port, 1))).toBe(
      `proxy-refused: The proxy 127.0.0.1:${port} does not let this worker through to 127.0.0.1:1: it answered "HTTP/1.1 502 Bad Gateway": it cannot reach 127.0.0.1:1 itself: the master is not running, or the proxy does not know its name.`,
    );
  });

  it.each([
    ['HTTP/1.1 403 Forbidden\r\n\r\n', 'has to allow CONNECT to port 9989'],
    ['HTTP/1.1 501 Not Implemented\r\n\r\n', 'ask for a proxy that knows CONNECT'],
    ['HTTP/1.1 418 Teapot\r\n\r\n', "ask the proxy's administrator"],
    ['SSH-2.0-OpenSSH_9\x1b[2J\r\n\r\n', 'answered "SSH-2.0-OpenSSH_9.[2J", which is not HTTP'],
    ['', 'closed the connection without an answer'],
  ])('answers %j', async (answer, why) => {
    const port = await portOf(answering(answer));
    const greeting = await greetingOf(through(port, 9989));
    expect(greeting).toMatch(
      /^proxy-refused: The proxy 127\.0\.0\.1:\d+ does not let this worker through/,
    );
    expect(greeting).toContain(why);
  });

  it('sends much and nothing of use', async () => {
    const port = await portOf(answering('x'.repeat(100_000)));
    expect(await greetingOf(through(port, 9989))).toContain('which is not HTTP');
  });

  it('that is encrypted shows a certificate of its own, which is not taken for the master’s', async () => {
    const proxyPort = await portOf(tlsServer('localhost'));
    const greeting = await greetingOf(
      byHost({ useTls: true, proxyConnectionString: `tls:localhost:${proxyPort}` }),
    );
    expect(greeting).toBe(
      `tls-refused: No secure connection to the proxy localhost:${proxyPort}: the authority that signed the proxy's certificate is not known here; get its certificate from the administrator and name it in the worker's settings (create-worker --tls-authorities).`,
    );
  });

  it('is not there', async () => {
    const greeting = await greetingOf(through(1, 9989));
    expect(greeting).toBe(
      'refused: Nothing listens on port 1 of 127.0.0.1: the proxy is not running, or its port is another one.',
    );
  });
});
