import type { reaching as english } from '../../../lib/sentences/reaching.ts';

const ASK_MSGPACK =
  'fragen Sie den Administrator nach dem Port für das Netzwerkprotokoll „msgpack_experimental_v7“';

export const reaching: typeof english = {
  unknownHost: (host) =>
    `Der Host ${host} ist nicht bekannt: Prüfen Sie die Schreibweise, oder ob sein Netz (vielleicht ein VPN) verbunden ist.`,
  nameServerSilent: (host) =>
    `Der Name ${host} ließ sich nicht nachschlagen: Der Nameserver antwortet nicht; prüfen Sie das Netz dieses Rechners.`,
  masterNotListening: (host, port) =>
    `Auf Port ${port} von ${host} ist niemand zu erreichen: Der Master läuft nicht, oder sein Port ist ein anderer.`,
  proxyNotListening: (host, port) =>
    `Auf Port ${port} von ${host} ist niemand zu erreichen: Der Proxy läuft nicht, oder sein Port ist ein anderer.`,
  noAnswerInTime: (host, port) =>
    `${host} hat auf Port ${port} nicht rechtzeitig geantwortet: Vielleicht steht eine Firewall im Weg, oder der Rechner ist aus.`,
  noWay: (host) => `Von hier führt kein Weg zu ${host}: Prüfen Sie das Netz dieses Rechners.`,
  cannotConnect: (host, port, reason) => `Keine Verbindung zu Port ${port} von ${host}: ${reason}.`,
  masterSocket: (path, reason) =>
    `Keine Verbindung zum UNIX-Socket ${path}: ${reason}; vielleicht läuft der Master nicht.`,
  proxySocket: (path, reason) =>
    `Keine Verbindung zum UNIX-Socket ${path}: ${reason}; vielleicht läuft der Proxy nicht.`,

  proxyRefused: (proxy, target, what) =>
    `Der Proxy ${proxy} lässt uns nicht zu ${target} durch: Er ${what}.`,
  proxyClosed: () => 'hat die Verbindung ohne Antwort geschlossen',
  proxyNoHttp: (answer) =>
    `hat „${answer}“ geantwortet, was kein HTTP ist; prüfen Sie, ob Host und Port die eines HTTP-Proxys sind`,
  proxyWrongLogin: (answer) =>
    `hat „${answer}“ geantwortet; der Benutzername oder das Passwort für den Proxy ist falsch`,
  proxyWantsLogin: (answer) =>
    `hat „${answer}“ geantwortet; er verlangt Benutzernamen und Passwort: Tragen Sie beide in die Einstellungen des Workers ein (create-worker --proxy-user und --proxy-password)`,
  proxyForbids: (answer, port) =>
    `hat „${answer}“ geantwortet; sein Administrator muss CONNECT zu Port ${port} erlauben`,
  proxyNoConnect: (answer) =>
    `hat „${answer}“ geantwortet; er scheint ein Webserver oder ein Proxy ohne CONNECT zu sein: Fragen Sie nach einem Proxy, der CONNECT kennt`,
  proxyCannotReach: (answer, target) =>
    `hat „${answer}“ geantwortet; er kann ${target} selbst nicht erreichen: Der Master läuft nicht, oder der Proxy kennt seinen Namen nicht`,
  proxyOther: (answer) => `hat „${answer}“ geantwortet; fragen Sie den Administrator des Proxys`,

  noSecureConnection: (peer, why) => `Keine sichere Verbindung zu ${peer}: ${why}.`,
  tlsExpired: () =>
    'Das Zertifikat des Masters ist abgelaufen; sein Administrator muss es erneuern',
  tlsNotYetValid: () =>
    'Das Zertifikat des Masters gilt noch nicht; prüfen Sie die Uhr dieses Rechners, dann fragen Sie den Administrator',
  tlsOtherName: () =>
    'Das Zertifikat des Masters gilt für einen anderen Namen; verbinden Sie sich unter dem Namen, für den es gemacht ist',
  tlsSelfSigned: () =>
    'Der Master hat sein Zertifikat selbst signiert; holen Sie sich das Zertifikat vom Administrator und nennen Sie es, oder seinen SHA-256 als Pin, in den Einstellungen des Workers (create-worker --tls-authorities oder --tls-pin)',
  tlsUnknownAuthority: () =>
    'Die Zertifizierungsstelle, die das Zertifikat des Masters signiert hat, ist hier nicht bekannt; holen Sie sich ihr Zertifikat vom Administrator und nennen Sie es in den Einstellungen des Workers (create-worker --tls-authorities)',
  tlsRevoked: () => 'Das Zertifikat des Masters wurde widerrufen',
  tlsClosed: () =>
    'Die Gegenseite hat die Verbindung sofort geschlossen; vielleicht spricht dieser Port kein TLS: Fragen Sie den Administrator',
  tlsPinMismatch: (found) =>
    `Das Zertifikat ist nicht das angepinnte: ${found}. Fragen Sie den Administrator, ob es erneuert wurde, und tragen Sie erst dann das neue als Pin ein; sonst steht vielleicht jemand zwischen Ihnen und dem Master`,
  tlsNotSpoken: () =>
    'Dieser Port spricht kein TLS; fragen Sie den Administrator, ob dort TLS verwendet wird',
  tlsFailed: (reason) => `Der Handshake ist gescheitert (${reason})`,
  pinFound: (pin) => `sein SHA-256 ist ${pin}`,
  noCertificateShown: () => 'der Master hat kein Zertifikat vorgewiesen',
  noAuthoritiesIn: (path) => `In ${path} fand sich kein Zertifikat einer Zertifizierungsstelle`,
  authoritiesUnreadable: (path, reason) =>
    `Die Zertifizierungsstellen in ${path} lassen sich nicht lesen: ${reason}`,
  ownCertificateUnreadable: (path, reason) =>
    `Unser Zertifikat ${path} lässt sich nicht lesen: ${reason}`,
  ownKeyUnreadable: (path, reason) =>
    `Unser privater Schlüssel ${path} lässt sich nicht lesen: ${reason}`,
  ownCertificateUnusable: (reason) =>
    `Unser Zertifikat oder sein Schlüssel ist nicht zu verwenden: ${reason}`,
  pinWithoutTls: (peer) =>
    `Ein Zertifikat ist angepinnt, aber die Verbindung zu ${peer} verwendet kein TLS: Schalten Sie TLS ein, oder nehmen Sie den Pin aus buildtray.json.`,

  speaksTls: (peer) =>
    `${peer} spricht TLS und dieser Worker nicht: Schalten Sie TLS ein (use_tls = True, oder create-worker --use-tls), oder fragen Sie den Administrator nach dem Port ohne TLS.`,
  notPbPort: (peer, what) =>
    `Das ist nicht der Port eines Buildbot-Masters für Worker: ${peer} ${what}; fragen Sie den Administrator nach dem Port für das Netzwerkprotokoll „pb“ (oft 9989).`,
  notAMastersPort: (peer, what) =>
    `Das ist nicht der Port eines Buildbot-Masters für Worker: ${peer} ${what}; fragen Sie den Administrator nach dem Port.`,
  notMsgpackPort: (peer, what) =>
    `Das ist nicht der Port eines Buildbot-Masters für MessagePack: ${peer} ${what}; ${ASK_MSGPACK}.`,
  speaksPbInstead: (peer) =>
    `${peer} spricht Perspective Broker: Es ist der Port eines Buildbot-Masters für das Netzwerkprotokoll „pb“. Stellen Sie das Netzwerkprotokoll des Workers auf pb, oder ${ASK_MSGPACK}.`,
  doesSpeakPb: () => 'spricht Perspective Broker',
  doesSpeakHttp: () =>
    'spricht HTTP, wie eine Webseite oder der Port eines Masters für MessagePack',
  doesSpeakSsh: () => 'spricht SSH',
  doesAnswer: (line) => `antwortet mit „${line}“`,
  doesSayNothing: () => 'nimmt Verbindungen an, sagt aber nichts',
  doesClose: () => 'hat die Verbindung ohne ein Wort geschlossen',
  doesFail: (reason) => `hat versagt (${reason})`,
  doesLetEverybodyIn: () => 'bietet allen einen WebSocket an, was kein Master tut',

  webServerSilent: (peer, seconds) =>
    `${peer} hat die Verbindung angenommen, aber binnen ${seconds} s nicht wie ein Webserver geantwortet: Er ist beschäftigt, oder das ist nicht der Port eines Buildbot-Masters für MessagePack; ${ASK_MSGPACK}.`,
  webServerLacksPath: (peer, path, answer) =>
    `Der Webserver auf ${peer} hat unter dem Pfad ${path} nichts (er antwortete „${answer}“): Prüfen Sie die Einstellung „path“, oder ${ASK_MSGPACK}.`,
  webServerAlone: (peer, answer) =>
    `Der Webserver auf ${peer} antwortete „${answer}“: Der Master dahinter läuft nicht, oder er startet gerade.`,
  noWebSocket: (peer, path, answer) =>
    `${peer} ist ein Webserver, bietet aber unter dem Pfad ${path} keinen WebSocket an (er antwortete „${answer}“); ${ASK_MSGPACK}.`,
  handshakeRefused: (peer, answer) =>
    `${peer} hat den WebSocket-Handshake mit „${answer}“ abgelehnt; sein Administrator findet mehr im dortigen Protokoll.`,
};
