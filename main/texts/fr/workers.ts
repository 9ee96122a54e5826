import type { workers as english } from '../en/workers.ts';

export const workers: typeof english = {
  remove: 'Retirer le worker…',
  removeTitle: (worker) => `Retirer ${worker} ?`,
  removeHelp:
    'Buildtray l’arrête et l’oublie. Le projet garde sa propre trace du worker ; prévenez son administrateur si vous ne revenez pas.',
  keepDirectory: (basedir) => `${basedir} est gardé, et peut être ajouté à nouveau à tout moment.`,
  deleteDirectory: (size) =>
    size === undefined
      ? 'Supprimer aussi le répertoire'
      : `Supprimer aussi le répertoire (${size})`,
  removeNow: 'Retirer',
  duplicate: 'Dupliquer…',
  duplicateTitle: (worker) => `Dupliquer ${worker}`,
  duplicateHelp:
    'Il reçoit les mêmes paramètres et infos machine. Il lui faut un nom à lui, que le projet connaît.',
  workerName: 'Nom du worker',
  password: 'Mot de passe',
  samePassword: 'Laissez vide pour utiliser le même.',
  directory: 'Répertoire',
  duplicateNow: 'Dupliquer et se connecter',
  moveUp: 'Monter',
  moveDown: 'Descendre',
  needsName: 'Saisissez le nom que le projet a donné au nouveau worker.',
  needsDirectory: 'Saisissez le chemin complet d’un répertoire vide ou qui n’existe pas encore.',
  directoryIsUsed: (basedir) => `${basedir} n’est pas vide.`,
  cannotDelete: (why) => `Le worker est retiré, mais pas son répertoire. ${why}`,
  isNoWorkerDirectory: (basedir) =>
    `Le worker est retiré, mais ${basedir} a été gardé : il ne ressemble pas à un répertoire de worker.`,
};
