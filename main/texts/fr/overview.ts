import type { WorkerStatusKind } from '../../contract/worker/worker-status.ts';
import type { overview as english } from '../en/overview.ts';
import { format } from './format.ts';

const STATES: Readonly<Record<WorkerStatusKind, string>> = {
  stopped: 'Arrêté',
  connecting: 'Connexion',
  idle: 'Inactif',
  building: 'Build en cours',
  draining: 'Termine le dernier build',
  paused: 'En pause',
  error: 'Demande votre attention',
};

export const overview: typeof english = {
  title: 'Vue d’ensemble',
  states: STATES,
  noWorker: 'Aucun worker pour l’instant',
  noWorkerHelp:
    'Un projet qui utilise Buildbot vous donne un hôte, un port, un nom et un mot de passe. Avec eux, cette machine peut exécuter ses builds.',
  toSettings: 'Ouvrir ses paramètres',
  repair: {
    title: 'Ce qui ne va pas, et que faire',
    whatToDo: 'Ce que l’on peut faire',
    tryNow: 'Réessayer',
    saveAndTry: 'Enregistrer et essayer',
    locate: 'Localiser…',
    showFile: 'Afficher buildbot.tac dans son dossier',
    runThis: 'Exécutez ceci dans un terminal, puis réessayez :',
    command: 'la commande',
    readsCertificate: 'Lecture du certificat du master',
    fingerprint: 'l’empreinte',
    trustNewHelp:
      'Le master présente un autre certificat que celui auquel vous faites confiance. Demandez à son administrateur s’il a été renouvelé, et comparez cette empreinte avec la sienne ; sinon, quelqu’un se trouve peut-être entre vous et le master.',
    ask: 'Copier pour l’administrateur',
    forAdministrator: (facts) =>
      [
        `Mon worker Buildbot ${facts.workerName} ne peut pas travailler pour ${facts.master} :`,
        '',
        facts.problem,
        '',
        `Constaté le ${facts.at}, avec Buildtray ${facts.version}.`,
      ].join('\n'),
  },
  stillLeaving: 'Build en cours, pas de nouveau build pour l’instant',
  stillLeavingHelp:
    'L’arrêt est annulé, mais le master ne donne aucun nouveau build à ce worker avant qu’il se soit reconnecté. Cela se fait tout seul dès que le master a terminé le dernier build, et rien n’est perdu.',
  waitsForMaster: 'Attend que le master termine son dernier build pour ce worker',
  afterwards: {
    pause: (worker) => `Ensuite, ${worker} se met en pause.`,
    'shut-down': (worker) => `Ensuite, ${worker} s’arrête.`,
    quit: () => 'Ensuite, Buildtray quitte.',
  },
  stopNowLoses: (builds) =>
    builds === undefined
      ? 'Une étape que le master exécute lui-même risque d’être perdue ; il relancera le build.'
      : format.plural(builds, {
          one: 'Interrompt le build ; le master le relancera.',
          other: `Interrompt ${format.number(builds)} builds ; le master les relancera.`,
        }),
  leftRunning: (pids) =>
    format.plural(pids.length, {
      one: `Un processus laissé par une commande n’a pas pu être arrêté : ${pids.join(', ')}. Arrêtez-le vous-même ; redémarrer la machine y met fin aussi.`,
      other: `Des processus laissés par des commandes n’ont pas pu être arrêtés : ${pids.join(', ')}. Arrêtez ceux que vous pouvez ; redémarrer la machine met fin à tous.`,
    }),
  showOutput: (builder) => `Sortie de ${builder}`,
  output: (builder) => `Sortie des commandes de ${builder}`,
  noOutput: 'La sortie des commandes apparaîtra ici.',
  nothingRuns:
    'Rien n’est en cours. Le prochain build démarre tout seul quand le master en a un pour cette machine.',
  betweenSteps: 'Entre deux étapes',
  elapsed: (ms, usualMs) => `${format.part(ms, usualMs)} sur environ ${format.roughly(usualMs)}`,
  left: (ms) => `encore environ ${format.roughly(ms)}`,
  longer: (ms) => `${format.duration(ms)}, plus que d’habitude`,
  longerThanUsual: 'plus long que d’habitude',
  noEstimate: 'aucun build antérieur pour comparer',
  lastBuilds: 'Derniers builds',
  today: {
    title: 'Aujourd’hui',
    builds: 'builds aujourd’hui',
    given: 'temps de build',
    processors: 'processeurs',
    busy: (share, processors) => `${format.number(share * 100)} % de ${format.number(processors)}`,
    free: 'libres sur le disque',
  },
  copies: { master: 'l’hôte et le port', directory: 'le répertoire', problem: 'le problème' },
  details: 'Détails',
  move: (worker) => `Déplacer ${worker}`,
  moveHelp: 'Glissez pour déplacer, ou utilisez les flèches',
  moved: (worker, place, count) => `${worker} est maintenant numéro ${place} sur ${count}.`,
  master: (master) => `Master : ${master}`,
  builders: (names) => `Builders : ${names}`,
  andMore: (count) =>
    format.plural(count, { one: `et ${count} autre`, other: `et ${count} autres` }),
  fewer: 'moins',
  directory: (basedir) => `Répertoire : ${basedir}`,
  pauseMenu: 'Pause…',
  moreActions: (worker) => `Autres actions pour ${worker}`,
};
