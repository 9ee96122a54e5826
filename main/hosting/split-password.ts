import { readSettings, type SettingsReading } from '../basedir/read-settings.ts';
import type { Problem } from '../contract/problem.ts';
import type { SettingView } from '../contract/settings-view.ts';
import type { PasswordPlace } from '../contract/worker/worker-view.ts';
import type { Keyring } from '../desktop/keyring.ts';
import { type Outcome, succeeded } from '../lib/outcome.ts';
import type { WorkerSettings } from '../worker-settings/settings-table.ts';
import type { HostedWorker } from './hosted-worker.ts';

/** Where the password is, or one that is given now would be: what code computes is left alone. */
export function placeOfPassword(
  { passwordPlace }: HostedWorker,
  { state }: Keyring,
  { settings }: SettingsReading,
): PasswordPlace {
  const isComputed = settings.some(({ name, kind }) => name === 'password' && kind === 'computed');
  return isComputed && state.kind === 'there'
    ? { kind: 'keyring', keyring: state.name }
    : passwordPlace;
}

/** The setting as a page shows it, wherever the password is. */
export function passwordShown(
  view: SettingView,
  isForKeyring: boolean,
  isKept: boolean,
): SettingView {
  const { name } = view;
  if (name !== 'password') return view;
  if (isForKeyring) return { kind: 'secret', name, isSet: isKept };
  return view.kind === 'secret' ? { ...view, isSet: view.isSet || isKept } : view;
}

/** Whether a password that is given now goes there. */
export async function isForKeyring(hosted: HostedWorker, keyring: Keyring): Promise<boolean> {
  if (keyring.state.kind !== 'there') return false;
  const read = await readSettings(hosted.basedir);
  const place = read.ok ? placeOfPassword(hosted, keyring, read.value) : hosted.passwordPlace;
  return place.kind === 'keyring';
}

export interface SplitPassword {
  readonly settings: Partial<WorkerSettings>;
  /** For the keyring; undefined where the password stays as it is, or in the file. */
  readonly encrypted: string | undefined;
}

/** Takes the password out of what the file is to say, where the keyring keeps it. */
export async function splitPassword(
  hosted: HostedWorker,
  settings: Partial<WorkerSettings>,
  keyring: Keyring,
): Promise<Outcome<SplitPassword, Problem>> {
  const { password, ...others } = settings;
  if (!password || !(await isForKeyring(hosted, keyring))) {
    return succeeded({ settings, encrypted: undefined });
  }
  const encrypted = keyring.encrypt(password);
  return encrypted.ok ? succeeded({ settings: others, encrypted: encrypted.value }) : encrypted;
}
