import type { Socket } from 'node:net';
import type { ProxyRefusal } from '../contract/problems/reaching.ts';
import type { ProxyLogin } from '../worker-settings/connection-extras.ts';
import { refusalOf } from './refusal-of.ts';

/** Answers of proxies are a few hundred bytes; more than this is no answer to CONNECT. */
const MOST_ANSWER_BYTES = 16 * 1024;

/** The proxy made no tunnel. */
export class ProxyRefusedError extends Error {
  override readonly name = 'ProxyRefusedError';
  readonly code = 'PROXY_REFUSED';
  readonly refusal: ProxyRefusal;

  constructor(refusal: ProxyRefusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

/**
 * Asks an HTTP proxy for a tunnel to `target` (`host:port`). The socket then carries the tunnel's bytes;
 * what the other end sent already is put back for the next reader.
 *
 * Errors: ProxyRefusedError; Node's error when the socket fails.
 */
export function openTunnel(
  socket: Socket,
  target: string,
  login: ProxyLogin | undefined,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let answer = Buffer.alloc(0);
    const finish = (act: () => void): void => {
      signal.removeEventListener('abort', abort);
      socket.removeListener('data', received);
      socket.removeListener('error', failed);
      socket.removeListener('close', closed);
      socket.pause();
      act();
    };
    const refuse = (error: Error): void => {
      finish(() => reject(error));
      socket.on('error', () => {});
      socket.destroy();
    };
    const failed = (error: Error): void => refuse(error);
    const closed = (): void => refuse(new ProxyRefusedError({ kind: 'closed' }));
    const abort = (): void => {
      refuse(Object.assign(new Error('the proxy did not answer'), { code: 'ETIMEDOUT' }));
    };
    const received = (chunk: Buffer): void => {
      answer = Buffer.concat([answer, chunk]);
      const end = answer.indexOf('\r\n\r\n');
      if (end < 0 && answer.length < MOST_ANSWER_BYTES) return;
      const refusal = refusalOf(answer, { target, hasLogin: login !== undefined });
      if (refusal !== undefined) {
        refuse(new ProxyRefusedError(refusal));
        return;
      }
      const rest = answer.subarray(end + 4);
      finish(() => {
        if (rest.length > 0) socket.unshift(rest);
        resolve();
      });
    };
    socket.on('data', received);
    socket.once('error', failed);
    socket.once('close', closed);
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    else socket.write(connectRequest(target, login));
  });
}

function connectRequest(target: string, login: ProxyLogin | undefined): string {
  const lines = [`CONNECT ${target} HTTP/1.1`, `Host: ${target}`];
  if (login) {
    const credentials = Buffer.from(`${login.user}:${login.password}`).toString('base64');
    lines.push(`Proxy-Authorization: Basic ${credentials}`);
  }
  return `${lines.join('\r\n')}\r\n\r\n`;
}
