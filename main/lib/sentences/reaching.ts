const ASK_MSGPACK = 'ask the administrator for the port of the protocol "msgpack_experimental_v7"';

/** On the way to a master, up to the login. */
export const reaching = {
  unknownHost: (host: string) =>
    `The host ${host} is not known: check its spelling, or whether its network (a VPN, perhaps) is connected.`,
  nameServerSilent: (host: string) =>
    `The name ${host} could not be looked up: the name server does not answer; check this machine's network.`,
  masterNotListening: (host: string, port: number) =>
    `Nothing listens on port ${port} of ${host}: the master is not running, or its port is another one.`,
  proxyNotListening: (host: string, port: number) =>
    `Nothing listens on port ${port} of ${host}: the proxy is not running, or its port is another one.`,
  noAnswerInTime: (host: string, port: number) =>
    `${host} did not answer on port ${port} in time: a firewall may be in the way, or the machine is off.`,
  noWay: (host: string) => `There is no way to ${host} from here: check this machine's network.`,
  cannotConnect: (host: string, port: number, reason: string) =>
    `Cannot connect to port ${port} of ${host}: ${reason}.`,
  masterSocket: (path: string, reason: string) =>
    `Cannot connect to the UNIX socket ${path}: ${reason}; the master may not be running.`,
  proxySocket: (path: string, reason: string) =>
    `Cannot connect to the UNIX socket ${path}: ${reason}; the proxy may not be running.`,

  proxyRefused: (proxy: string, target: string, what: string) =>
    `The proxy ${proxy} does not let us through to ${target}: it ${what}.`,
  proxyClosed: () => 'closed the connection without an answer',
  proxyNoHttp: (answer: string) =>
    `answered "${answer}", which is no HTTP: check that host and port are those of an HTTP proxy`,
  proxyWrongLogin: (answer: string) =>
    `answered "${answer}": the user name or the password for the proxy is wrong`,
  proxyWantsLogin: (answer: string) =>
    `answered "${answer}": it wants a user name and a password; put them into the worker's settings (create-worker --proxy-user and --proxy-password)`,
  proxyForbids: (answer: string, port: string) =>
    `answered "${answer}": its administrator has to allow CONNECT to port ${port}`,
  proxyNoConnect: (answer: string) =>
    `answered "${answer}": it seems to be a web server or a proxy without CONNECT; ask for a proxy that knows CONNECT`,
  proxyCannotReach: (answer: string, target: string) =>
    `answered "${answer}": it cannot reach ${target} itself: the master is not running, or the proxy does not know its name`,
  proxyOther: (answer: string) => `answered "${answer}": ask the proxy's administrator`,

  noSecureConnection: (peer: string, why: string) => `No secure connection to ${peer}: ${why}.`,
  tlsExpired: () => "the master's certificate has expired; its administrator has to renew it",
  tlsNotYetValid: () =>
    "the master's certificate is not valid yet; check this machine's clock, then ask the administrator",
  tlsOtherName: () =>
    "the master's certificate is for another name; connect by the name it was made for",
  tlsSelfSigned: () =>
    "the master signed its certificate itself; get the certificate from the administrator and name it, or its SHA-256 as a pin, in the worker's settings (create-worker --tls-authorities or --tls-pin)",
  tlsUnknownAuthority: () =>
    "the authority that signed the master's certificate is not known here; get its certificate from the administrator and name it in the worker's settings (create-worker --tls-authorities)",
  tlsRevoked: () => "the master's certificate was revoked",
  tlsClosed: () =>
    'the other end closed the connection at once; perhaps that port does not speak TLS: ask the administrator',
  tlsPinMismatch: (found: string) =>
    `the certificate is not the pinned one: ${found}. Ask the administrator whether it was renewed, and only then write the new one as the pin; otherwise somebody may stand between you and the master`,
  tlsNotSpoken: () =>
    'that port does not speak TLS; ask the administrator whether TLS is in use there',
  tlsFailed: (reason: string) => `the handshake failed (${reason})`,
  pinFound: (pin: string) => `its SHA-256 is ${pin}`,
  noCertificateShown: () => 'the master showed no certificate',
  noAuthoritiesIn: (path: string) => `no certificate of an authority was found in ${path}`,
  authoritiesUnreadable: (path: string, reason: string) =>
    `the authorities in ${path} cannot be read: ${reason}`,
  ownCertificateUnreadable: (path: string, reason: string) =>
    `our certificate ${path} cannot be read: ${reason}`,
  ownKeyUnreadable: (path: string, reason: string) =>
    `our private key ${path} cannot be read: ${reason}`,
  ownCertificateUnusable: (reason: string) =>
    `our certificate or its key cannot be used: ${reason}`,
  pinWithoutTls: (peer: string) =>
    `A certificate is pinned, and the connection to ${peer} does not use TLS: switch TLS on, or take the pin out of buildtray.json.`,

  speaksTls: (peer: string) =>
    `${peer} speaks TLS and this worker does not: switch TLS on (use_tls = True, or create-worker --use-tls), or ask the administrator for the port without it.`,
  notPbPort: (peer: string, what: string) =>
    `That is not a Buildbot master's worker port: ${peer} ${what}; ask the administrator for the port of the protocol "pb" (often 9989).`,
  notAMastersPort: (peer: string, what: string) =>
    `That is not a Buildbot master's worker port: ${peer} ${what}; ask the administrator for the port.`,
  notMsgpackPort: (peer: string, what: string) =>
    `That is not a Buildbot master's port for MessagePack: ${peer} ${what}; ${ASK_MSGPACK}.`,
  speaksPbInstead: (peer: string) =>
    `${peer} speaks Perspective Broker: it is a Buildbot master's port for the protocol "pb". Set the worker's protocol to pb, or ${ASK_MSGPACK}.`,
  doesSpeakPb: () => 'speaks Perspective Broker',
  doesSpeakHttp: () => "speaks HTTP, like a web page or a master's port for MessagePack",
  doesSpeakSsh: () => 'speaks SSH',
  doesAnswer: (line: string) => `answers with "${line}"`,
  doesSayNothing: () => 'accepts connections but says nothing',
  doesClose: () => 'closed the connection without a word',
  doesFail: (reason: string) => `failed (${reason})`,
  doesLetEverybodyIn: () => 'offers a WebSocket to everybody, which no master does',

  webServerSilent: (peer: string, seconds: number) =>
    `${peer} accepted the connection, but did not answer as a web server within ${seconds} s: it is busy, or no Buildbot master's port for MessagePack; ${ASK_MSGPACK}.`,
  webServerLacksPath: (peer: string, path: string, answer: string) =>
    `The web server at ${peer} has nothing at the path ${path} (it answered "${answer}"): check the setting "path", or ${ASK_MSGPACK}.`,
  webServerAlone: (peer: string, answer: string) =>
    `The web server at ${peer} answered "${answer}": the master behind it does not run, or is starting.`,
  noWebSocket: (peer: string, path: string, answer: string) =>
    `${peer} is a web server, but offers no WebSocket at the path ${path} (it answered "${answer}"); ${ASK_MSGPACK}.`,
  handshakeRefused: (peer: string, answer: string) =>
    `${peer} refused the WebSocket handshake with "${answer}"; its administrator finds more in the log there.`,
};
