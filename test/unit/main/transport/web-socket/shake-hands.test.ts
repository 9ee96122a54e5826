import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { pathFrom, shakeHands } from '../../../../../main/transport/web-socket/shake-hands.ts';
import { never } from '../../../../support/check-drafts.ts';

it.each([
  [undefined, '/'],
  ['', '/'],
  ['ws', '/ws'],
  ['/farm/ws?x=1', '/farm/ws?x=1'],
])('the path %s is %s in a request', (given, path) => {
  expect(pathFrom(given)).toBe(path);
});

it('a handshake sends a login only where one is given, and leaves nothing of a socket that failed', async () => {
  const server = createServer((_request, response) => response.writeHead(404).end());
  const logins: unknown[] = [];
  server.on('upgrade', ({ headers }, socket) => {
    logins.push(headers.authorization);
    socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
  });
  onTestFinished(() => void server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  for (const authorization of [undefined, 'Basic dzpw']) {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const endpoint = {
      kind: 'tcp',
      host: '127.0.0.1',
      port,
      bindAddress: undefined,
      timeoutSeconds: undefined,
    } as const;
    const shaken = await shakeHands({ socket, endpoint, path: '/', authorization }, never);
    expect(shaken).toMatchObject({ ok: false, problem: { kind: 'answer', status: 401 } });
    expect(socket.destroyed).toBe(true);
  }
  expect(logins).toEqual([undefined, 'Basic dzpw']);
});
