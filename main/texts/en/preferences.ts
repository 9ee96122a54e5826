import type { Theme } from '../../contract/app/preferences.ts';

const THEMES: Readonly<Record<Theme, string>> = { system: 'System', light: 'Light', dark: 'Dark' };

/** The page of the app's own preferences. */
export const preferences = {
  title: 'Preferences',
  about: 'For Buildtray itself. What concerns one worker stands in its settings.',
  start: 'Start',
  startAtLogin: 'Start when I log in',
  startAtLoginHelp: 'Workers connect by themselves then, as after every start.',
  /** Beside the app's name, where desktops list what starts at login. */
  startEntry: 'Lends this machine to a Buildbot',
  startHidden: 'Start in the tray',
  startHiddenHelp: 'At login only the icon appears; a click on it opens the window.',
  needsLogin: 'Applies when Buildtray starts at login.',
  notifications: 'Notifications',
  notificationsOn: 'Tell me when a worker needs me',
  notificationsHelp:
    'When it cannot log in, has lost the master for long, has ended its last build, pauses or resumes by itself, or when the disk runs full. Never about builds.',
  looks: 'Looks',
  theme: 'Theme',
  themes: THEMES,
  language: 'Language',
  systemLanguage: 'As the system',
  /** Each language in its own words, to be found by those who speak no other. */
  languages: { en: 'English', de: 'Deutsch' },
  aboutBuildtray: 'About',
  version: (version: string) => `Buildtray ${version}`,
  noTray: 'This desktop shows no tray icons',
  noTrayHelp:
    'So closing this window ends Buildtray; minimise it to keep builds coming. On GNOME the extension “AppIndicator and KStatusNotifierItem Support” brings the icon.',
  understood: 'Understood',
};
