import { z } from 'zod';
import type { Outcome } from '../lib/outcome.ts';
import { SETTING_DEPTHS } from '../worker-settings/setting-row.ts';
import { KEPT_OUTPUTS } from './builds/kept-output.ts';
import { answers, call } from './entries.ts';
import { LANGUAGES } from './language.ts';
import { NOTICE_KINDS } from './notice-kind.ts';
import { nothing, workerId } from './shapes.ts';

/** Minutes since midnight, by the clock of this machine. */
const timeOfDay = z.number().int().min(0).max(1_439);

/** When notifications wait: from one time of day to another, perhaps of the next day. */
const quietHours = z.strictObject({ isOn: z.boolean(), from: timeOfDay, to: timeOfDay });
export type QuietHours = Readonly<z.infer<typeof quietHours>>;

/** What the user prefers for the app itself. */
export const preferencesSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['system', ...LANGUAGES]),
  /** Started at login, the app shows its tray icon alone. */
  startHidden: z.boolean(),
  /** Whether notifications are shown at all, besides those about what the user has just done. */
  notifications: z.boolean(),
  /** About what. */
  notices: z.array(z.enum(NOTICE_KINDS)).readonly(),
  quietHours,
  /** Of which commands the output is kept with their builds. */
  keptOutputs: z.enum(KEPT_OUTPUTS),
  /** Of all kept outputs together; past it the oldest go. */
  keptOutputBytes: z.number().int().min(1_000_000).max(1_000_000_000_000),
  /** Older ones go. */
  keptOutputDays: z.number().int().min(1).max(3_650),
  /** How much the settings page of a worker shows: what was chosen there last. */
  settingsDepth: z.enum(SETTING_DEPTHS),
});
export type Preferences = Readonly<z.infer<typeof preferencesSchema>>;
export type Theme = Preferences['theme'];
export type LanguageChoice = Preferences['language'];

const { shape } = preferencesSchema;
const changes = z.strictObject({
  theme: shape.theme.exactOptional(),
  language: shape.language.exactOptional(),
  startHidden: shape.startHidden.exactOptional(),
  notifications: shape.notifications.exactOptional(),
  notices: shape.notices.exactOptional(),
  quietHours: shape.quietHours.exactOptional(),
  keptOutputs: shape.keptOutputs.exactOptional(),
  keptOutputBytes: shape.keptOutputBytes.exactOptional(),
  keptOutputDays: shape.keptOutputDays.exactOptional(),
  settingsDepth: shape.settingsDepth.exactOptional(),
});

export const preferencesContract = {
  /** Applies and stores what is given; what is left out stays. `app.changed` announces the outcome. */
  change: call(changes, answers<Outcome<void, string>>()),
  /** Whether the desktop starts the app at login: asked each time, for others may change it. */
  startsAtLogin: call(nothing, answers<boolean>()),
  setStartsAtLogin: call(z.boolean(), answers<Outcome<void, string>>()),
  /** Whose libraries are in Buildtray, with their licences: plain text for people. */
  licences: call(nothing, answers<string>()),
  /** A report for those who help, of one worker or of all, without secrets. It takes up to half a minute. */
  diagnose: call(workerId.or(z.undefined()), answers<string>()),
  /** Asks for a file, and writes the last report there. False when dismissed. Errors: a sentence. */
  saveDiagnostics: call(nothing, answers<Outcome<boolean, string>>()),
  /** The user has read that this desktop shows no tray icons. */
  dismissTrayNotice: call(nothing, answers<void>()),
};
