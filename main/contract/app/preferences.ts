/** What the user prefers for the app itself. */
export interface Preferences {
  readonly theme: Theme;
  readonly language: LanguageChoice;
  /** Started at login, the app shows its tray icon alone. Default true. */
  readonly startHidden: boolean;
  /** Whether a notification may be shown for what needs the user. Default true. */
  readonly notifications: boolean;
}

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The languages that the texts are complete in. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

export const LANGUAGE_CHOICES = ['system', ...LANGUAGES] as const;
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number];
