import { describe, expect, it } from 'vitest';
import { FirstBytes } from '../../../../../../main/worker/connection/pb/first-bytes.ts';
import { inEnglish } from '../../../../../support/in-english.ts';

const GREETING = Buffer.from('02800282706204826e6f6e65', 'hex');

describe('FirstBytes', () => {
  it('lets a master pass, in one chunk or byte by byte, and everything after', () => {
    expect(new FirstBytes('farm:9989').check(GREETING)).toBeUndefined();
    const slow = new FirstBytes('farm:9989');
    for (const byte of GREETING) expect(slow.check(Buffer.from([byte]))).toBeUndefined();
    expect(slow.check(Buffer.from('HTTP/1.1'))).toBeUndefined();
  });

  it.each([
    [
      'HTTP/1.0 400 Bad Request\r\n',
      "speaks HTTP, like a web page or a master's port for MessagePack",
    ],
    ['SSH-2.0-OpenSSH_9.2\r\n', 'speaks SSH'],
    ['220 mail.example.org ESMTP\r\nmore', 'answers with "220 mail.example.org ESMTP"'],
    ['\x01\x02\x03', 'answers with "..."'],
  ])('names what %j is', (bytes, what) => {
    const problem = new FirstBytes('farm:9989').check(Buffer.from(bytes, 'latin1'));
    expect(problem?.kind).toBe('not-a-master');
    expect(problem && inEnglish(problem)).toBe(
      `That is not a Buildbot master's worker port: farm:9989 ${what}; ask the administrator for the port of the protocol "pb" (often 9989).`,
    );
  });

  it('advises to switch TLS on where it is spoken', () => {
    const alert = Buffer.from('1503010002', 'hex');
    const problem = new FirstBytes('farm:9989').check(alert);
    expect(problem && inEnglish(problem)).toMatch(/^farm:9989 speaks TLS .* switch TLS on/);
  });

  it('takes a port that closes when a browser asks for one that may speak TLS, and a greeting for a master', () => {
    const problem = new FirstBytes('farm:9989').answered(new Uint8Array(0));
    expect(problem && inEnglish(problem)).toMatch(
      /^That is not a Buildbot master's worker port: .* like a port that speaks TLS/,
    );
    expect(new FirstBytes('farm:9989').answered(GREETING)).toBeUndefined();
  });

  it('distinguishes a stranger that closes from a master that goes away, before the greeting too', () => {
    const firstBytes = new FirstBytes('farm:9989');
    expect(firstBytes.closedProblem(false).kind).toBe('not-a-master');
    expect(firstBytes.closedProblem(true).kind).toBe('closed-by-master');
    firstBytes.check(GREETING);
    expect(firstBytes.closedProblem(false).kind).toBe('closed-by-master');
  });
});
