import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText } from './facts.ts';
import { peerAnswerText } from './peer-answer.ts';

export const checks: WordsOf<'checks'> = {
  noMasterYet: () => 'Es ist noch kein Master angegeben.',
  noDirectoryYet: () => 'Es ist noch kein Verzeichnis angegeben.',
  noLoginYet: () => 'Master, Name und Passwort sind noch nicht alle angegeben.',
  notTried: () => 'Nicht versucht, weil die Prüfung davor gescheitert ist.',

  socketHasNoName: () => 'Ein Socket auf diesem Rechner hat keinen Namen zum Nachschlagen.',
  isAddress: ({ host }) => `${host} ist schon eine Adresse.`,
  nameFound: ({ host, addresses }) => `${host} ist ${addresses}.`,
  masterAnswers: ({ peer }) => `${peer} antwortet.`,
  proxyAnswers: ({ peer }) => `Der Proxy ${peer} antwortet.`,

  notEncrypted: ({ peer }) =>
    `Die Verbindung zu ${peer} ist nicht verschlüsselt, und dieses Netzwerkprotokoll sendet das Passwort im Klartext.`,
  askForTls: () =>
    'Fragen Sie den Administrator, ob der Master TLS anbietet, und schalten Sie es ein (use_tls).',
  noTls: ({ peer }) => `Die Verbindung zu ${peer} verwendet kein TLS.`,
  certificateTrusted: ({ peer }) => `${peer} hat ein Zertifikat, dem vertraut wird.`,
  certificateValidUntil: ({ peer, day }) =>
    `${peer} hat ein Zertifikat, dem vertraut wird; es gilt bis ${day}.`,
  renewCertificate: () => 'Sagen Sie dem Administrator des Masters, dass es erneuert werden muss.',

  speaksPb: ({ peer }) => `${peer} spricht Buildbots Perspective Broker (protocol = pb).`,
  speaksMsgpack: ({ peer }) =>
    `${peer} spricht Buildbots MessagePack (protocol = msgpack_experimental_v7).`,
  masterSpeaksMsgpack: () =>
    'Der Master spricht Buildbots MessagePack (protocol = msgpack_experimental_v7).',
  setProtocol: ({ protocol }) => `Stellen Sie das Netzwerkprotokoll des Workers auf ${protocol}.`,
  notWorkerPort: ({ peer, answer }) =>
    `${peer} ist nicht der Port eines Buildbot-Masters für Worker: Er ${peerAnswerText(answer)}.`,
  askForPort: () => 'Fragen Sie den Administrator nach dem Port (oft 9989).',

  loginAccepted: ({ peer, workerName }) =>
    `Der Master auf ${peer} lässt den Worker ${workerName} zu.`,
  attachedNow: ({ workerName, master, pid }) =>
    `Der Worker ${workerName} ist jetzt mit ${master} verbunden (Prozess ${pid}).`,
  loginRefused: ({ peer, workerName }) =>
    `Der Master auf ${peer} hat die Anmeldung abgelehnt: Der Worker-Name ${workerName} oder sein Passwort ist falsch.`,
  askForLogin: () => 'Fragen Sie den Administrator des Masters nach beiden.',
  nameInUse: ({ peer, workerName }) =>
    `Der Master auf ${peer} hat schon einen Worker namens ${workerName}, der nicht gestört wurde (duplicate).`,
  askForName: () =>
    'Halten Sie den anderen an, oder fragen Sie den Administrator nach einem eigenen Namen.',
  loginCutOff: ({ peer }) =>
    `Der Master auf ${peer} hat die Verbindung während der Anmeldung geschlossen.`,
  loginNotPb: ({ peer }) =>
    `Die Anmeldung auf ${peer} ist gescheitert: Die Gegenseite sendet etwas, das kein Perspective Broker ist.`,
  loginFailed: ({ peer, error }) =>
    `Die Anmeldung auf ${peer} ist gescheitert: Der Master antwortete ${error}.`,

  notADirectory: ({ path }) => `${path} ist kein Verzeichnis.`,
  choosePlace: () => 'Wählen Sie einen anderen Ort.',
  canBeMade: ({ path }) => `${path} gibt es noch nicht; es kann angelegt werden.`,
  cannotBeMade: ({ path, reason }) =>
    `${path} kann nicht angelegt werden: ${fileReasonText(reason)}.`,
  canBeWritten: ({ path }) => `In ${path} kann geschrieben werden.`,
  cannotBeWritten: ({ path, reason }) =>
    `In ${path} kann nicht geschrieben werden: ${fileReasonText(reason)}.`,
  givePermission: () => 'Geben Sie sich die Berechtigung dazu, oder wählen Sie einen anderen Ort.',
  freeSpace: ({ size, path }) => `${size} sind frei, wo ${path} liegt.`,
  makeRoom: () => 'Schaffen Sie Platz, oder wählen Sie einen anderen Datenträger.',
  freeSpaceUnknown: ({ path, reason }) =>
    `Der freie Platz von ${path} lässt sich nicht feststellen: ${fileReasonText(reason)}.`,

  clockIsWrong: ({ day }) => `Die Uhr dieses Rechners zeigt den ${day}, was nicht sein kann.`,
  setClock: () => 'Stellen Sie sie richtig: Zertifikate und Builds gehen nach ihr.',
  clocksNotCompared: () =>
    'Master nennen Workern ihre Zeit nicht, deshalb werden die Uhren nicht verglichen.',
};
