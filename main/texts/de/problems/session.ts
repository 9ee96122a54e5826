import type { WordsOf } from '../../problem-words.ts';
import { withRemark } from '../../with-remark.ts';

export const session: WordsOf<'session'> = {
  wrongLogin: ({ peer, workerName }) =>
    `Der Master auf ${peer} hat die Anmeldung abgelehnt: Der Worker-Name ${workerName} oder sein Passwort ist falsch; fragen Sie den Administrator des Masters nach beiden.`,
  duplicateName: ({ peer, workerName }) =>
    `Der Master auf ${peer} hat schon einen Worker namens ${workerName}: Halten Sie den anderen an, oder fragen Sie den Administrator nach einem eigenen Namen.`,
  probablyDuplicate: ({ peer, workerName, message }) =>
    `${withRemark(`Der Master auf ${peer} hat den Worker ${workerName} zugelassen und die Verbindung sofort geschlossen`, message)}: Sehr wahrscheinlich ist schon ein Worker dieses Namens verbunden. Halten Sie den anderen an, oder fragen Sie den Administrator nach einem eigenen Namen.`,
  loginFailed: ({ peer, reason }) => `Die Anmeldung auf ${peer} ist gescheitert: ${reason}.`,
  loginUnanswered: ({ peer, seconds }) =>
    `Der Master auf ${peer} nimmt Verbindungen an und hat die Anmeldung ${seconds} s lang nicht beantwortet: Er startet gerade, ist mit einer neuen Konfiguration beschäftigt, oder seine Anmeldungen hängen fest, wie es bei Buildbot 4.3.0 vorkommt, nachdem ein Worker bei der Anmeldung über MessagePack verloren ging. Dauert das Minuten, so muss sein Administrator ihn neu starten.`,
  masterIsSlow: ({ peer, seconds }) =>
    `Der Master auf ${peer} hat die Verbindung angenommen und binnen ${seconds} s nicht gegrüßt: Er ist langsam oder beschäftigt, etwa mit einer neuen Konfiguration.`,
  closedDuringLogin: ({ peer }) =>
    `Der Master auf ${peer} hat die Verbindung während der Anmeldung geschlossen; vielleicht hält er gerade an oder startet.`,
  attachingFailed: ({ peer, error }) =>
    `Der Master auf ${peer} konnte diesen Worker nicht aufnehmen: ${error}; sein Administrator findet mehr im Protokoll des Masters.`,
  attachingTooSlow: ({ peer, seconds }) =>
    `Der Master auf ${peer} hat diesen Worker nicht binnen ${seconds} s nach seinem letzten Wort aufgenommen.`,
  closedBeforeAttached: ({ peer, message }) =>
    `${withRemark(`Der Master auf ${peer} hat die Verbindung geschlossen, bevor er diesen Worker aufgenommen hatte`, message)}; sein Administrator findet mehr im Protokoll des Masters.`,
  closedByMaster: ({ peer, message }) =>
    `${withRemark(`Der Master auf ${peer} hat die Verbindung geschlossen`, message)}.`,
  notPerspectiveBroker: ({ peer, reason }) =>
    `Die Verbindung wurde getrennt, weil ${peer} etwas gesendet hat, das kein Perspective Broker ist: ${reason}.`,
  notMessagePack: ({ peer, reason }) =>
    `Die Verbindung wurde getrennt, weil ${peer} etwas gesendet hat, das kein MessagePack eines Masters ist: ${reason}.`,
  fellSilent: ({ seconds }) =>
    `Der Master hat ${seconds} s lang nicht geantwortet, deshalb wurde die Verbindung getrennt.`,
  cannotLeaveGracefully: () =>
    'Dieser Master kennt kein geordnetes Herunterfahren und gibt weiter Builds; trennen Sie die Verbindung stattdessen zwischen zwei Builds.',
  shutdownNotReported: ({ reason }) =>
    `Dem Master ließ sich nicht sagen, dass dieser Worker gehen will: ${reason}.`,
  masterHasNotAnswered: ({ seconds }) =>
    `Der Master hat auf die Bitte, gehen zu dürfen, noch nicht geantwortet. Bleibt er stumm, so wird die Verbindung binnen ${seconds} s getrennt, und der Worker geht.`,
  disconnectedByUser: () => 'Getrennt, wie gewünscht.',

  nextTry: ({ seconds }) => `Nächster Versuch in ${seconds} s.`,
  lastHeard: ({ seconds }) => `Vom Master kam zuletzt vor ${seconds} s etwas.`,

  shutDownByUser: () => 'Geordnet heruntergefahren, wie gewünscht.',
  shutDownByMaster: () =>
    'Der Administrator des Masters hat diesen Worker gebeten, herunterzufahren.',
  gaveUp: ({ tries }) => `Nach ${tries} vergeblichen Versuchen aufgegeben.`,
  hasJustStopped: () => 'Der Worker wurde gerade angehalten.',
  stoppedByCommandLine: () => 'Über die Befehlszeile angehalten.',
  restartByCommandLine: () =>
    'Ein Worker der Befehlszeile kann sich nicht selbst neu starten: Benutzen Sie buildtray restart.',
  directoryGone: ({ basedir }) =>
    `Das Worker-Verzeichnis ${basedir} wurde entfernt oder verschoben, während der Worker lief; legen Sie es zurück oder neu an, und starten Sie den Worker wieder.`,
};
