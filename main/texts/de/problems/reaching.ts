import type { ProxyRefusal, TlsReason } from '../../../contract/problems/reaching.ts';
import { assertNever } from '../../../lib/assert-never.ts';
import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText } from './facts.ts';
import { peerAnswerText } from './peer-answer.ts';

const ASK_MSGPACK =
  'fragen Sie den Administrator nach dem Port für das Netzwerkprotokoll „msgpack_experimental_v7“';
const ASK_ABOUT_PIN =
  'Fragen Sie den Administrator, ob es erneuert wurde, und tragen Sie erst dann das neue als Pin ein; sonst steht vielleicht jemand zwischen Ihnen und dem Master';

export const reaching: WordsOf<'reaching'> = {
  unknownHost: ({ host }) =>
    `Der Host ${host} ist nicht bekannt: Prüfen Sie die Schreibweise, oder ob sein Netz (vielleicht ein VPN) verbunden ist.`,
  nameServerSilent: ({ host }) =>
    `Der Name ${host} ließ sich nicht nachschlagen: Der Nameserver antwortet nicht; prüfen Sie das Netz dieses Rechners.`,
  masterNotListening: ({ host, port }) =>
    `Auf Port ${port} von ${host} ist niemand zu erreichen: Der Master läuft nicht, oder sein Port ist ein anderer.`,
  proxyNotListening: ({ host, port }) =>
    `Auf Port ${port} von ${host} ist niemand zu erreichen: Der Proxy läuft nicht, oder sein Port ist ein anderer.`,
  noAnswerInTime: ({ host, port }) =>
    `${host} hat auf Port ${port} nicht rechtzeitig geantwortet: Vielleicht steht eine Firewall im Weg, oder der Rechner ist aus.`,
  noWay: ({ host }) => `Von hier führt kein Weg zu ${host}: Prüfen Sie das Netz dieses Rechners.`,
  cannotConnect: ({ host, port, message }) =>
    `Keine Verbindung zu Port ${port} von ${host}: ${message}.`,
  masterSocket: ({ path, reason }) =>
    `Keine Verbindung zum UNIX-Socket ${path}: ${fileReasonText(reason)}; vielleicht läuft der Master nicht.`,
  proxySocket: ({ path, reason }) =>
    `Keine Verbindung zum UNIX-Socket ${path}: ${fileReasonText(reason)}; vielleicht läuft der Proxy nicht.`,

  proxyRefused: ({ proxy, target, refusal }) =>
    `Der Proxy ${proxy} lässt diesen Worker nicht zu ${target} durch: Er ${refusalText(refusal, target)}.`,

  noSecureConnection: ({ peer, reason }) =>
    `Keine sichere Verbindung zu ${peer}: ${tlsText(reason, 'Master')}.`,
  noSecureProxy: ({ proxy, reason }) =>
    `Keine sichere Verbindung zum Proxy ${proxy}: ${tlsText(reason, 'Proxy')}.`,
  pinWithoutTls: ({ peer }) =>
    `Ein Zertifikat ist angepinnt, aber die Verbindung zu ${peer} verwendet kein TLS: Schalten Sie TLS ein, oder nehmen Sie den Pin aus buildtray.json.`,

  speaksTls: ({ peer }) =>
    `${peer} spricht TLS und dieser Worker nicht: Schalten Sie TLS ein (use_tls = True, oder create-worker --use-tls), oder fragen Sie den Administrator nach dem Port ohne TLS.`,
  notPbPort: ({ peer, answer }) =>
    `Das ist nicht der Port eines Buildbot-Masters für Worker: ${peer} ${peerAnswerText(answer)}; fragen Sie den Administrator nach dem Port für das Netzwerkprotokoll „pb“ (oft 9989).`,
  pbPortSilent: ({ peer, seconds }) =>
    `${peer} hat die Verbindung angenommen, aber binnen ${seconds} s nichts gesendet: Der Master ist beschäftigt, oder das ist nicht sein Port für das Netzwerkprotokoll „pb“ (oft 9989); fragen Sie den Administrator, wenn es so bleibt.`,
  notMastersPort: ({ peer, answer }) =>
    `Das ist nicht der Port eines Buildbot-Masters für Worker: ${peer} ${peerAnswerText(answer)}; fragen Sie den Administrator nach dem Port.`,
  notMsgpackPort: ({ peer, answer }) =>
    `Das ist nicht der Port eines Buildbot-Masters für MessagePack: ${peer} ${peerAnswerText(answer)}; ${ASK_MSGPACK}.`,
  speaksPbInstead: ({ peer }) =>
    `${peer} spricht Perspective Broker: Es ist der Port eines Buildbot-Masters für das Netzwerkprotokoll „pb“. Stellen Sie das Netzwerkprotokoll des Workers auf pb, oder ${ASK_MSGPACK}.`,

  webServerSilent: ({ peer, seconds }) =>
    `${peer} hat die Verbindung angenommen, aber binnen ${seconds} s nicht wie ein Webserver geantwortet: Er ist beschäftigt, oder das ist nicht der Port eines Buildbot-Masters für MessagePack; ${ASK_MSGPACK}.`,
  webServerLacksPath: ({ peer, path, answer }) =>
    `Der Webserver auf ${peer} hat unter dem Pfad ${path} nichts (er antwortete „${answer}“): Prüfen Sie die Einstellung „path“, oder ${ASK_MSGPACK}.`,
  webServerAlone: ({ peer, answer }) =>
    `Der Webserver auf ${peer} antwortete „${answer}“: Der Master dahinter läuft nicht, oder er startet gerade.`,
  noWebSocket: ({ peer, path, answer }) =>
    `${peer} ist ein Webserver, bietet aber unter dem Pfad ${path} keinen WebSocket an (er antwortete „${answer}“); ${ASK_MSGPACK}.`,
  handshakeRefused: ({ peer, answer }) =>
    `${peer} hat den WebSocket-Handshake mit „${answer}“ abgelehnt; sein Administrator findet mehr im dortigen Protokoll.`,
};

/** What a proxy did, in words after "Er". */
function refusalText(refusal: ProxyRefusal, target: string): string {
  switch (refusal.kind) {
    case 'closed':
      return 'hat die Verbindung ohne Antwort geschlossen';
    case 'not-http':
      return `hat „${refusal.answer}“ geantwortet, was kein HTTP ist; prüfen Sie, ob Host und Port die eines HTTP-Proxys sind`;
    case 'wrong-login':
      return `hat „${refusal.answer}“ geantwortet; der Benutzername oder das Passwort für den Proxy ist falsch`;
    case 'login-required':
      return `hat „${refusal.answer}“ geantwortet; er verlangt Benutzernamen und Passwort: Tragen Sie beide in die Einstellungen des Workers ein (create-worker --proxy-user und --proxy-password)`;
    case 'port-forbidden':
      return `hat „${refusal.answer}“ geantwortet; sein Administrator muss CONNECT zu Port ${refusal.port} erlauben`;
    case 'no-connect':
      return `hat „${refusal.answer}“ geantwortet; er scheint ein Webserver oder ein Proxy ohne CONNECT zu sein: Fragen Sie nach einem Proxy, der CONNECT kennt`;
    case 'cannot-reach':
      return `hat „${refusal.answer}“ geantwortet; er kann ${target} selbst nicht erreichen: Der Master läuft nicht, oder der Proxy kennt seinen Namen nicht`;
    case 'other':
      return `hat „${refusal.answer}“ geantwortet; fragen Sie den Administrator des Proxys`;
    default:
      return assertNever(refusal);
  }
}

/** Why there is no encrypted connection, in words after a colon; only a master's certificate is pinned. */
function tlsText(reason: TlsReason, peer: 'Master' | 'Proxy'): string {
  switch (reason.kind) {
    case 'expired':
      return `Das Zertifikat des ${peer}s ist abgelaufen; sein Administrator muss es erneuern`;
    case 'not-yet-valid':
      return `Das Zertifikat des ${peer}s gilt noch nicht; prüfen Sie die Uhr dieses Rechners, dann fragen Sie den Administrator`;
    case 'other-name':
      return `Das Zertifikat des ${peer}s gilt für einen anderen Namen; verbinden Sie sich unter dem Namen, für den es gemacht ist`;
    case 'self-signed':
      return peer === 'Proxy'
        ? 'Der Proxy hat sein Zertifikat selbst signiert; holen Sie sich das Zertifikat vom Administrator und nennen Sie es in den Einstellungen des Workers (create-worker --tls-authorities)'
        : 'Der Master hat sein Zertifikat selbst signiert; holen Sie sich das Zertifikat vom Administrator und nennen Sie es, oder seinen SHA-256 als Pin, in den Einstellungen des Workers (create-worker --tls-authorities oder --tls-pin)';
    case 'unknown-authority':
      return `Die Zertifizierungsstelle, die das Zertifikat des ${peer}s signiert hat, ist hier nicht bekannt; holen Sie sich ihr Zertifikat vom Administrator und nennen Sie es in den Einstellungen des Workers (create-worker --tls-authorities)`;
    case 'revoked':
      return `Das Zertifikat des ${peer}s wurde widerrufen`;
    case 'closed':
      return 'Die Gegenseite hat die Verbindung sofort geschlossen; vielleicht spricht dieser Port kein TLS: Fragen Sie den Administrator';
    case 'not-spoken':
      return 'Dieser Port spricht kein TLS; fragen Sie den Administrator, ob dort TLS verwendet wird';
    case 'no-certificate':
      return `Das Zertifikat ist nicht das angepinnte: Der Master hat kein Zertifikat vorgewiesen. ${ASK_ABOUT_PIN}`;
    case 'other-pin':
      return `Das Zertifikat ist nicht das angepinnte: Sein SHA-256 ist ${reason.pin}. ${ASK_ABOUT_PIN}`;
    case 'no-authorities':
      return `In ${reason.path} fand sich kein Zertifikat einer Zertifizierungsstelle`;
    case 'authorities-unreadable':
      return `Die Zertifizierungsstellen in ${reason.path} lassen sich nicht lesen: ${fileReasonText(reason.reason)}`;
    case 'own-certificate-unreadable':
      return `Das Zertifikat ${reason.path} dieses Workers lässt sich nicht lesen: ${fileReasonText(reason.reason)}`;
    case 'own-key-unreadable':
      return `Der private Schlüssel ${reason.path} dieses Workers lässt sich nicht lesen: ${fileReasonText(reason.reason)}`;
    case 'own-certificate-unusable':
      return `Das Zertifikat dieses Workers oder dessen Schlüssel ist nicht zu verwenden: ${reason.message}`;
    case 'other':
      return `Der Handshake ist gescheitert (${reason.message})`;
    default:
      return assertNever(reason);
  }
}
