import type { ConnectionProblemKind, DrainPurpose } from '../../contract/worker/worker-status.ts';
import type { status as english } from '../en/status.ts';
import { format } from './format.ts';

const VERBS: Readonly<Record<DrainPurpose, string>> = {
  pause: 'Pause',
  'shut-down': 'Fährt herunter',
  quit: 'Beendet sich',
};

const PROBLEMS: Readonly<Record<ConnectionProblemKind, (master: string) => string>> = {
  'unknown-host': (master) => `Zu ${master} ist kein Host bekannt`,
  refused: (master) => `${master} weist Verbindungen ab`,
  unreachable: (master) => `${master} ist nicht erreichbar`,
  'timed-out': (master) => `${master} antwortet nicht`,
  'tls-refused': (master) => `Keine sichere Verbindung zu ${master} (TLS)`,
  'unknown-issuer': (master) => `Dem Zertifikat von ${master} wird hier nicht vertraut`,
  'not-a-master': (master) => `${master} ist kein Buildbot-Master`,
  'wrong-password': (master) => `${master} lehnt Namen oder Passwort ab`,
  'login-unanswered': (master) => `${master} beantwortet keine Anmeldung`,
  'duplicate-name': (master) => `${master} hat schon einen Worker dieses Namens`,
  silent: (master) => `${master} ist verstummt`,
  'closed-by-master': (master) => `${master} hat die Verbindung geschlossen`,
  'protocol-error': (master) => `${master} hat Unverständliches gesendet`,
  'proxy-refused': (master) => `Der Proxy lässt uns nicht zu ${master} durch`,
  directory: () => 'Das Verzeichnis des Workers kann nicht benutzt werden',
  protection: () => 'Builds können nicht geschützt werden',
};

export const status: typeof english = {
  noWorker: 'Noch kein Worker: Fügen Sie im Fenster einen hinzu',
  // Without an article, as the names of hosts are: it stands in any case.
  itsMaster: 'Master',
  stopped: (why) => (why === undefined ? 'Angehalten' : `Angehalten. ${why}`),
  connecting: (master) => `Verbindet sich mit ${master}`,
  idle: (master) => `Wartet auf Arbeit, verbunden mit ${master}`,
  building: (what) => `Baut ${what}`,
  endsLastBuild: 'Wartet, bis der Master den letzten Build beendet',
  thenReconnects: (sentence) =>
    `${sentence}; verbindet sich dann neu, um wieder Builds zu bekommen`,
  drainingNothingByUs: (purpose) => `${VERBS[purpose]}, sobald nichts mehr läuft`,
  newBuildsAreHeldBack: (sentence) => `${sentence}; neue Builds werden hier zurückgehalten`,
  masterHasNotAnswered: (sentence) => `${sentence}; der Master hat noch nicht geantwortet`,
  drainingNothing: (purpose) => `${VERBS[purpose]}, sobald der Master zustimmt`,
  draining: (purpose, builds, what) =>
    format.plural(builds, {
      one: `${VERBS[purpose]} nach dem Build von ${what}`,
      other: `${VERBS[purpose]} nach den Builds von ${what}`,
    }),
  problem: (kind, master) => PROBLEMS[kind](master),
  problemAndRetry: (problem, retry) => `${problem}, ${retry}`,
  tryingAgain: 'neuer Versuch läuft',
  nextTrySoon: 'nächster Versuch in wenigen Sekunden',
  nextTry: (wait) => `nächster Versuch in ${wait}`,
  twoBuilders: (first, second) => `${first} und ${second}`,
  manyBuilders: (first, others) => `${first} und ${others} weitere Builder`,
  runs: (builder, command, elapsed) =>
    elapsed === undefined ? `${builder}: ${command}` : `${builder}: ${command} (${elapsed})`,
  pausedUntilResumed: 'Pause, bis Sie fortsetzen',
  pausedUntilTime: (at) => `Pause bis ${format.time(at)}`,
  pausedUntilTomorrow: (at) => `Pause bis morgen, ${format.time(at)}`,
  pausedUntilDate: (at) => `Pause bis ${format.date(at)}, ${format.time(at)}`,
  ofWorker: (worker, sentence) => `${worker}: ${sentence}`,
};
