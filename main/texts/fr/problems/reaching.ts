import type { ProxyRefusal, TlsReason } from '../../../contract/problems/reaching.ts';
import { assertNever } from '../../../lib/assert-never.ts';
import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText } from './facts.ts';
import { peerAnswerText } from './peer-answer.ts';

const ASK_MSGPACK = 'demandez à l’administrateur le port du protocole « msgpack_experimental_v7 »';

const ASK_ABOUT_PIN =
  'Demandez à l’administrateur s’il a été renouvelé, et seulement alors notez la nouvelle empreinte ; sinon, quelqu’un se trouve peut-être entre vous et le master';

export const reaching: WordsOf<'reaching'> = {
  unknownHost: ({ host }) =>
    `L’hôte ${host} est inconnu : vérifiez son orthographe, ou si son réseau (un VPN, peut-être) est connecté.`,
  nameServerSilent: ({ host }) =>
    `Le nom ${host} n’a pas pu être recherché : le serveur de noms ne répond pas ; vérifiez le réseau de cette machine.`,
  masterNotListening: ({ host, port }) =>
    `Rien n’écoute sur le port ${port} de ${host} : le master ne tourne pas, ou son port est un autre.`,
  proxyNotListening: ({ host, port }) =>
    `Rien n’écoute sur le port ${port} de ${host} : le proxy ne tourne pas, ou son port est un autre.`,
  noAnswerInTime: ({ host, port }) =>
    `${host} n’a pas répondu à temps sur le port ${port} : un pare-feu fait peut-être obstacle, ou la machine est éteinte.`,
  noWay: ({ host }) =>
    `Aucune route ne mène d’ici à ${host} : vérifiez le réseau de cette machine.`,
  cannotConnect: ({ host, port, message }) =>
    `Impossible de se connecter au port ${port} de ${host} : ${message}.`,
  masterSocket: ({ path, reason }) =>
    `Impossible de se connecter à la socket UNIX ${path} : ${fileReasonText(reason)} ; le master ne tourne peut-être pas.`,
  proxySocket: ({ path, reason }) =>
    `Impossible de se connecter à la socket UNIX ${path} : ${fileReasonText(reason)} ; le proxy ne tourne peut-être pas.`,

  proxyRefused: ({ proxy, target, refusal }) =>
    `Le proxy ${proxy} ne laisse pas ce worker joindre ${target} : il ${refusalText(refusal, target)}.`,

  noSecureConnection: ({ peer, reason }) =>
    `Pas de connexion sûre à ${peer} : ${tlsText(reason, 'master')}.`,
  noSecureProxy: ({ proxy, reason }) =>
    `Pas de connexion sûre au proxy ${proxy} : ${tlsText(reason, 'proxy')}.`,
  pinWithoutTls: ({ peer }) =>
    `Une empreinte de certificat est définie, et la connexion à ${peer} n’utilise pas TLS : activez TLS, ou retirez l’empreinte de buildtray.json.`,

  speaksTls: ({ peer }) =>
    `${peer} parle TLS et ce worker non : activez TLS (use_tls = True, ou create-worker --use-tls), ou demandez à l’administrateur le port sans TLS.`,
  notPbPort: ({ peer, answer }) =>
    `Ce n’est pas le port d’un master Buildbot pour les workers : ${peer} ${peerAnswerText(answer)} ; demandez à l’administrateur le port du protocole « pb » (souvent 9989).`,
  pbPortSilent: ({ peer, seconds }) =>
    `${peer} a accepté la connexion, mais n’a rien envoyé en ${seconds} s : le master est occupé, ou ce n’est pas son port pour le protocole « pb » (souvent 9989) ; demandez à l’administrateur si cela dure.`,
  notMastersPort: ({ peer, answer }) =>
    `Ce n’est pas le port d’un master Buildbot pour les workers : ${peer} ${peerAnswerText(answer)} ; demandez le port à l’administrateur.`,
  notMsgpackPort: ({ peer, answer }) =>
    `Ce n’est pas le port d’un master Buildbot pour MessagePack : ${peer} ${peerAnswerText(answer)} ; ${ASK_MSGPACK}.`,
  speaksPbInstead: ({ peer }) =>
    `${peer} parle Perspective Broker : c’est le port d’un master Buildbot pour le protocole « pb ». Réglez le protocole du worker sur pb, ou ${ASK_MSGPACK}.`,

  webServerSilent: ({ peer, seconds }) =>
    `${peer} a accepté la connexion, mais n’a pas répondu comme un serveur web en ${seconds} s : il est occupé, ou ce n’est pas le port d’un master Buildbot pour MessagePack ; ${ASK_MSGPACK}.`,
  webServerLacksPath: ({ peer, path, answer }) =>
    `Le serveur web à ${peer} n’a rien sous le chemin ${path} (il a répondu « ${answer} ») : vérifiez le paramètre « path », ou ${ASK_MSGPACK}.`,
  webServerAlone: ({ peer, answer }) =>
    `Le serveur web à ${peer} a répondu « ${answer} » : le master qui est derrière ne tourne pas, ou démarre encore.`,
  noWebSocket: ({ peer, path, answer }) =>
    `${peer} est un serveur web, mais ne propose pas de WebSocket sous le chemin ${path} (il a répondu « ${answer} ») ; ${ASK_MSGPACK}.`,
  handshakeRefused: ({ peer, answer }) =>
    `${peer} a refusé l’ouverture du WebSocket par « ${answer} » ; son administrateur en trouvera plus dans le journal de là-bas.`,
};

/** What a proxy did, in words after “il”. */
function refusalText(refusal: ProxyRefusal, target: string): string {
  switch (refusal.kind) {
    case 'closed':
      return 'a fermé la connexion sans répondre';
    case 'not-http':
      return `a répondu « ${refusal.answer} », ce qui n’est pas du HTTP : vérifiez que l’hôte et le port sont ceux d’un proxy HTTP`;
    case 'wrong-login':
      return `a répondu « ${refusal.answer} » : le nom d’utilisateur ou le mot de passe du proxy est faux`;
    case 'login-required':
      return `a répondu « ${refusal.answer} » : il demande un nom d’utilisateur et un mot de passe ; mettez-les dans les paramètres du worker (create-worker --proxy-user et --proxy-password)`;
    case 'port-forbidden':
      return `a répondu « ${refusal.answer} » : son administrateur doit autoriser CONNECT vers le port ${refusal.port}`;
    case 'no-connect':
      return `a répondu « ${refusal.answer} » : il semble être un serveur web ou un proxy sans CONNECT ; demandez un proxy qui connaît CONNECT`;
    case 'cannot-reach':
      return `a répondu « ${refusal.answer} » : il ne peut pas joindre lui-même ${target} : le master ne tourne pas, ou le proxy ne connaît pas son nom`;
    case 'other':
      return `a répondu « ${refusal.answer} » : demandez à l’administrateur du proxy`;
    default:
      return assertNever(refusal);
  }
}

/** Why there is no encrypted connection, in words after a colon; only a master's certificate is pinned. */
function tlsText(reason: TlsReason, peer: 'master' | 'proxy'): string {
  switch (reason.kind) {
    case 'expired':
      return `le certificat du ${peer} a expiré ; son administrateur doit le renouveler`;
    case 'not-yet-valid':
      return `le certificat du ${peer} n’est pas encore valable ; vérifiez l’horloge de cette machine, puis demandez à l’administrateur`;
    case 'other-name':
      return `le certificat du ${peer} est établi pour un autre nom ; connectez-vous par le nom pour lequel il a été fait`;
    case 'self-signed':
      return peer === 'master'
        ? 'le master a signé lui-même son certificat ; demandez le certificat à l’administrateur et nommez-le, ou son SHA-256 comme empreinte, dans les paramètres du worker (create-worker --tls-authorities ou --tls-pin)'
        : 'le proxy a signé lui-même son certificat ; demandez le certificat à l’administrateur et nommez-le dans les paramètres du worker (create-worker --tls-authorities)';
    case 'unknown-authority':
      return `l’autorité qui a signé le certificat du ${peer} n’est pas connue ici ; demandez son certificat à l’administrateur et nommez-le dans les paramètres du worker (create-worker --tls-authorities)`;
    case 'revoked':
      return `le certificat du ${peer} a été révoqué`;
    case 'closed':
      return 'l’autre côté a fermé la connexion aussitôt ; peut-être ce port ne parle-t-il pas TLS : demandez à l’administrateur';
    case 'not-spoken':
      return 'ce port ne parle pas TLS ; demandez à l’administrateur si TLS y est utilisé';
    case 'no-certificate':
      return `le certificat n’est pas celui de l’empreinte : le master n’en a présenté aucun. ${ASK_ABOUT_PIN}`;
    case 'other-pin':
      return `le certificat n’est pas celui de l’empreinte : son SHA-256 est ${reason.pin}. ${ASK_ABOUT_PIN}`;
    case 'no-authorities':
      return `aucun certificat d’autorité n’a été trouvé dans ${reason.path}`;
    case 'authorities-unreadable':
      return `les autorités dans ${reason.path} ne peuvent pas être lues : ${fileReasonText(reason.reason)}`;
    case 'own-certificate-unreadable':
      return `le certificat ${reason.path} du worker ne peut pas être lu : ${fileReasonText(reason.reason)}`;
    case 'own-key-unreadable':
      return `la clé privée ${reason.path} du worker ne peut pas être lue : ${fileReasonText(reason.reason)}`;
    case 'own-certificate-unusable':
      return `le certificat du worker ou sa clé est inutilisable : ${reason.message}`;
    case 'other':
      return `la négociation a échoué (${reason.message})`;
    default:
      return assertNever(reason);
  }
}
