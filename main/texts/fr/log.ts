import type { LogFilter } from '../../contract/log/log-rows.ts';
import type { log as english } from '../en/log.ts';
import { format } from './format.ts';

const FILTERS: Readonly<Record<LogFilter, string>> = {
  info: 'Tout',
  warn: 'Avertissements',
  error: 'Erreurs',
};

const lines = (count: number) =>
  `${format.number(count)} ${format.plural(count, { one: 'ligne', other: 'lignes' })}`;
const files = (count: number) =>
  `${format.number(count)} ${format.plural(count, { one: 'fichier', other: 'fichiers' })}`;
const hitsIn = (count: number) =>
  `${format.number(count)} ${format.plural(count, { one: 'résultat', other: 'résultats' })}`;

export const log: typeof english = {
  title: 'Journal',
  label: 'Journal du worker',
  empty: 'Le journal est vide.',
  nothingUrgent: 'Rien dans le journal n’est aussi grave.',
  cannotRead: 'Le journal est illisible',
  filter: 'Ce qui est affiché',
  filters: FILTERS,
  showAll: 'Afficher toutes les lignes',
  levels: { error: 'erreur', warn: 'avertissement' },
  openFolder: 'Ouvrir le dossier',
  menu: 'Actions pour le journal',
  copyLine: 'Copier cette ligne',
  copyVisible: 'Copier les lignes visibles',
  copiedLines: (count) =>
    `${lines(count)} ${format.plural(count, { one: 'copiée', other: 'copiées' })}`,
  follow: 'Suivre',
  following: 'Suivi',
  followHelp: 'Les nouvelles lignes défilent jusqu’à ce que vous remontiez.',
  newLines: (count) =>
    `${format.number(count)} ${format.plural(count, { one: 'nouvelle ligne', other: 'nouvelles lignes' })}`,
  size: (extent) =>
    `${lines(extent.rows.info)}, ${format.bytes(extent.totalBytes)} dans ${files(extent.files)}`,
  counting: (share) => `Décompte des lignes : ${format.number(share * 100)} %`,
  cut: (bytes) => `… et ${format.bytes(bytes)} de plus`,
  search: {
    label: 'Chercher dans tout le journal',
    matchCase: 'Respecter la casse',
    pattern: 'Expression régulière',
    older: 'Résultat plus ancien (Entrée)',
    newer: 'Résultat plus récent (Maj+Entrée)',
    cancel: 'Arrêter la recherche',
    clear: 'Effacer la recherche',
    none: 'Introuvable',
    progress: (share, hits) => `${format.number(share * 100)} %, ${hitsIn(hits)}`,
    cancelled: (hits) => `Arrêtée, ${hitsIn(hits)}`,
    place: (at, hits) => `${format.number(at)} sur ${format.number(hits)}`,
    found: hitsIn,
    reachable: (count) => `Seuls les ${format.number(count)} plus récents peuvent être affichés.`,
  },
  rotation: {
    title: 'Rotation',
    summary: (logSize, logCount) => {
      if (logSize === null) return 'Un seul fichier, qui grandit sans limite';
      const size = format.bytes(logSize);
      if (logCount === null) return `Un nouveau fichier à ${size}, tous les anciens sont gardés`;
      return format.plural(logCount, {
        one: `Un nouveau fichier à ${size}, ${format.number(logCount)} ancien est gardé`,
        other: `Un nouveau fichier à ${size}, ${format.number(logCount)} anciens sont gardés`,
      });
    },
    change: 'Rotation…',
    isOn: 'Commencer un nouveau fichier quand le journal devient gros',
    isOnHelp: 'Sinon, le journal est un seul fichier qui grandit sans limite.',
    size: 'Taille d’un fichier',
    sizeHelp: 'À cette taille, le fichier est mis de côté et un nouveau est commencé.',
    keepsAll: 'Garder tous les anciens fichiers',
    count: 'Anciens fichiers à garder',
    countHelp: 'Les plus anciens sont supprimés aussitôt.',
    onDisk: (bytes, count) => `${format.bytes(bytes)} dans ${files(count)} sur le disque`,
    rotateNow: 'Changer de fichier maintenant',
    rotated: 'Un nouveau fichier a été commencé.',
    saved: 'Enregistré dans buildbot.tac et appliqué.',
    wantsCount: 'Saisissez un nombre entier, 0 ou plus.',
  },
};
