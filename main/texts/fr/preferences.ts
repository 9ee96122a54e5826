import type { KeptOutputs } from '../../contract/builds/kept-output.ts';
import type { NoticeKind } from '../../contract/notice-kind.ts';
import type { LanguageChoice, Theme } from '../../contract/preferences-contract.ts';
import type { preferences as english } from '../en/preferences.ts';
import { format } from './format.ts';

const THEMES: Readonly<Record<Theme, string>> = {
  system: 'Système',
  light: 'Clair',
  dark: 'Sombre',
};

const LANGUAGES: Readonly<Record<LanguageChoice, string>> = {
  system: 'Comme le système',
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
};

const KEPT: Readonly<Record<KeptOutputs, string>> = {
  all: 'De toutes les commandes',
  failed: 'Des échecs',
  none: 'D’aucune',
};

const NOTICES: Readonly<Record<NoticeKind, string>> = {
  cannotWork: 'un worker ne peut pas s’identifier, ou s’arrête de lui-même',
  lost: 'un worker n’a pas de connexion depuis longtemps',
  ended: 'un worker s’est arrêté après son dernier build',
  paused: 'un worker se met en pause après son dernier build, ou sa pause est finie',
  diskLow: 'le disque est presque plein',
  buildFailed: 'un build s’est terminé avec des erreurs',
  buildEnded: 'un build est terminé',
};

export const preferences: typeof english = {
  title: 'Préférences',
  about: 'Pour Buildtray lui-même. Chaque worker a ses propres paramètres.',
  start: 'Démarrage',
  startAtLogin: 'Démarrer à l’ouverture de ma session',
  startAtLoginHelp: 'Les workers se connectent tout seuls, comme à chaque démarrage.',
  startEntry: 'Prête cette machine à Buildbot',
  startHidden: 'Démarrer dans la zone de notification',
  startHiddenHelp:
    'À l’ouverture de la session, seule l’icône apparaît ; cliquez dessus pour ouvrir la fenêtre.',
  needsLogin: 'Vaut quand Buildtray démarre à l’ouverture de la session.',
  notifications: 'Notifications',
  notificationsOn: 'Afficher des notifications',
  notificationsHelp: 'Le refus de ce que vous demandez depuis l’icône s’affiche toujours.',
  noticeKinds: 'Me prévenir quand',
  notices: NOTICES,
  quietHours: 'Heures calmes',
  quietHoursHelp:
    'Les notifications attendent la fin, et celles qui sont réglées d’ici là sont omises. Les builds ne sont pas signalés après coup.',
  quietFrom: 'De',
  quietTo: 'À',
  output: 'Sortie des builds',
  keptOutputs: 'Conserver la sortie',
  keptOutputsHelp:
    'Les derniers 200 ko de chaque commande, à lire à la page Builds. Cela reste sur cette machine ; vous seul pouvez le lire.',
  kept: KEPT,
  keptOutputBytes: 'Au plus',
  keptOutputDays: 'Pendant au plus',
  bytes: format.bytes,
  days: (count) =>
    `${format.number(count)} ${format.plural(count, { one: 'jour', other: 'jours' })}`,
  appearance: 'Apparence',
  theme: 'Thème',
  themes: THEMES,
  language: 'Langue',
  languages: LANGUAGES,
  aboutBuildtray: 'À propos',
  version: (version) => `Buildtray ${version}`,
  showLicences: 'Licences des bibliothèques…',
  licences: 'Licences des bibliothèques',
  showDiagnostics: 'Diagnostic…',
  diagnostics: {
    title: 'Diagnostic',
    about:
      'Pour qui vous aide : versions, paramètres, vérifications, derniers états et fin du journal, en anglais. Les mots de passe et les jetons n’y sont pas ; les noms des masters et des builders y sont. Voici le rapport entier : lisez-le avant de le transmettre.',
    collecting:
      'Préparation du rapport ; la vérification d’un master qui ne répond pas prend jusqu’à 20 s…',
    report: 'Rapport',
    copy: 'Copier',
    save: 'Enregistrer sous…',
    saved: 'Enregistré',
  },
  noTray: 'Ce bureau n’affiche pas d’icônes de notification',
  noTrayHelp:
    'Fermer cette fenêtre quitte donc Buildtray ; réduisez-la pour continuer d’accepter des builds. Sous GNOME, installez l’extension « AppIndicator and KStatusNotifierItem Support » pour avoir l’icône.',
  gotIt: 'Compris',
};
