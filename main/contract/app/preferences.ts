import type { Outcome } from '../../lib/outcome.ts';
import { call } from '../entries.ts';

export const preferencesContract = {
  /** Applies and stores what is given; what is left out stays. `app.changed` tells the outcome. */
  change: call<Partial<Preferences>, Outcome<void, string>>(),
  /** Whether the desktop starts the app at login: asked anew each time, for others may change it. */
  startsAtLogin: call<void, boolean>(),
  setStartsAtLogin: call<boolean, Outcome<void, string>>(),
  /** The user has read that this desktop shows no tray icons. */
  dismissTrayNotice: call<void, void>(),
};

/** The user's wishes for the app itself. */
export interface Preferences {
  readonly theme: Theme;
  readonly language: LanguageChoice;
  /** Started at login, the app shows its tray icon alone. Default true. */
  readonly startHidden: boolean;
  /** Whether the desktop may be told of what needs the user. Default true. */
  readonly notifications: boolean;
}

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The languages that the texts are complete in. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

export const LANGUAGE_CHOICES = ['system', ...LANGUAGES] as const;
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number];
