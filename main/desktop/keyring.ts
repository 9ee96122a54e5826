import { type Problem, problem } from '../contract/problem.ts';
import type { KeyringName } from '../contract/worker/worker-view.ts';
import { messageOf } from '../lib/message-of.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';

/** The part of Electron's `safeStorage` that is used. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean;
  /** Linux only. */
  getSelectedStorageBackend?(): string;
  encryptString(text: string): Buffer;
  decryptString(encrypted: Buffer): string;
}

export type KeyringState =
  | { readonly kind: 'there'; readonly name: KeyringName }
  /** None runs, or it is locked. */
  | { readonly kind: 'missing' };

const NAMES: Readonly<Record<string, KeyringName>> = {
  darwin: 'macos',
  win32: 'windows',
  gnome_libsecret: 'gnome',
  kwallet: 'kwallet',
  kwallet5: 'kwallet',
  kwallet6: 'kwallet',
};

/** The system's keyring, where passwords can be kept; on Linux there may be none. */
export class Keyring {
  readonly #storage: SafeStorage;
  readonly #platform: string;

  constructor(storage: SafeStorage, platform: string) {
    this.#storage = storage;
    this.#platform = platform;
  }

  /** Not before the app is ready. */
  get state(): KeyringState {
    const backend =
      this.#platform === 'linux'
        ? (this.#storage.getSelectedStorageBackend?.() ?? 'unknown')
        : this.#platform;
    // Without a keyring Chromium encrypts with a password that everybody knows.
    const isReal = backend !== 'basic_text' && backend !== 'unknown';
    if (isReal && this.#storage.isEncryptionAvailable()) {
      return { kind: 'there', name: NAMES[backend] ?? 'other' };
    }
    return { kind: 'missing' };
  }

  /** As base64. Errors: a sentence. */
  encrypt(password: string): Outcome<string, Problem> {
    try {
      return succeeded(this.#storage.encryptString(password).toString('base64'));
    } catch (error) {
      return failed(problem('directory.keyringRefuses', { reason: messageOf(error) }));
    }
  }

  /** Errors: a sentence with what to do. */
  decrypt(encrypted: string): Outcome<string, Problem> {
    if (this.state.kind === 'missing') {
      return failed(problem('directory.keyringMissing'));
    }
    try {
      return succeeded(this.#storage.decryptString(Buffer.from(encrypted, 'base64')));
    } catch (error) {
      return failed(problem('directory.keyringFailed', { reason: messageOf(error) }));
    }
  }
}
