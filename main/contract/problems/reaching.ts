import { z } from 'zod';
import { fileReason, number, text } from './facts.ts';

/** Why a proxy opened no way; `answer` is the first line it answered with. */
const proxyRefusal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('closed') }),
  z.object({
    kind: z.enum([
      'not-http',
      'wrong-login',
      'login-required',
      'no-connect',
      'cannot-reach',
      'other',
    ]),
    answer: text,
  }),
  z.object({ kind: z.literal('port-forbidden'), answer: text, port: text }),
]);
export type ProxyRefusal = Readonly<z.infer<typeof proxyRefusal>>;

const plainTlsReason = z.enum([
  'expired',
  'not-yet-valid',
  'other-name',
  'self-signed',
  'unknown-authority',
  'revoked',
  'closed',
  'not-spoken',
  'no-certificate',
]);
export type PlainTlsReason = z.infer<typeof plainTlsReason>;

/** Why there is no encrypted connection. */
const tlsReason = z.discriminatedUnion('kind', [
  z.object({ kind: plainTlsReason }),
  z.object({ kind: z.literal('other-pin'), pin: text }),
  z.object({ kind: z.literal('no-authorities'), path: text }),
  z.object({
    kind: z.enum(['authorities-unreadable', 'own-certificate-unreadable', 'own-key-unreadable']),
    path: text,
    reason: fileReason,
  }),
  z.object({ kind: z.literal('own-certificate-unusable'), message: text }),
  /** In the words of the TLS library. */
  z.object({ kind: z.literal('other'), message: text }),
]);
export type TlsReason = Readonly<z.infer<typeof tlsReason>>;

/** What a port does that is not the expected one. */
export const peerAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['pb', 'http', 'ssh', 'closed', 'closed-when-asked', 'open-web-socket']),
  }),
  z.object({ kind: z.literal('line'), line: text }),
  z.object({ kind: z.literal('failed'), message: text }),
]);
export type PeerAnswer = Readonly<z.infer<typeof peerAnswer>>;

/** On the way to a master, up to the login. */
export const reaching = {
  unknownHost: { host: text },
  nameServerSilent: { host: text },
  masterNotListening: { host: text, port: number },
  proxyNotListening: { host: text, port: number },
  noAnswerInTime: { host: text, port: number },
  noWay: { host: text },
  cannotConnect: { host: text, port: number, message: text },
  masterSocket: { path: text, reason: fileReason },
  proxySocket: { path: text, reason: fileReason },
  proxyRefused: { proxy: text, target: text, refusal: proxyRefusal },

  noSecureConnection: { peer: text, reason: tlsReason },
  noSecureProxy: { proxy: text, reason: tlsReason },
  pinWithoutTls: { peer: text },

  speaksTls: { peer: text },
  notPbPort: { peer: text, answer: peerAnswer },
  pbPortSilent: { peer: text, seconds: number },
  notMastersPort: { peer: text, answer: peerAnswer },
  notMsgpackPort: { peer: text, answer: peerAnswer },
  speaksPbInstead: { peer: text },

  webServerSilent: { peer: text, seconds: number },
  webServerLacksPath: { peer: text, path: text, answer: text },
  webServerAlone: { peer: text, answer: text },
  noWebSocket: { peer: text, path: text, answer: text },
  handshakeRefused: { peer: text, answer: text },
};
