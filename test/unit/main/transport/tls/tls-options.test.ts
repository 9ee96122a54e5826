import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import { describe, expect, it, onTestFinished } from 'vitest';
import { pinFrom } from '../../../../../main/transport/tls/certificate-pin.ts';
import {
  AUTHORITIES,
  certificatePath,
  keyPairOf,
  keyPath,
  pinsOf,
} from '../../../../support/tls-fixtures.ts';
import { wordedWith } from '../../../../support/worded.ts';
import { byHost, byString, greetingOf, testServers } from '../listening.ts';

const { portOf, tlsServer, greeter, keep } = testServers();

describe('a TLS connection', () => {
  it('reaches a master behind an authority of its own', async () => {
    const port = await portOf(tlsServer('localhost'));
    const address = byString(`tls:localhost:${port}:trustRoots=${AUTHORITIES}`);
    expect(await greetingOf(address)).toBe('a master');
  });

  it.each([AUTHORITIES, join(AUTHORITIES, 'ca.pem')])(
    'takes authorities besides the system’s, a directory or a file',
    async (authorities) => {
      const port = await portOf(tlsServer('localhost'));
      const address = byHost({ host: 'localhost', port, useTls: true });
      expect(await greetingOf(address, { tls: { authorities } })).toBe('a master');
    },
  );

  it('checks the address of a master that is named by it', async () => {
    const port = await portOf(tlsServer('localhost'));
    const tls = { authorities: AUTHORITIES };
    const address = byHost({ host: '127.0.0.1', port, useTls: true });
    expect(await greetingOf(address, { tls })).toBe('a master');
  });

  it('does not check who the master is where ssl: names nothing, as with Twisted', async () => {
    const port = await portOf(tlsServer('other'));
    expect(await greetingOf(byString(`ssl:localhost:${port}`))).toBe('a master');
  });

  it('shows a certificate of its own', async () => {
    const shown: string[] = [];
    const server = createTlsServer(
      { ...keyPairOf('localhost'), requestCert: true, rejectUnauthorized: false },
      (socket: TLSSocket) => {
        shown.push(String(socket.getPeerCertificate().subject?.CN));
        keep(socket).end('a master');
      },
    );
    const port = await portOf(server);
    const ours = `certificate=${certificatePath('other')}:privateKey=${keyPath('other')}`;
    await greetingOf(byString(`tls:localhost:${port}:trustRoots=${AUTHORITIES}:${ours}`));
    expect(shown).toEqual(['other']);
  });

  it.each([
    ['localhost', '', 'unknown-issuer', 'the authority that signed the master'],
    ['self-signed', '', 'unknown-issuer', 'signed its certificate itself'],
    ['other', `:trustRoots=${AUTHORITIES}`, 'tls-refused', 'is for another name'],
    ['expired', `:trustRoots=${AUTHORITIES}`, 'tls-refused', 'has expired'],
  ] as const)('refuses the certificate "%s" with%s: %s, %s', async (name, trust, kind, why) => {
    const port = await portOf(tlsServer(name));
    const greeting = await greetingOf(byString(`tls:localhost:${port}${trust}`));
    expect(greeting).toContain(`${kind}: No secure connection to localhost:`);
    expect(greeting).toContain(why);
  });

  it('reports that a port does not speak TLS', async () => {
    const port = await portOf(
      createServer((socket) => socket.write('HTTP/1.0 400 Bad Request\r\n\r\n')),
    );
    expect(await greetingOf(byString(`tls:localhost:${port}`))).toContain('does not speak TLS');
  });

  it('reports that a port closes as soon as it gets TLS', async () => {
    const port = await portOf(createServer((socket) => socket.once('data', () => socket.end())));
    const greeting = await greetingOf(byString(`tls:localhost:${port}`));
    expect(greeting).toMatch(/^tls-refused: .*perhaps that port does not speak TLS/);
  });

  it.each([
    ['trustRoots=/no/such/dir', 'the authorities in /no/such/dir cannot be read: there is no such'],
    [
      'certificate=/no/such.pem',
      "the worker's certificate /no/such.pem cannot be read: there is no such",
    ],
    [
      'privateKey=/no/such.pem',
      "the worker's private key /no/such.pem cannot be read: there is no such",
    ],
    [`certificate=${import.meta.filename}`, "the worker's certificate or its key cannot be used"],
  ])('names the file that cannot be used: %s', async (setting, why) => {
    const port = await portOf(tlsServer('localhost'));
    const greeting = await greetingOf(byString(`tls:localhost:${port}:${setting}`));
    expect(greeting).toMatch(/^tls-refused: /);
    expect(greeting).toContain(why);
  });

  it('leaves out what is no certificate in a directory, and reports when nothing is left', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'buildtray-'));
    onTestFinished(() => rmSync(dir, { recursive: true }));
    writeFileSync(join(dir, 'junk.pem'), 'junk');
    const port = await portOf(tlsServer('localhost'));
    expect(await greetingOf(byString(`tls:localhost:${port}:trustRoots=${dir}`))).toContain(
      `no certificate of an authority was found in ${dir}`,
    );
  });
});

describe('a pin', () => {
  const { certificate, publicKey } = pinsOf('self-signed');

  it.each([
    `sha256:${certificate}`,
    `sha256:${publicKey}`,
    certificate.toUpperCase().replace(/..(?=.)/g, '$&:'),
    `sha256//${Buffer.from(publicKey, 'hex').toString('base64')}`,
  ])('lets the master in whose certificate or key it is: %s', async (pin) => {
    const port = await portOf(tlsServer('self-signed'));
    const address = byHost({ host: '127.0.0.1', port, useTls: true });
    expect(await greetingOf(address, { tls: { pin } })).toBe('a master');
  });

  it('keeps every other master out, even one that an authority vouches for', async () => {
    const port = await portOf(tlsServer('localhost'));
    const tls = { pin: certificate, authorities: AUTHORITIES };
    const greeting = await greetingOf(byHost({ host: 'localhost', port, useTls: true }), { tls });
    expect(greeting).toMatch(/^tls-refused: .*the certificate is not the pinned one/);
    expect(greeting).toContain(`sha256:${pinsOf('localhost').certificate}`);
  });

  it('is no excuse for an authority that was named and did not sign', async () => {
    const port = await portOf(tlsServer('self-signed'));
    const tls = { pin: certificate, authorities: AUTHORITIES };
    const greeting = await greetingOf(byHost({ host: 'localhost', port, useTls: true }), { tls });
    expect(greeting).toContain('signed its certificate itself');
  });

  it('does not make an expired certificate good', async () => {
    const port = await portOf(tlsServer('expired'));
    const tls = { pin: pinsOf('expired').publicKey };
    const greeting = await greetingOf(byHost({ host: 'localhost', port, useTls: true }), { tls });
    expect(greeting).toContain('has expired');
  });

  it('refuses a connection without TLS', async () => {
    const port = await portOf(greeter());
    const greeting = await greetingOf(byHost({ host: '127.0.0.1', port }), {
      tls: { pin: certificate },
    });
    expect(greeting).toMatch(/^tls-refused: A certificate is pinned, .* does not use TLS/);
  });

  it.each(['', 'sha256:', 'sha1:abcdef', `${certificate}00`])('refuses %j', (text) => {
    expect(pinFrom(text)).toMatchObject({
      ok: false,
      problem: wordedWith('SHA-256'),
    });
  });
});
