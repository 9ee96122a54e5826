import { describe, expect, it } from 'vitest';
import { Keyring, type SafeStorage } from '../../../../main/desktop/keyring.ts';
import { worded } from '../../../support/worded.ts';

function storageOf(backend: string, isAvailable = true): SafeStorage {
  return {
    isEncryptionAvailable: () => isAvailable,
    getSelectedStorageBackend: () => backend,
    encryptString: (text) => Buffer.from(text).reverse(),
    decryptString: (encrypted) => Buffer.from(encrypted).reverse().toString(),
  };
}

describe('the keyring', () => {
  it.each([
    ['gnome_libsecret', 'linux', 'gnome'],
    ['kwallet6', 'linux', 'kwallet'],
    ['', 'darwin', 'macos'],
    ['', 'win32', 'windows'],
  ])('%s on %s is %s', (backend, platform, name) => {
    expect(new Keyring(storageOf(backend), platform).state).toEqual({ kind: 'there', name });
  });

  it.each([
    ['basic_text', true],
    ['unknown', true],
    ['gnome_libsecret', false],
  ])('is missing where %s hides nothing, or is locked', (backend, isAvailable) => {
    const keyring = new Keyring(storageOf(backend, isAvailable), 'linux');
    expect(keyring.state.kind).toBe('missing');
    expect(keyring.decrypt('c2VjcmV0')).toMatchObject({ ok: false });
  });

  it('gives back what it was given', () => {
    const keyring = new Keyring(storageOf('gnome_libsecret'), 'linux');
    const encrypted = keyring.encrypt('secret');
    expect(encrypted).not.toMatchObject({ value: 'secret' });
    expect(encrypted.ok && keyring.decrypt(encrypted.value)).toEqual({ ok: true, value: 'secret' });
  });

  it('reports in a sentence why it fails', () => {
    const storage = {
      ...storageOf('gnome_libsecret'),
      decryptString: () => {
        throw new Error('wrong key');
      },
    };
    expect(new Keyring(storage, 'linux').decrypt('c2VjcmV0')).toMatchObject({
      ok: false,
      problem: worded(
        'The keyring does not return the password (wrong key): write it into buildbot.tac.',
      ),
    });
  });
});
