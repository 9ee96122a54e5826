import { changeSettings, previewSettings } from '../basedir/change-settings.ts';
import { readExtras, writeExtras } from '../basedir/extras-file.ts';
import { readSettings } from '../basedir/read-settings.ts';
import { settingsVersion } from '../basedir/settings-version.ts';
import { mostDemanding } from '../contract/change-effect.ts';
import type { ConnectionExtras } from '../contract/connection-extras.ts';
import type {
  ExtrasView,
  SettingsPage,
  SettingsSave,
  SettingsSaved,
  SettingsSaveProblem,
  SettingsWish,
} from '../contract/settings.ts';
import type { WorkerSettings } from '../contract/worker-settings.ts';
import { changedExtras } from '../launch/change-extras.ts';
import { lateProblems } from '../launch/late-problems.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import type { Statement } from '../lib/statement.ts';
import type { Texts } from '../texts/texts.ts';
import type { HostedWorker } from './hosted-worker.ts';
import { inWords } from './in-words.ts';
import type { Keyring } from './keyring.ts';

/** Everything a page needs to show a worker's settings. Errors: why the file cannot be read. */
export async function settingsPageOf(
  hosted: HostedWorker,
  { say }: Pick<Texts, 'say'>,
): Promise<Outcome<SettingsPage, string>> {
  const { basedir } = hosted;
  // Before the files are read: what is written meanwhile is noticed when this is saved.
  const version = await settingsVersion(basedir);
  const [view, read] = await Promise.all([readSettings(basedir), readExtras(basedir)]);
  if (!view.ok) return inWords(view, { say });
  const extras = read.ok ? read.value.extras : {};
  const { passwordPlace } = hosted;
  const isKept = passwordPlace.kind === 'keyring';
  const problems = view.value.problems.filter(
    ({ kind }) => !(isKept && kind === 'password-missing'),
  );
  return succeeded({
    ...view.value,
    settings: view.value.settings.map((setting) =>
      setting.kind === 'secret' ? { ...setting, isSet: setting.isSet || isKept } : setting,
    ),
    problems: [...problems, ...(read.ok ? [] : [read.problem])].map(say),
    warnings: view.value.warnings.map(say),
    extras: extrasViewFrom(extras),
    ...{ version, passwordPlace, waitsFor: hosted.waitsFor ?? 'nothing' },
  });
}

function extrasViewFrom({ tls, proxy }: ConnectionExtras): ExtrasView {
  return {
    tlsPin: tls?.pin ?? null,
    tlsAuthorities: tls?.authorities ?? null,
    proxyUser: proxy?.user ?? null,
    hasProxyPassword: proxy !== undefined,
  };
}

/** The text that saving would write, secrets left out; undefined when it would be refused. */
export async function previewOf(
  { basedir }: HostedWorker,
  { settings }: SettingsWish,
): Promise<string | undefined> {
  const preview = await previewSettings(basedir, settings as Partial<WorkerSettings>);
  return preview.ok ? preview.value : undefined;
}

export interface SaveServices {
  readonly keyring: Keyring;
  /** The worker's password is in the keyring from now on. */
  readonly savePassword: (encrypted: string) => void;
  readonly say: Texts['say'];
}

type Refusal = Extract<SettingsSaveProblem, { kind: 'refused' }>;

/** Writes the changes and has the worker follow them. */
export async function saveSettings(
  hosted: HostedWorker,
  wish: SettingsSave,
  services: SaveServices,
): Promise<Outcome<SettingsSaved, SettingsSaveProblem>> {
  const { basedir } = hosted;
  if ((await settingsVersion(basedir)) !== wish.version)
    return failed({ kind: 'changed-meanwhile' });
  const extras = await changedExtras(basedir, wish.extras);
  if (!extras.ok) return failed(refusal(extras.problem.name, services.say(extras.problem)));
  const [late] = lateProblems(wish.settings as Partial<WorkerSettings>);
  if (late) return failed(refusal(late.name, services.say(late)));
  const split = splitPassword(hosted, wish, services);
  if (!split.ok) return split;
  const changed = await changeSettings(basedir, split.value.settings);
  if (!changed.ok) return failed(refusal(changed.problem.name, services.say(changed.problem)));
  if (extras.value) {
    const written = await writeExtras(basedir, extras.value);
    if (!written.ok) return failed(refusal(undefined, services.say(written.problem)));
  }
  if (split.value.encrypted !== undefined) services.savePassword(split.value.encrypted);
  const followed = await follow(hosted);
  const effect = mostDemanding([
    ...[changed.value.effect, hosted.waitsFor ?? 'nothing'],
    ...(extras.value || split.value.encrypted !== undefined ? (['reconnect'] as const) : []),
  ]);
  return succeeded({ effect, problem: followed.ok ? undefined : services.say(followed.problem) });
}

/** One whose directory could not be used may run now. */
async function follow(hosted: HostedWorker): Promise<Outcome<unknown, Statement>> {
  return hosted.worker === undefined ? hosted.open() : hosted.reload();
}

interface SplitPassword {
  readonly settings: Partial<WorkerSettings>;
  /** For the keyring; undefined where the password stays as it is, or in the file. */
  readonly encrypted: string | undefined;
}

/** A password that is kept in the keyring stays there. */
function splitPassword(
  { passwordPlace }: HostedWorker,
  wish: SettingsWish,
  { keyring, say }: SaveServices,
): Outcome<SplitPassword, Refusal> {
  const settings = wish.settings as Partial<WorkerSettings>;
  const { password, ...others } = settings;
  const isForKeyring = passwordPlace.kind === 'keyring' && keyring.state.kind === 'there';
  if (!password || !isForKeyring) return succeeded({ settings, encrypted: undefined });
  const encrypted = keyring.encrypt(password);
  return encrypted.ok
    ? succeeded({ settings: others, encrypted: encrypted.value })
    : failed(refusal('password', say(encrypted.problem)));
}

function refusal(name: Refusal['name'], sentence: string): Refusal {
  return { kind: 'refused', name, sentence };
}
