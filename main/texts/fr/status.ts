import type { ConnectionProblemKind, DrainPurpose } from '../../contract/worker/worker-status.ts';
import type { status as english } from '../en/status.ts';
import { format } from './format.ts';

const VERBS: Readonly<Record<DrainPurpose, string>> = {
  pause: 'Se met en pause',
  'shut-down': 'S’arrête',
  quit: 'Quitte',
};

const PROBLEMS: Readonly<Record<ConnectionProblemKind, (master: string) => string>> = {
  'unknown-host': (master) => `Aucun hôte connu pour ${master}`,
  refused: (master) => `${master} refuse les connexions`,
  unreachable: (master) => `${master} est injoignable`,
  'timed-out': (master) => `${master} ne répond pas`,
  'tls-refused': (master) => `Pas de connexion sûre à ${master} (TLS)`,
  'unknown-issuer': (master) => `Le certificat de ${master} n’est pas reconnu ici`,
  'not-a-master': (master) => `${master} n’est pas un master Buildbot`,
  'wrong-password': (master) => `${master} refuse le nom ou le mot de passe`,
  'login-unanswered': (master) => `${master} ne répond pas aux identifications`,
  'duplicate-name': (master) => `${master} a déjà un worker de ce nom`,
  silent: (master) => `${master} ne répond plus`,
  'closed-by-master': (master) => `${master} a fermé la connexion`,
  'protocol-error': (master) => `${master} a envoyé quelque chose d’inattendu`,
  'proxy-refused': (master) => `Le proxy refuse la connexion à ${master}`,
  protection: () => 'Les builds ne peuvent pas être protégés',
  directory: () => 'Le répertoire du worker est inutilisable',
};

export const status: typeof english = {
  noWorker: 'Aucun worker : ouvrez la fenêtre pour en ajouter un',
  itsMaster: 'son master',
  stopped: (why) => (why === undefined ? 'Arrêté' : `Arrêté. ${why}`),
  connecting: (master) => `Connexion à ${master}`,
  idle: (master) => `Inactif, connecté à ${master}`,
  building: (what) => `Build de ${what}`,
  endsLastBuild: 'Attend que le master termine le dernier build',
  thenReconnects: (sentence) =>
    `${sentence} ; se reconnecte ensuite, pour recevoir de nouveaux builds`,
  drainingNothingByUs: (purpose) => `${VERBS[purpose]} dès que plus rien ne tourne`,
  newBuildsAreHeldBack: (sentence) => `${sentence} ; les nouveaux builds sont retenus ici`,
  masterHasNotAnswered: (sentence) => `${sentence} ; le master n’a pas encore répondu`,
  drainingNothing: (purpose) => `${VERBS[purpose]} dès que le master est d’accord`,
  draining: (purpose, builds, what) =>
    format.plural(builds, {
      one: `${VERBS[purpose]} après le build de ${what}`,
      other: `${VERBS[purpose]} après les builds de ${what}`,
    }),
  problem: (kind, master) => PROBLEMS[kind](master),
  problemAndRetry: (problem, retry) => `${problem}, ${retry}`,
  tryingAgain: 'nouvelle tentative en cours',
  nextTrySoon: 'prochaine tentative dans quelques secondes',
  nextTry: (wait) => `prochaine tentative dans ${wait}`,
  twoBuilders: (first, second) => `${first} et ${second}`,
  manyBuilders: (first, others) =>
    format.plural(others, {
      one: `${first} et ${others} autre builder`,
      other: `${first} et ${others} autres builders`,
    }),
  runs: (builder, command, elapsed) =>
    elapsed === undefined ? `${builder} : ${command}` : `${builder} : ${command} (${elapsed})`,
  pausedUntilResumed: 'En pause jusqu’à ce que vous repreniez',
  pausedUntilTime: (at) => `En pause jusqu’à ${format.time(at)}`,
  pausedUntilTomorrow: (at) => `En pause jusqu’à demain, ${format.time(at)}`,
  pausedUntilDate: (at) => `En pause jusqu’au ${format.date(at)}, ${format.time(at)}`,
  ofWorker: (worker, sentence) => `${worker} : ${sentence}`,
};
