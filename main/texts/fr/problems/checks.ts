import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText } from './facts.ts';
import { peerAnswerText } from './peer-answer.ts';

export const checks: WordsOf<'checks'> = {
  noMasterYet: () => 'Aucun master n’est défini pour l’instant.',
  noDirectoryYet: () => 'Aucun répertoire n’est défini pour l’instant.',
  noLoginYet: () => 'Le master, le nom et le mot de passe ne sont pas encore tous définis.',
  notTried: () => 'Sautée, car la vérification précédente a échoué.',

  socketHasNoName: () => 'Une socket de cette machine n’a pas de nom à chercher.',
  isAddress: ({ host }) => `${host} est une adresse, pas un nom.`,
  nameFound: ({ host, addresses }) => `${host} correspond à ${addresses}.`,
  masterAnswers: ({ peer }) => `${peer} répond.`,
  proxyAnswers: ({ peer }) => `Le proxy ${peer} répond.`,

  notEncrypted: ({ peer }) =>
    `La connexion à ${peer} n’est pas chiffrée, et ce protocole envoie le mot de passe tel quel.`,
  askForTls: () => 'Demandez à l’administrateur si le master propose TLS, et activez-le (use_tls).',
  noTls: ({ peer }) => `La connexion à ${peer} n’utilise pas TLS.`,
  certificateTrusted: ({ peer }) => `${peer} a un certificat reconnu.`,
  certificateValidUntil: ({ peer, day }) =>
    `${peer} a un certificat reconnu, valable jusqu’au ${day}.`,
  renewCertificate: () => 'Demandez à l’administrateur du master de le renouveler.',

  speaksPb: ({ peer }) => `${peer} parle le Perspective Broker de Buildbot (protocol = pb).`,
  speaksMsgpack: ({ peer }) =>
    `${peer} parle le MessagePack de Buildbot (protocol = msgpack_experimental_v7).`,
  masterSpeaksMsgpack: () =>
    'Le master parle le MessagePack de Buildbot (protocol = msgpack_experimental_v7).',
  setProtocol: ({ protocol }) => `Réglez le protocole du worker sur ${protocol}.`,
  notWorkerPort: ({ peer, answer }) =>
    `${peer} n’est pas le port d’un master Buildbot pour les workers : il ${peerAnswerText(answer)}.`,
  askForPort: () => 'Demandez le port à l’administrateur (souvent 9989).',

  loginAccepted: ({ peer, workerName }) => `Le master à ${peer} accepte le worker ${workerName}.`,
  attachedNow: ({ workerName, master, pid }) =>
    `Le worker ${workerName} est actuellement rattaché à ${master} (processus ${pid}).`,
  loginRefused: ({ peer, workerName }) =>
    `Le master à ${peer} a refusé l’identification : le nom du worker ${workerName} ou son mot de passe est faux.`,
  askForLogin: () => 'Demandez les deux à l’administrateur du master.',
  nameInUse: ({ peer, workerName }) =>
    `Le master à ${peer} a déjà un worker nommé ${workerName}, qui n’a pas été dérangé (doublon).`,
  askForName: () => 'Arrêtez l’autre, ou demandez à l’administrateur un nom qui soit à vous.',
  loginCutOff: ({ peer }) => `Le master à ${peer} a fermé la connexion pendant l’identification.`,
  loginNotPb: ({ peer }) =>
    `L’identification à ${peer} a échoué : l’autre côté a envoyé quelque chose qui n’est pas du Perspective Broker.`,
  loginFailed: ({ peer, error }) =>
    `L’identification à ${peer} a échoué : le master a répondu ${error}.`,

  notADirectory: ({ path }) => `${path} n’est pas un répertoire.`,
  choosePlace: () => 'Choisissez un autre endroit.',
  canBeMade: ({ path }) => `${path} n’existe pas encore et peut être créé.`,
  cannotBeMade: ({ path, reason }) => `${path} ne peut pas être créé : ${fileReasonText(reason)}.`,
  canBeWritten: ({ path }) => `On peut écrire dans ${path}.`,
  cannotBeWritten: ({ path, reason }) =>
    `On ne peut pas écrire dans ${path} : ${fileReasonText(reason)}.`,
  givePermission: () => 'Donnez-vous les droits, ou choisissez un autre endroit.',
  freeSpace: ({ size, path }) => `${path} a ${size} d’espace libre.`,
  makeRoom: () => 'Faites de la place, ou choisissez un autre disque.',
  freeSpaceUnknown: ({ path, reason }) =>
    `L’espace libre de ${path} ne peut pas être déterminé : ${fileReasonText(reason)}.`,

  clockIsWrong: ({ day }) =>
    `L’horloge de cette machine indique ${day}, ce qui ne peut pas être juste.`,
  setClock: () => 'Réglez-la : les certificats et les builds en dépendent.',
  clocksNotCompared: () =>
    'Les masters n’indiquent pas leur heure aux workers ; les horloges ne sont donc pas comparées.',
};
