import type { ProxyRefusal, TlsReason } from '../../../contract/problems/reaching.ts';
import { assertNever } from '../../../lib/assert-never.ts';
import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText } from './facts.ts';
import { peerAnswerText } from './peer-answer.ts';

const ASK_MSGPACK = 'ask the administrator for the port of the protocol "msgpack_experimental_v7"';

/** On the way to a master, up to the login. */
const ASK_ABOUT_PIN =
  'Ask the administrator whether it was renewed, and only then write the new one as the pin; otherwise somebody may be between you and the master';

export const reaching: WordsOf<'reaching'> = {
  unknownHost: ({ host }) =>
    `The host ${host} is not known: check its spelling, or whether its network (a VPN, perhaps) is connected.`,
  nameServerSilent: ({ host }) =>
    `The name ${host} could not be looked up: the name server does not answer; check this machine's network.`,
  masterNotListening: ({ host, port }) =>
    `Nothing listens on port ${port} of ${host}: the master is not running, or its port is another one.`,
  proxyNotListening: ({ host, port }) =>
    `Nothing listens on port ${port} of ${host}: the proxy is not running, or its port is another one.`,
  noAnswerInTime: ({ host, port }) =>
    `${host} did not answer on port ${port} in time: a firewall may be in the way, or the machine is off.`,
  noWay: ({ host }) => `There is no route to ${host} from here: check this machine's network.`,
  cannotConnect: ({ host, port, message }) =>
    `Cannot connect to port ${port} of ${host}: ${message}.`,
  masterSocket: ({ path, reason }) =>
    `Cannot connect to the UNIX socket ${path}: ${fileReasonText(reason)}; the master may not be running.`,
  proxySocket: ({ path, reason }) =>
    `Cannot connect to the UNIX socket ${path}: ${fileReasonText(reason)}; the proxy may not be running.`,

  proxyRefused: ({ proxy, target, refusal }) =>
    `The proxy ${proxy} does not let this worker through to ${target}: it ${refusalText(refusal, target)}.`,

  noSecureConnection: ({ peer, reason }) =>
    `No secure connection to ${peer}: ${tlsText(reason, 'master')}.`,
  noSecureProxy: ({ proxy, reason }) =>
    `No secure connection to the proxy ${proxy}: ${tlsText(reason, 'proxy')}.`,
  pinWithoutTls: ({ peer }) =>
    `A certificate is pinned, and the connection to ${peer} does not use TLS: switch TLS on, or remove the pin from buildtray.json.`,

  speaksTls: ({ peer }) =>
    `${peer} speaks TLS and this worker does not: switch TLS on (use_tls = True, or create-worker --use-tls), or ask the administrator for the port without it.`,
  notPbPort: ({ peer, answer }) =>
    `That is not a Buildbot master's worker port: ${peer} ${peerAnswerText(answer)}; ask the administrator for the port of the protocol "pb" (often 9989).`,
  pbPortSilent: ({ peer, seconds }) =>
    `${peer} accepted the connection, but sent nothing within ${seconds} s: the master is busy, or this is not its port for the protocol "pb" (often 9989); ask the administrator if it stays so.`,
  notMastersPort: ({ peer, answer }) =>
    `That is not a Buildbot master's worker port: ${peer} ${peerAnswerText(answer)}; ask the administrator for the port.`,
  notMsgpackPort: ({ peer, answer }) =>
    `That is not a Buildbot master's port for MessagePack: ${peer} ${peerAnswerText(answer)}; ${ASK_MSGPACK}.`,
  speaksPbInstead: ({ peer }) =>
    `${peer} speaks Perspective Broker: it is a Buildbot master's port for the protocol "pb". Set the worker's protocol to pb, or ${ASK_MSGPACK}.`,

  webServerSilent: ({ peer, seconds }) =>
    `${peer} accepted the connection, but did not answer as a web server within ${seconds} s: it is busy, or it is not a Buildbot master's port for MessagePack; ${ASK_MSGPACK}.`,
  webServerLacksPath: ({ peer, path, answer }) =>
    `The web server at ${peer} has nothing at the path ${path} (it answered "${answer}"): check the setting "path", or ${ASK_MSGPACK}.`,
  webServerAlone: ({ peer, answer }) =>
    `The web server at ${peer} answered "${answer}": the master behind it is not running, or is still starting.`,
  noWebSocket: ({ peer, path, answer }) =>
    `${peer} is a web server, but offers no WebSocket at the path ${path} (it answered "${answer}"); ${ASK_MSGPACK}.`,
  handshakeRefused: ({ peer, answer }) =>
    `${peer} refused the WebSocket handshake with "${answer}"; its administrator can find out more in the log there.`,
};

/** What a proxy did, in words after "it". */
function refusalText(refusal: ProxyRefusal, target: string): string {
  switch (refusal.kind) {
    case 'closed':
      return 'closed the connection without an answer';
    case 'not-http':
      return `answered "${refusal.answer}", which is not HTTP: check that host and port are those of an HTTP proxy`;
    case 'wrong-login':
      return `answered "${refusal.answer}": the user name or the password for the proxy is wrong`;
    case 'login-required':
      return `answered "${refusal.answer}": it requires a user name and a password; put them into the worker's settings (create-worker --proxy-user and --proxy-password)`;
    case 'port-forbidden':
      return `answered "${refusal.answer}": its administrator has to allow CONNECT to port ${refusal.port}`;
    case 'no-connect':
      return `answered "${refusal.answer}": it seems to be a web server or a proxy without CONNECT; ask for a proxy that knows CONNECT`;
    case 'cannot-reach':
      return `answered "${refusal.answer}": it cannot reach ${target} itself: the master is not running, or the proxy does not know its name`;
    case 'other':
      return `answered "${refusal.answer}": ask the proxy's administrator`;
    default:
      return assertNever(refusal);
  }
}

/** Why there is no encrypted connection, in words after a colon; only a master's certificate is pinned. */
function tlsText(reason: TlsReason, peer: 'master' | 'proxy'): string {
  switch (reason.kind) {
    case 'expired':
      return `the ${peer}'s certificate has expired; its administrator has to renew it`;
    case 'not-yet-valid':
      return `the ${peer}'s certificate is not valid yet; check this machine's clock, then ask the administrator`;
    case 'other-name':
      return `the ${peer}'s certificate is for another name; connect by the name it was made for`;
    case 'self-signed':
      return peer === 'master'
        ? "the master signed its certificate itself; get the certificate from the administrator and name it, or its SHA-256 as a pin, in the worker's settings (create-worker --tls-authorities or --tls-pin)"
        : "the proxy signed its certificate itself; get the certificate from the administrator and name it in the worker's settings (create-worker --tls-authorities)";
    case 'unknown-authority':
      return `the authority that signed the ${peer}'s certificate is not known here; get its certificate from the administrator and name it in the worker's settings (create-worker --tls-authorities)`;
    case 'revoked':
      return `the ${peer}'s certificate was revoked`;
    case 'closed':
      return 'the other end closed the connection at once; perhaps that port does not speak TLS: ask the administrator';
    case 'not-spoken':
      return 'that port does not speak TLS; ask the administrator whether TLS is in use there';
    case 'no-certificate':
      return `the certificate is not the pinned one: the master showed no certificate. ${ASK_ABOUT_PIN}`;
    case 'other-pin':
      return `the certificate is not the pinned one: its SHA-256 is ${reason.pin}. ${ASK_ABOUT_PIN}`;
    case 'no-authorities':
      return `no certificate of an authority was found in ${reason.path}`;
    case 'authorities-unreadable':
      return `the authorities in ${reason.path} cannot be read: ${fileReasonText(reason.reason)}`;
    case 'own-certificate-unreadable':
      return `the worker's certificate ${reason.path} cannot be read: ${fileReasonText(reason.reason)}`;
    case 'own-key-unreadable':
      return `the worker's private key ${reason.path} cannot be read: ${fileReasonText(reason.reason)}`;
    case 'own-certificate-unusable':
      return `the worker's certificate or its key cannot be used: ${reason.message}`;
    case 'other':
      return `the handshake failed (${reason.message})`;
    default:
      return assertNever(reason);
  }
}
