import type { addWorker as english } from '../en/add-worker.ts';

export const addWorker: typeof english = {
  title: 'Ajouter un worker',
  heading: 'Prêter cette machine à Buildbot',
  tryFirst: 'Pas encore d’accès ?',
  tryFirstHelp:
    'Lancez d’abord un build sur cette machine : cela prend une minute et ne demande aucun master.',
  steps: { master: 'Le master', machine: 'Cette machine' },
  stepOf: (at, of, title) => `Étape ${at} sur ${of} : ${title}`,
  stepsLabel: 'Étapes',
  done: 'terminé',
  stepTitles: {
    master: 'Que vous a-t-on envoyé ?',
    machine: 'Prêt à se connecter',
  },
  paste: 'Collez ce que vous avez reçu',
  pasteHelp:
    'Le courriel entier, une commande create-worker, host:port ou un buildbot.tac. Vous pouvez aussi déposer un fichier ou un ancien répertoire de worker n’importe où dans cette fenêtre.',
  pasteClipboard: 'Coller depuis le presse-papiers',
  pasteOther: 'Coller un autre texte pour recommencer',
  pasteExample: 'Nom du worker : linux-3\nMaster : ci.example.org:9989\nMot de passe : …',
  found: (what) => `Trouvé : ${what}.`,
  missing: (what) => `Il manque encore : ${what}.`,
  complete: 'Il ne manque rien.',
  foundNothing:
    'Rien d’utile n’a été trouvé dans ce texte. Remplissez vous-même les champs ci-dessous.',
  replaced: 'Il a remplacé le contenu du formulaire.',
  undo: 'Annuler',
  join: 'Garder aussi le reste du formulaire',
  fromLink:
    'Ceci provient d’un lien et n’a pas encore été essayé. Ne continuez que si vous connaissez ce master.',
  notTaken: {
    secret: (names) =>
      `Ignoré : ${names}. Un lien ne contient pas de mot de passe ; saisissez-le vous-même.`,
    unknown: (options) =>
      `Ignoré : ${options}. Définissez-le plus tard en ligne de commande si le master en a besoin.`,
    obsolete: (options) =>
      `Ignoré : ${options}. Les workers n’ont plus ce paramètre ; c’est le master qui décide.`,
    overruled: (options) =>
      `Ignoré : ${options}. Avec --no-logrotate, le journal grandit sans limite.`,
  },
  heldBack: (from, to) =>
    `Le mot de passe accompagnait ${from} ; il n’est donc pas envoyé à ${to}.`,
  release: (host) => `L’utiliser pour ${host}`,
  dropHere: 'Déposez-le ici',
  dropHelp: 'un courriel, un buildbot.tac ou un répertoire de worker',
  dropsNothing: 'Ce qui a été déposé n’a pas pu être lu.',
  host: 'Hôte du master',
  port: 'Port',
  workerName: 'Nom du worker',
  workerNameExample: 'tel que l’administrateur vous l’a donné',
  password: 'Mot de passe',
  directory: 'Répertoire',
  directoryHelp: 'Les builds, les paramètres et le journal s’y trouvent.',
  relocatable: 'Le répertoire pourra être déplacé plus tard',
  relocatableHelp:
    'Son buildbot.tac détermine alors lui-même où il est et ne contient aucun chemin.',
  trustHelp:
    'Le certificat du master a cette empreinte SHA-256. Demandez la sienne à l’administrateur par une autre voie, et n’acceptez le certificat que si les deux sont identiques. Sinon, quelqu’un intercepte peut-être la connexion.',
  trust: 'Faire confiance à ce certificat',
  existing: 'Utiliser un ancien répertoire de worker…',
  back: 'Retour',
  next: 'Suivant',
  anyway: 'Continuer quand même',
  failedCheck:
    'Une vérification a échoué. Corrigez le problème, ou continuez et corrigez-le plus tard.',
  submit: 'Ajouter le worker et se connecter',
  joins: (worker, master) => `${worker} se connectera à ${master}`,
  more: 'Plus',
  edit: 'Modifier',
  editThis: (what) => `Modifier : ${what}`,
  advanced: 'Options avancées',
  advancedHelp:
    'TLS, proxy et toutes les autres options de create-worker. La plupart des gens n’en ont pas besoin. Un champ vide a sa valeur par défaut ; None ne définit rien.',
  chooseAuthorities: 'Choisir un fichier d’autorités…',
  auto: 'Détecter automatiquement',
  checks: 'Vérifications',
  allWell: 'Toutes les vérifications ont réussi',
  showChecks: 'Afficher',
  hideChecks: 'Masquer',
  check: {
    name: 'Nom connu',
    port: 'Port ouvert',
    certificate: 'Chiffrement',
    speaks: 'Master Buildbot',
    login: 'Identification',
    directory: 'Répertoire',
    disk: 'Espace libre',
    clock: 'Horloge',
  },
  state: {
    waiting: 'pas encore vérifié',
    running: 'vérification…',
    passed: 'réussi',
    warned: 'avertissement',
    failed: 'échec',
    skipped: 'inutile',
  },
  checkAgain: 'Vérifier à nouveau',
  hostinfo: 'Ce que le projet apprend sur cette machine',
  hostinfoHelp:
    'Ceci a été rempli pour vous. Toute personne qui voit la page web du projet peut le lire.',
  oldTitle: (name) => `Ce répertoire contient déjà un worker : ${name}`,
  oldHelp: (path) =>
    `${path} contient un worker. Buildtray peut le faire tourner avec ses paramètres, son nom et ses builds.`,
  oldUnknown: 'son nom est calculé par du code',
  oldUpgrade:
    'Une mise à niveau modifierait son buildbot.tac ; l’ancien fichier est gardé à côté :',
  oldCurrent: 'Ses paramètres sont à jour.',
  oldPassword:
    'Son buildbot.tac ne contient pas le mot de passe lui-même. Saisissez celui que l’administrateur vous a donné.',
  oldNoUpgrade: (why) => `Buildtray ne peut pas le mettre à niveau. ${why}`,
  useAsIs: 'L’utiliser tel quel',
  upgrade: 'Le mettre à niveau et l’utiliser',
  problems: {
    host: 'Saisissez le nom de la machine du master, par exemple ci.example.org.',
    port: 'Saisissez un port de 1 à 65535 ; les masters écoutent d’habitude sur 9989.',
    workerName: 'Saisissez le nom que le projet a donné à votre worker.',
    password: 'Saisissez le mot de passe que le projet vous a donné.',
    basedir: 'Saisissez le chemin complet du répertoire, par exemple /home/moi/worker.',
    hasWorker: (basedir) =>
      `${basedir} contient déjà un worker : utilisez-le tel quel, ou choisissez un autre répertoire.`,
  },
};
