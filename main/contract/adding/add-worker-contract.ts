import { z } from 'zod';
import type { Outcome } from '../../lib/outcome.ts';
import {
  EXTRA_NAMES,
  settingRow,
  WORKER_SETTING_NAMES,
} from '../../worker-settings/settings-table.ts';
import { announcement, answers, call } from '../entries.ts';
import { nothing, password, path, type WorkerId } from '../shapes.ts';
import { CHECK_IDS, type CheckResult } from './checks.ts';
import type {
  DraftName,
  DraftSettings,
  DraftSuggestion,
  FieldProblem,
  FoundDirectory,
} from './worker-draft.ts';

/** Far above any real `buildbot.tac`. */
export const MOST_TAC_CHARACTERS = 256 * 1024;
const tacText = z.string().max(MOST_TAC_CHARACTERS);
const hostinfoText = z.string().max(64 * 1024);

/** Loose, since the form reports problems field by field. */
const settings = z.strictObject(
  Object.fromEntries(
    [...WORKER_SETTING_NAMES, ...EXTRA_NAMES].map((name) => [name, shapeOf(name).exactOptional()]),
  ) as Record<DraftName, z.ZodExactOptional<z.ZodString>>,
);

const workerDraft = z.strictObject({
  settings,
  /** The texts of the files under `info/`; an empty one is not written. */
  hostinfo: z.strictObject({ admin: hostinfoText, host: hostinfoText, accessUri: hostinfoText }),
  /** Whether `buildbot.tac` still works when the directory is moved. */
  isRelocatable: z.boolean(),
});
/** The form as filled in. */
export type WorkerDraft = Readonly<z.infer<typeof workerDraft>>;
export type DraftHostinfo = WorkerDraft['hostinfo'];

const directoryRequest = z.strictObject({
  path,
  /** Brings its `buildbot.tac` up to date first; the old one is kept beside it. */
  upgrades: z.boolean(),
  /** For a directory without one of its own. */
  password: password.exactOptional(),
});
export type DirectoryRequest = z.infer<typeof directoryRequest>;

const checkRequest = z.strictObject({ id: z.enum(CHECK_IDS), settings });
export type CheckRequest = z.infer<typeof checkRequest>;

export const addWorkerContract = {
  /** Makes the directory, then connects. */
  add: call(workerDraft, answers<Outcome<WorkerId, readonly FieldProblem[]>>()),
  /** Adopts a directory that `create-worker` or an older worker made. */
  openDirectory: call(directoryRequest, answers<Outcome<WorkerId, string>>()),
  /** What is in a directory, or in that of a file, before anything is done with it. */
  lookAt: call(path, answers<Outcome<FoundDirectory, string>>()),
  /** The settings in the text of a `buildbot.tac`; nothing comes back that was not in the text. */
  readTac: call(tacText, answers<Outcome<DraftSettings, string>>()),
  /** What is on the clipboard, at the user's click; the start of what is longer than any mail. */
  clipboardText: call(nothing, answers<string>()),
  /** The link that was opened last, once; undefined when there is none. */
  takeLink: call(nothing, answers<string | undefined>()),
  /** There is one to take. */
  linkOpened: announcement<void>(),
  /** The user's choice in the system's dialog; undefined when dismissed. */
  chooseDirectory: call(nothing, answers<string | undefined>()),
  /** The same for a file with certificates of authorities. */
  chooseAuthorities: call(nothing, answers<string | undefined>()),
  /** What the form starts from. */
  suggestion: call(nothing, answers<DraftSuggestion>()),
  /** Undefined once a later check of the same kind, or `stopChecks`, has made it outdated. */
  check: call(checkRequest, answers<CheckResult | undefined>()),
  /** Nobody waits for the checks any more. */
  stopChecks: call(nothing, answers<void>()),
};

function shapeOf(name: DraftName): z.ZodString {
  const row = settingRow(name);
  if (row.kind === 'secret') return password;
  const isPath = name === 'basedir' || ('isPath' in row && row.isPath);
  return isPath ? path : z.string().max(2_000);
}
