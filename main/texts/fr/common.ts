import type { KeyringName } from '../../contract/worker/worker-view.ts';
import type { common as english } from '../en/common.ts';

const KEYRINGS: Readonly<Record<KeyringName, string>> = {
  macos: 'le trousseau de macOS',
  windows: 'la protection des données de Windows',
  gnome: 'le trousseau de GNOME',
  kwallet: 'KWallet',
  other: 'le trousseau du système',
};

export const common: typeof english = {
  cancel: 'Annuler',
  close: 'Fermer',
  save: 'Enregistrer',
  copy: 'Copier',
  copied: 'Copié',
  choose: 'Choisir…',
  loading: 'Chargement',
  loadFailed: 'Le chargement a échoué',
  retry: 'Réessayer',
  more: 'Plus',
  boxes: {
    directory: 'Choisir le répertoire du worker',
    authorities: 'Choisir un fichier d’autorités',
    output: 'Enregistrer la sortie',
    diagnostics: 'Enregistrer le diagnostic',
  },
  help: 'Aide',
  showPassword: 'Afficher le mot de passe',
  follow: 'Suivre la fin',
  copySelection: 'Copier la sélection',
  copyThis: (what) => `Copier ${what}`,
  byDefault: (value) => `Par défaut : ${value}`,
  effects: {
    'apply-live': 's’applique maintenant',
    reconnect: 's’applique à la prochaine connexion',
    'restart-worker': 's’applique au redémarrage du worker',
  },
  savedNote: {
    saved: 'Enregistré',
    reconnect: {
      atGap: 'Se reconnecter entre deux builds',
      now: 'Se reconnecter maintenant',
      waiting: 'Le worker se reconnecte dès qu’aucun build n’est en cours.',
    },
    restart: {
      atGap: 'Redémarrer entre deux builds',
      now: 'Redémarrer maintenant',
      waiting: 'Le worker redémarre dès qu’aucun build n’est en cours.',
    },
  },
  passwordPlace: (place): string => {
    if (place.kind === 'keyring') {
      return `Le mot de passe est conservé dans ${KEYRINGS[place.keyring]}.`;
    }
    const { path, why, isOpen } = place;
    if (isOpen) {
      return `Le mot de passe est conservé dans ${path}, que d’autres utilisateurs de cette machine peuvent lire. Pour y remédier, exécutez : chmod 600 ${path}`;
    }
    return why === undefined
      ? `Le mot de passe est conservé dans ${path}, que vous seul pouvez lire.`
      : `Le mot de passe est conservé dans ${path}, que vous seul pouvez lire (ce bureau n’a pas de trousseau déverrouillé).`;
  },
};
