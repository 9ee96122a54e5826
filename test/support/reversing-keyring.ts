import { Keyring } from '../../main/desktop/keyring.ts';

/** The keyring of GNOME, which encrypts a text by writing it from its end. */
export const reversingKeyring = new Keyring(
  {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptString: (text) => Buffer.from(text).reverse(),
    decryptString: (encrypted) => Buffer.from(encrypted).reverse().toString(),
  },
  'linux',
);
