import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocketServer } from 'ws';
import { askForLogin } from '../../../../../main/transport/web-socket/ask-for-login.ts';
import { addressAt, never } from '../../../../support/check-drafts.ts';

/** What comes of asking a server that answers each request for a web socket with `answer`, and the requests. */
async function askedWith(answer: string | 'lets anybody in') {
  const requests: unknown[] = [];
  const server = createServer();
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    requests.push([request.url, request.headers.authorization]);
    if (answer === 'lets anybody in') sockets.handleUpgrade(request, socket, head, () => {});
    else socket.end(`HTTP/1.1 ${answer}\r\n\r\n`);
  });
  onTestFinished(() => {
    for (const web of sockets.clients) web.terminate();
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const outcome = await askForLogin({ address: addressAt(port), path: '/ws' }, never, never);
  return { requests, came: outcome.ok ? 'asks' : outcome.problem.kind, sockets };
}

it('a master asks for a login, and is sent none', async () => {
  const { came, requests } = await askedWith('401 Unauthorized');
  expect(came).toBe('asks');
  expect(requests).toEqual([['/ws', undefined]]);
});

it('a proxy may log in by itself; the web socket does not stay open', async () => {
  const { came, sockets } = await askedWith('lets anybody in');
  expect(came).toBe('asks');
  for (const web of sockets.clients) if (web.readyState !== web.CLOSED) await once(web, 'close');
});

it('another answer is the problem that it is for a login', async () => {
  expect((await askedWith('404 Not Found')).came).toBe('not-a-master');
  expect((await askedWith('502 Bad Gateway')).came).toBe('unreachable');
});
