import type { KeyringName, PasswordPlace } from '../../contract/worker/worker-view.ts';

const KEYRINGS: Readonly<Record<KeyringName, string>> = {
  macos: 'the macOS keychain',
  windows: 'the Windows data protection',
  gnome: 'the GNOME keyring',
  kwallet: 'KWallet',
  other: 'the system keyring',
};

/** Words of several pages. */
export const common = {
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  copy: 'Copy',
  copied: 'Copied',
  choose: 'Choose…',
  loading: 'Loading',
  loadFailed: 'This could not be loaded',
  retry: 'Try again',
  more: 'More',
  /** Titles of the system's own boxes. */
  boxes: {
    directory: 'Choose the worker’s directory',
    authorities: 'Choose a file of authorities',
    output: 'Save the output',
    diagnostics: 'Save the diagnostics',
  },
  help: 'Help',
  showPassword: 'Show the password',
  follow: 'Follow the end',
  copySelection: 'Copy the selection',
  /** Names what a copy button copies. */
  copyThis: (what: string) => `Copy ${what}`,
  byDefault: (value: string) => `Default: ${value}`,
  effects: {
    'apply-live': 'applies now',
    reconnect: 'applies at the next connection',
    'restart-worker': 'applies when the worker restarts',
  },
  savedNote: {
    saved: 'Saved',
    reconnect: {
      atGap: 'Reconnect between builds',
      now: 'Reconnect now',
      waiting: 'The worker reconnects as soon as no build is running.',
    },
    restart: {
      atGap: 'Restart between builds',
      now: 'Restart now',
      waiting: 'The worker restarts as soon as no build is running.',
    },
  },
  passwordPlace: (place: PasswordPlace): string => {
    if (place.kind === 'keyring') return `The password is kept in ${KEYRINGS[place.keyring]}.`;
    const { path, why, isOpen } = place;
    if (isOpen) {
      return `The password is kept in ${path}, which other users of this machine can read. To fix that, run: chmod 600 ${path}`;
    }
    return why === undefined
      ? `The password is kept in ${path}, which only you can read.`
      : `The password is kept in ${path}, which only you can read (this desktop has no unlocked keyring).`;
  },
};
