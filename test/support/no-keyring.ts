import { Keyring } from '../../main/desktop/keyring.ts';

/** The keyring of a desktop that has none. */
export const noKeyring = new Keyring(
  {
    isEncryptionAvailable: () => false,
    encryptString: () => Buffer.alloc(0),
    decryptString: () => '',
  },
  'linux',
);
