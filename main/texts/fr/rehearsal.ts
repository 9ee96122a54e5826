import type { rehearsal as english } from '../en/rehearsal.ts';

export const rehearsal: typeof english = {
  title: 'Essayer maintenant',
  about:
    'Une répétition : un petit master sur cette machine exécute un vrai build sur un vrai worker. Il n’y a rien à configurer, rien ne quitte cette machine, et rien ne reste après.',
  states: {
    'not-started': 'Prêt quand vous l’êtes',
    preparing: 'Préparation',
    'waiting-for-worker': 'Le worker se connecte',
    building: 'Un build est en cours',
    draining: 'Arrêt en douceur',
    cancelling: 'Annulation',
    done: 'C’était un build complet',
    cancelled: 'Annulée',
    error: 'La répétition n’a pas pu continuer',
  },
  notStarted: 'Elle dure environ 15 secondes.',
  draining:
    'Le build en cours peut finir d’abord. Pour vos propres workers, cela se trouve dans le menu de l’icône.',
  drained: 'Le build est terminé, et le master libère le worker.',
  doneAsPlanned:
    'Le worker s’est connecté, a exécuté un build, a signalé un échec et s’est arrêté proprement. Votre propre worker fera de même pour un projet de votre choix.',
  doneNotAsPlanned: (step) =>
    `L’étape ${step} ne s’est pas terminée comme prévu. Sa sortie est ci-dessous ; tout le reste a été nettoyé.`,
  cancelled: 'Ce qui était en cours a été arrêté, et rien ne reste.',
  start: 'Commencer',
  again: 'Recommencer',
  cancel: 'Annuler',
  cancelIt: 'Annuler la répétition',
  addOwn: 'Ajouter votre propre worker',
  lookOut: 'À observer',
  lookOuts: {
    tray: 'L’icône de la zone de notification change de forme selon ce que fait le worker.',
    output: 'La sortie du build apparaît ici pendant qu’il tourne, comme sur le master.',
    failure: 'Une étape échoue, exprès.',
    leaving: 'À la fin, le worker s’arrête en douceur : le build peut finir d’abord.',
  },
  steps: {
    checkout: {
      short: 'Récupère les sources d’un petit exemple',
      about:
        'Un vrai projet viendrait de son dépôt. Ici, le master envoie lui-même les fichiers, si bien que cela marche partout.',
    },
    compile: {
      short: 'En construit un programme',
      about:
        'Tout ce qu’un build affiche est envoyé au master ligne par ligne. Dans un plus gros build, c’est ici que votre ventilateur se mettrait en marche.',
    },
    test: {
      short: 'Teste le programme',
      about: 'Chaque ligne ci-dessous apparaît dès que le test l’a affichée.',
    },
    upload: {
      short: 'Envoie le rapport au master',
      about:
        'Les fichiers voyagent dans les deux sens, et seulement entre le master et le répertoire du worker.',
    },
    style: {
      short: 'Échoue exprès',
      about:
        'Cette étape doit échouer. Un échec regarde le projet, pas vous : votre worker a fait sa part et continue le build.',
    },
    clean: {
      short: 'Nettoie, puis s’arrête en douceur',
      about:
        'Pendant cette étape, on demande au worker de s’arrêter en douceur. Il n’accepte aucun nouveau build et se déconnecte une fois celui-ci terminé.',
    },
  },
  stepsLabel: 'Étapes du build',
  results: {
    success: 'succès',
    warnings: 'avertissements',
    failure: 'échec',
    exception: 'exception',
    retry: 'connexion perdue',
    cancelled: 'annulé',
    skipped: 'sautée',
  },
  asPlanned: 'échec, comme prévu',
  waiting: 'en attente',
  running: 'en cours',
  output: (step) => `Sortie de ${step}`,
  noOutput: 'La sortie de cette étape apparaîtra ici.',
  nothingPrinted: 'Cette étape n’a rien affiché.',
  isUnderWay: 'Une répétition est déjà en cours.',
  master: 'le master de la répétition',
  inTray: (sentence) => `Répétition : ${sentence}`,
  show: 'Afficher la répétition',
};
