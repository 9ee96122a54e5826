import type { WordsOf } from '../../problem-words.ts';
import { withRemark } from '../../with-remark.ts';

export const session: WordsOf<'session'> = {
  wrongLogin: ({ peer, workerName }) =>
    `Le master à ${peer} a refusé l’identification : le nom du worker ${workerName} ou son mot de passe est faux ; demandez les deux à l’administrateur du master.`,
  duplicateName: ({ peer, workerName }) =>
    `Le master à ${peer} a déjà un worker nommé ${workerName} : arrêtez l’autre, ou demandez à l’administrateur un nom qui soit à vous.`,
  probablyDuplicate: ({ peer, workerName, message }) =>
    `${withRemark(`Le master à ${peer} a laissé entrer le worker ${workerName} et a fermé la connexion aussitôt`, message)} : très probablement, un autre worker de ce nom est connecté. Arrêtez l’autre, ou demandez à l’administrateur un nom qui soit à vous.`,
  loginFailed: ({ peer, reason }) => `L’identification à ${peer} a échoué : ${reason}.`,
  loginUnanswered: ({ peer, seconds }) =>
    `Le master à ${peer} accepte les connexions et n’a pas répondu à l’identification depuis ${seconds} s : il démarre, est occupé par une reconfiguration, ou ses identifications sont bloquées, comme celles de Buildbot 4.3.0 peuvent l’être après la perte d’un worker qui s’identifiait par MessagePack. Si cela dure plusieurs minutes, son administrateur doit le redémarrer.`,
  masterIsSlow: ({ peer, seconds }) =>
    `Le master à ${peer} a accepté la connexion et ne s’est pas annoncé en ${seconds} s : il est lent ou occupé, par exemple par une reconfiguration.`,
  closedDuringLogin: ({ peer }) =>
    `Le master à ${peer} a fermé la connexion pendant l’identification ; il est peut-être en train de s’arrêter ou de démarrer.`,
  attachingFailed: ({ peer, error }) =>
    `Le master à ${peer} n’a pas pu rattacher ce worker : ${error} ; son administrateur en trouvera plus dans le journal du master.`,
  attachingTooSlow: ({ peer, seconds }) =>
    `Le master à ${peer} n’a pas rattaché ce worker dans les ${seconds} s qui ont suivi son dernier message.`,
  closedBeforeAttached: ({ peer, message }) =>
    `${withRemark(`Le master à ${peer} a fermé la connexion avant d’avoir rattaché ce worker`, message)} ; son administrateur en trouvera plus dans le journal du master.`,
  closedByMaster: ({ peer, message }) =>
    `${withRemark(`Le master à ${peer} a fermé la connexion`, message)}.`,
  notPerspectiveBroker: ({ peer, reason }) =>
    `La connexion a été coupée parce que ${peer} a envoyé quelque chose qui n’est pas du Perspective Broker : ${reason}.`,
  notMessagePack: ({ peer, reason }) =>
    `La connexion a été coupée parce que ${peer} a envoyé quelque chose qui n’est pas le MessagePack d’un master : ${reason}.`,
  fellSilent: ({ seconds }) =>
    `Le master n’a pas répondu pendant ${seconds} s ; la connexion a donc été coupée.`,
  cannotLeaveGracefully: () =>
    'Ce master ne connaît pas l’arrêt en douceur et continue d’envoyer des builds ; déconnectez-vous plutôt entre deux builds.',
  shutdownNotReported: ({ reason }) =>
    `Le master n’a pas pu être prévenu que ce worker veut partir : ${reason}.`,
  masterHasNotAnswered: ({ seconds }) =>
    `Le master n’a pas répondu à la demande de départ. S’il reste muet, la connexion est coupée d’ici ${seconds} s, et le worker part alors.`,
  disconnectedByUser: () => 'Déconnecté à votre demande.',

  nextTry: ({ seconds }) => `Prochaine tentative dans ${seconds} s.`,
  lastHeard: ({ seconds }) => `Le dernier signe du master date de ${seconds} s.`,

  shutDownByUser: () => 'Arrêté en douceur à votre demande.',
  shutDownByMaster: () => 'L’administrateur du master a demandé à ce worker de s’arrêter.',
  gaveUp: ({ tries }) => `Abandonné après ${tries} tentatives sans succès.`,
  hasJustStopped: () => 'Le worker vient de s’arrêter.',
  stoppedByCommandLine: () => 'Arrêté par la ligne de commande.',
  restartByCommandLine: () =>
    'Un worker que la ligne de commande fait tourner ne peut pas redémarrer lui-même : utilisez buildtray restart.',
  directoryGone: ({ basedir }) =>
    `Le répertoire de worker ${basedir} a été supprimé ou déplacé pendant que le worker tournait ; remettez-le en place, ou recréez-le, puis démarrez le worker.`,
};
