import { changeSettings, previewSettings } from '../basedir/change-settings.ts';
import { checkDirectory } from '../basedir/check-directory.ts';
import { readExtras } from '../basedir/extras-file.ts';
import { readSettings } from '../basedir/read-settings.ts';
import { settingsVersion } from '../basedir/settings-version.ts';
import type { Problem } from '../contract/problem.ts';
import type {
  ExtrasView,
  SettingsPage,
  SettingsSaved,
  SettingsSaveProblem,
} from '../contract/settings.ts';
import type { SettingsChanges, SettingsSave } from '../contract/settings-contract.ts';
import type { Keyring } from '../desktop/keyring.ts';
import { changedExtras, type ExtrasRefusal } from '../launch/changed-extras.ts';
import { lateProblems } from '../launch/late-problems.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { inWords } from '../texts/in-words.ts';
import type { Texts } from '../texts/texts.ts';
import { mostDemanding } from '../worker-settings/change-effect.ts';
import { type ConnectionExtras, extraOf } from '../worker-settings/connection-extras.ts';
import { EXTRA_SETTINGS, type WorkerSettings } from '../worker-settings/settings-table.ts';
import type { HostedWorker } from './hosted-worker.ts';
import { isForKeyring, passwordShown, placeOfPassword, splitPassword } from './split-password.ts';

/** A page offers a value for what code computes only beside that code, and shows the difference first. */
const REPLACING_CODE = { replacesCode: true } as const;

/** Everything a page needs to show a worker's settings. Errors: why the file cannot be read. */
export async function settingsPageOf(
  hosted: HostedWorker,
  keyring: Keyring,
  { say }: Pick<Texts, 'say'>,
): Promise<Outcome<SettingsPage, string>> {
  const { basedir } = hosted;
  // Before the files are read: what is written meanwhile is noticed when this is saved.
  const version = await settingsVersion(basedir);
  const [view, read] = await Promise.all([readSettings(basedir), readExtras(basedir)]);
  if (!view.ok) return inWords(await betterSaid(view, basedir), { say });
  const extras = read.ok ? read.value.extras : {};
  const isKept = hosted.passwordPlace.kind === 'keyring';
  const problems = view.value.problems.filter(({ setting }) => !(isKept && setting === 'passwd'));
  const passwordPlace = placeOfPassword(hosted, keyring, view.value);
  return succeeded({
    ...view.value,
    settings: view.value.settings.map((setting) =>
      passwordShown(setting, passwordPlace.kind === 'keyring', isKept),
    ),
    problems: [...problems.map(({ problem }) => problem), ...(read.ok ? [] : [read.problem])].map(
      say,
    ),
    warnings: view.value.warnings.map(say),
    extras: extrasViewFrom(extras),
    version,
    passwordPlace,
    waitsFor: hosted.waitsFor ?? 'nothing',
  });
}

/** A directory that is gone as a whole says more than its missing file. */
async function betterSaid<T>(
  unread: Outcome<T, Problem>,
  basedir: string,
): Promise<Outcome<T, Problem>> {
  const directory = await checkDirectory(basedir);
  return directory.ok ? unread : directory;
}

function extrasViewFrom(extras: ConnectionExtras): ExtrasView {
  const shown = EXTRA_SETTINGS.map(({ name, kind }) => {
    const value = extraOf(extras, name);
    return [name, kind === 'secret' ? value !== undefined : (value ?? null)] as const;
  });
  // Every row of the table is there, as its kind is shown.
  return Object.fromEntries(shown) as ExtrasView;
}

/** The text that saving would write, secrets left out; undefined when it would be refused. */
export async function previewOf(
  hosted: HostedWorker,
  { settings }: SettingsChanges,
  keyring: Keyring,
): Promise<string | undefined> {
  const { password, ...others } = settings as Partial<WorkerSettings>;
  const isInFile = password !== undefined && !(await isForKeyring(hosted, keyring));
  const changes = { ...others, ...(isInFile && { password }) };
  const preview = await previewSettings(hosted.basedir, changes, REPLACING_CODE);
  return preview.ok ? preview.value : undefined;
}

export interface SaveServices {
  readonly keyring: Keyring;
  /** The worker's password is in the keyring from now on. */
  readonly savePassword: (encrypted: string) => void;
  /** The worker, which could not run before, may run now. */
  readonly begin: () => Promise<Outcome<void, Problem>>;
  readonly texts: Pick<Texts, 'say' | 'settings'>;
}

type Refusal = Extract<SettingsSaveProblem, { kind: 'refused' }>;

/** Writes the changes and has the worker follow them. */
export async function saveSettings(
  hosted: HostedWorker,
  request: SettingsSave,
  services: SaveServices,
): Promise<Outcome<SettingsSaved, SettingsSaveProblem>> {
  const { basedir } = hosted;
  if ((await settingsVersion(basedir)) !== request.version)
    return failed({ kind: 'changed-meanwhile' });
  const extras = await changedExtras(basedir, request.extras);
  if (!extras.ok) return failed(extrasRefusal(extras.problem, services));
  const settings = request.settings as Partial<WorkerSettings>;
  const [late] = lateProblems(settings);
  if (late) return failed(refusal(late.name, services.texts.say(late.problem)));
  const split = await splitPassword(hosted, settings, services.keyring);
  if (!split.ok) return failed(refusal('password', services.texts.say(split.problem)));
  const changed = await changeSettings(
    basedir,
    split.value.settings,
    extras.value && { basedir, extras: extras.value },
    REPLACING_CODE,
  );
  if (!changed.ok)
    return failed(refusal(changed.problem.name, services.texts.say(changed.problem.problem)));
  if (split.value.encrypted !== undefined) services.savePassword(split.value.encrypted);
  const followed = await (hosted.worker === undefined ? services.begin() : hosted.reload());
  const effect = mostDemanding([
    ...[changed.value.effect, hosted.waitsFor ?? 'nothing'],
    ...(extras.value || split.value.encrypted !== undefined ? (['reconnect'] as const) : []),
  ]);
  return succeeded({
    effect,
    problem: followed.ok ? undefined : services.texts.say(followed.problem),
  });
}

function extrasRefusal(found: ExtrasRefusal, { texts }: Pick<SaveServices, 'texts'>): Refusal {
  if (found.kind === 'unreadable') return refusal(undefined, texts.say(found.problem));
  return refusal(found.name, texts.settings.fault(found.fault));
}

function refusal(name: Refusal['name'], sentence: string): Refusal {
  return { kind: 'refused', name, sentence };
}
