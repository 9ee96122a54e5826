import type { SettingGroup } from '../../worker-settings/setting-row.ts';
import { octal } from '../../worker-settings/setting-text.ts';
import type { SettingName } from '../../worker-settings/settings-table.ts';
import type { settings as english } from '../en/settings.ts';
import { format } from './format.ts';
import { settingWords } from './setting-words.ts';

const GROUPS: Readonly<Record<SettingGroup, string>> = {
  master: 'Master',
  extras: 'Certificat et identification au proxy',
  login: 'Identification',
  behaviour: 'Connexion',
  builds: 'Builds',
  log: 'Journal',
};

const UNITS: Readonly<Record<string, string>> = {
  seconds: 'secondes',
  bytes: 'octets',
  tries: 'tentatives',
  processors: 'processeurs',
  files: 'fichiers',
};

const fault: (typeof english)['fault'] = (problem, nameOf = labelOf) => {
  switch (problem.kind) {
    case 'needed':
    case 'empty':
      return 'Saisissez une valeur.';
    case 'switch':
      return 'Saisissez oui ou non.';
    case 'choice':
      return 'Choisissez l’une des valeurs.';
    case 'number': {
      const { min, max, base, isAboveMin, isWhole } = problem;
      if (problem.unit === 'bytes') return 'Saisissez une taille, par exemple 500 ko ou 10 Mo.';
      if (problem.unit === 'seconds') {
        return problem.isAboveMin
          ? 'Saisissez une durée supérieure à 0, par exemple 30 s ou 5 min.'
          : 'Saisissez une durée, par exemple 30 s ou 5 min.';
      }
      const shown = (value: number): string => (base === 8 ? octal(value) : format.number(value));
      if (max !== undefined) return `Saisissez un nombre de ${shown(min)} à ${shown(max)}.`;
      if (isAboveMin) return `Saisissez un nombre supérieur à ${shown(min)}.`;
      return isWhole
        ? `Saisissez un nombre entier, au moins ${shown(min)}.`
        : `Saisissez un nombre, au moins ${shown(min)}.`;
    }
    case 'beside-host':
      return 'Une chaîne de connexion remplace l’hôte et le port : laissez les deux vides.';
    case 'beside-string':
      return 'Une chaîne de connexion ne peut pas s’ajouter à un proxy : effacez l’un des deux.';
    case 'one-line':
      return 'Saisissez une seule ligne, sans caractères de contrôle.';
    case 'needed-with':
      return `Nécessaire avec « ${nameOf(problem.other)} ».`;
    case 'without-tls':
      return 'Ceci ne vaut qu’avec TLS : activez TLS, ou laissez ce champ vide.';
    case 'without-proxy':
      return 'Ceci ne vaut qu’avec un proxy : saisissez le proxy, ou laissez ce champ vide.';
    case 'shape':
      return settingWords[problem.name].shape ?? 'Cette valeur n’est pas autorisée.';
  }
};

function labelOf(name: SettingName): string {
  return settingWords[name].label;
}

export const settings: typeof english = {
  title: 'Paramètres',
  about: (path) => `Enregistrés dans ${path}, que buildbot-worker peut exécuter aussi.`,
  fields: settingWords,
  groups: GROUPS,
  units: UNITS,
  fault,
  search: 'Chercher un paramètre',
  nothingFound: 'Aucun paramètre ne correspond.',
  noneByDefault: 'non défini',
  on: 'oui',
  off: 'non',
  isSet: 'défini ; saisissez pour le changer',
  isNotSet: 'non défini',
  clear: (label) => `Effacer : ${label}`,
  undoOne: (label) => `Annuler : ${label}`,
  undoAll: 'Tout annuler',
  changes: (count) =>
    format.plural(count, {
      one: 'Une modification non enregistrée',
      other: `${count} modifications non enregistrées`,
    }),
  sections: 'Sections des paramètres',
  depth: 'Quels paramètres',
  depths: { basic: 'Essentiels', all: 'Tous' },
  showMore: (count) =>
    format.plural(count, {
      one: 'Afficher un paramètre de plus',
      other: `Afficher ${count} paramètres de plus`,
    }),
  unsavedIn: (workerName) => `${workerName} (modifications non enregistrées)`,
  faulty: 'À corriger avant d’enregistrer :',
  unusableFields: 'À corriger sur cette page :',
  way: 'Se connecter par',
  byHost: 'Hôte et port',
  byString: 'Chaîne',
  computed: (line) =>
    `Calculé à la ligne ${line} du fichier par du code, que Buildtray n’exécute pas :`,
  comesTo: (value, from) =>
    from.length === 0 ? `Cela donne ${value}.` : `Cela donne ${value}, d’après ${from.join(', ')}.`,
  writeInstead: (value) => `Écrire ${value} à la place`,
  writeValue: 'Écrire une valeur à la place',
  unusable: (line, faultText) =>
    `La ligne ${line} du fichier contient une valeur qui n’est pas autorisée ici. ${faultText}`,
  changedMeanwhile:
    'Un autre programme a modifié le fichier après que cette page l’a lu ; rien n’a donc été enregistré. La page montre maintenant les nouvelles valeurs, avec vos modifications par-dessus : vérifiez-les, puis enregistrez à nouveau.',
  file: 'buildbot.tac',
  showFile: 'Afficher buildbot.tac',
  hideFile: 'Masquer buildbot.tac',
  showChanges: 'Afficher les modifications',
  wouldChange: 'Ce que l’enregistrement change dans buildbot.tac ; les secrets sont masqués',
  noTextChange:
    'Aucun changement visible dans buildbot.tac : les mots de passe sont masqués, et certains paramètres sont conservés ailleurs.',
  savedNow: 'Appliqué.',
  savedReconnect: 'Certaines modifications s’appliquent à la prochaine connexion.',
  savedRestart: 'Certaines modifications s’appliquent au redémarrage du worker.',
  waiting: 'Certains paramètres enregistrés ne sont pas encore appliqués',
  notFollowed: 'Enregistré, mais le worker ne peut pas l’appliquer',
};
