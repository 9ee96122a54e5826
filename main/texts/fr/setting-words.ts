import type { AllSettingWords, settingWords as english } from '../en/setting-words.ts';

const WORDS: AllSettingWords = {
  host: {
    label: 'Hôte',
    help: 'Le nom ou l’adresse de la machine du master, par exemple ci.example.org.',
    shape: 'Saisissez le nom ou l’adresse d’une machine, sans le port.',
  },
  port: {
    label: 'Port',
    help: 'Où le master attend les workers ; d’habitude 9989.',
  },
  useTls: {
    label: 'Chiffrer avec TLS',
    help: 'Pour les masters qui présentent un certificat sur ce port.',
    option: 'se connecter au master par TLS',
  },
  connectionString: {
    label: 'Chaîne de connexion',
    help: 'Un point d’accès client de Twisted, par exemple tls:host=ci.example.org:port=9989.',
    none: 'non définie : l’hôte et le port sont utilisés',
    shape: 'Saisissez une chaîne de connexion, par exemple tls:host=ci.example.org:port=9989.',
    option: 'chaîne de connexion Twisted du master, à la place de <master>',
  },
  proxyConnectionString: {
    label: 'Proxy',
    help: 'Un proxy HTTP entre cette machine et le master, par exemple tcp:host=proxy:port=3128.',
    none: 'non défini : connexion directe',
    shape: 'Saisissez une chaîne de connexion, par exemple tcp:host=proxy.example.org:port=3128.',
    option: 'chaîne de connexion Twisted d’un proxy HTTP qui accepte CONNECT',
  },
  protocol: {
    label: 'Protocole',
    help: 'Presque tous les masters parlent Perspective Broker.',
    choices: { pb: 'Perspective Broker', msgpack_experimental_v7: 'MessagePack (expérimental)' },
    option:
      'protocole du master : pb, msgpack_experimental_v7, ou auto pour le détecter maintenant',
  },
  path: {
    label: 'Chemin du WebSocket',
    help: 'Pour MessagePack à travers un serveur web qui place le master sous un chemin.',
    none: 'non défini : aucun chemin',
  },
  workerName: {
    label: 'Nom du worker',
    help: 'Tel que l’administrateur du projet vous l’a donné.',
  },
  password: {
    label: 'Mot de passe',
    help: 'Tel que l’administrateur du projet vous l’a donné.',
  },
  keepalive: {
    label: 'Signe de vie',
    help: 'Tous les combien le worker vérifie que le master est encore là ; 0 ne vérifie jamais.',
    option: 'intervalle entre deux signes de vie envoyés au master ; 0 n’en envoie aucun',
  },
  maxdelay: {
    label: 'Plus longue attente entre deux tentatives',
    help: 'Les tentatives de connexion sont fréquentes au début, puis de plus en plus rares, jusqu’à cette attente.',
    option: 'plus longue attente entre deux tentatives de connexion',
  },
  maxretries: {
    label: 'Tentatives échouées avant d’abandonner',
    help: 'Le worker s’arrête après autant d’échecs de suite.',
    none: 'non défini : n’abandonne jamais',
    option: 'échecs de suite après lesquels le worker s’arrête ; None n’abandonne jamais',
  },
  allowShutdown: {
    label: 'Arrêt en douceur demandé de l’extérieur',
    help: 'Comment des programmes de cette machine peuvent demander au worker de s’arrêter une fois ses builds terminés. La fenêtre, l’icône et buildtray stop --graceful le peuvent toujours.',
    none: 'Non autorisé',
    choices: { signal: 'Par le signal SIGHUP', file: 'En touchant shutdown.stamp' },
    option: 'permettre de demander un arrêt en douceur : signal (SIGHUP) ou file (shutdown.stamp)',
  },
  basedir: {
    label: 'Répertoire de base',
    help: 'Où tournent les builds. Un point désigne le répertoire de buildbot.tac, ce qui convient presque toujours.',
    shape: 'Saisissez le chemin complet d’un répertoire, ou un point.',
  },
  numcpus: {
    label: 'Processeurs',
    help: 'Combien en annoncer au master ; les projets lancent d’habitude autant de tâches à la fois.',
    none: 'non défini : autant que cette machine en a',
    option: 'nombre de processeurs à annoncer au master ; None les compte',
  },
  umask: {
    label: 'Masque des droits de fichiers',
    help: 'Les droits que les fichiers créés par les builds ne reçoivent pas, en octal : 022 laisse lire les autres, 077 les en empêche.',
    none: 'non défini : celui de votre session',
    option:
      'droits que les nouveaux fichiers ne reçoivent pas, par exemple 0o22 ; None garde les vôtres',
  },
  unicodeEncoding: {
    label: 'Encodage',
    help: 'L’encodage des lignes de commande et de la sortie des programmes, par exemple utf-8 ou latin-1.',
    shape: 'Saisissez le nom d’un encodage, par exemple utf-8.',
    option:
      'encodage des lignes de commande et de la sortie des programmes, par exemple latin-1 ou cp932',
  },
  deleteLeftoverDirs: {
    label: 'Supprimer les répertoires abandonnés',
    help: 'Supprime du répertoire de base, à chaque connexion, les répertoires qui n’appartiennent plus à aucun builder.',
    option: 'supprimer les répertoires sans builder chaque fois que le master envoie ses builders',
  },
  fileAccess: {
    label: 'Accès aux fichiers',
    help: 'Où les commandes de fichiers du master, comme les envois, peuvent lire et écrire. Cela ne limite pas les programmes que les builds exécutent.',
    choices: {
      basedir: 'Dans le répertoire de base seulement',
      anywhere: 'Partout où vous avez accès',
    },
  },
  tacEnvironment: {
    label: 'Environnement de buildbot.tac',
    help: 'Applique les lignes du fichier qui définissent ou suppriment des variables d’environnement par leur nom. Les variables qui ressemblent à des secrets restent cachées aux builds.',
  },
  leftoverProcesses: {
    label: 'Processus restants',
    help: 'Ce que deviennent les programmes qu’un build lance en arrière-plan, comme un serveur pour l’étape suivante.',
    choices: {
      build: 'Les arrêter avec le build',
      command: 'Les arrêter avec la commande',
      leave: 'Les laisser tourner, même après l’arrêt du worker',
    },
  },
  protection: {
    label: 'Protection',
    help: 'Ce que les builds atteignent sur cette machine. Gardé : le système en lecture seule, les répertoires de leurs builders, un dossier personnel et des fichiers temporaires à eux, mais aucun de vos fichiers, fenêtres ou autres programmes. Strict : comme gardé, avec moins du système, un dossier personnel par builder et sans réseau. Linux seulement.',
    choices: {
      open: 'Ouvert : tout ce que vous atteignez',
      guarded: 'Gardé : rien qui soit à vous',
      strict: 'Strict : gardé, et sans réseau',
    },
    option: 'ce que les builds atteignent sur cette machine : open, guarded ou strict',
  },
  protectionPaths: {
    label: 'Chemins pour les builds protégés',
    help: 'Répertoires et fichiers que les builds gardés et stricts voient aussi, séparés par des virgules, par exemple /srv/toolchain. Ils sont en lecture seule, sauf si :rw suit, comme dans /var/cache/ccache:rw.',
    none: 'non défini : aucun',
    shape:
      'Saisissez des chemins complets, séparés par des virgules ; :rw après un chemin permet d’y écrire.',
    option:
      'chemins que les builds gardés et stricts voient aussi, séparés par des virgules ; :rw après un chemin permet d’y écrire',
  },
  protectionVariables: {
    label: 'Variables pour les builds protégés',
    help: 'Variables d’environnement que les builds gardés et stricts reçoivent aussi, séparées par des virgules, par exemple CC, MAKEFLAGS. Ils reçoivent toujours PATH, LANG et leurs semblables ; jamais les secrets.',
    none: 'non défini : aucune',
    shape: 'Saisissez des noms de variables, séparés par des virgules.',
    option:
      'variables d’environnement que les builds gardés et stricts reçoivent aussi, séparées par des virgules',
  },
  logSize: {
    label: 'Taille d’un fichier journal',
    help: 'Un nouveau fichier est commencé quand le journal atteint cette taille.',
    none: 'non définie : pas de rotation',
    option: 'taille à laquelle un nouveau journal est commencé ; None n’en commence jamais',
  },
  logCount: {
    label: 'Anciens journaux à garder',
    help: 'Les plus anciens sont supprimés.',
    none: 'non défini : tous sont gardés',
    option: 'anciens journaux à garder ; None les garde tous',
  },
  tlsPin: {
    label: 'Empreinte du certificat',
    help: 'Le SHA-256 du certificat ou de la clé publique du master, pour les certificats qu’aucune autorité n’a signés.',
    none: 'non définie : les autorités décident',
    shape:
      'Saisissez un SHA-256 : sha256: et les 64 chiffres hexadécimaux du certificat ou de sa clé publique.',
    option:
      'SHA-256 du certificat ou de la clé publique du master, auquel on fait alors confiance sans autorité',
  },
  tlsAuthorities: {
    label: 'Autorités supplémentaires',
    shape: 'Saisissez le chemin complet, par exemple /home/moi/farm-ca.pem.',
    help: 'Un fichier PEM, ou un répertoire qui en contient, reconnu en plus des autorités du système.',
    none: 'non défini : celles du système seulement',
    option:
      'fichier PEM, ou répertoire qui en contient, avec des autorités reconnues en plus de celles du système',
  },
  proxyUser: {
    label: 'Utilisateur du proxy',
    help: 'Pour un proxy qui demande une identification.',
    none: 'non défini : sans identification',
    shape: 'Saisissez un nom d’utilisateur sans deux-points.',
    option: 'nom d’utilisateur pour le proxy HTTP',
  },
  proxyPassword: {
    label: 'Mot de passe du proxy',
    help: 'Conservé dans buildtray.json, que vous seul pouvez lire.',
    option: 'mot de passe pour le proxy HTTP ; - le lit sur l’entrée standard',
  },
};

export const settingWords: typeof english = WORDS;
