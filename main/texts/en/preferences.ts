import type { KeptOutputs } from '../../contract/builds/kept-output.ts';
import type { NoticeKind } from '../../contract/notice-kind.ts';
import type { LanguageChoice, Theme } from '../../contract/preferences-contract.ts';
import { format } from './format.ts';

const THEMES: Readonly<Record<Theme, string>> = { system: 'System', light: 'Light', dark: 'Dark' };

/** Each language in its own words, to be found by those who speak no other. */
const LANGUAGES: Readonly<Record<LanguageChoice, string>> = {
  system: 'Same as the system',
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
};

const KEPT: Readonly<Record<KeptOutputs, string>> = {
  all: 'All commands',
  failed: 'Failed commands',
  none: 'None',
};

const NOTICES: Readonly<Record<NoticeKind, string>> = {
  cannotWork: 'a worker cannot log in, or stops by itself',
  lost: 'a worker has had no connection for a long time',
  ended: 'a worker has shut down after its last build',
  paused: 'a worker pauses after its last build, or its pause is over',
  diskLow: 'the disk is nearly full',
  buildFailed: 'a build has ended with errors',
  buildEnded: 'a build has ended',
};

/** The page of the app's own preferences. */
export const preferences = {
  title: 'Preferences',
  about: 'For Buildtray itself. Each worker has settings of its own.',
  start: 'Startup',
  startAtLogin: 'Start when I log in',
  startAtLoginHelp: 'Workers connect automatically, as they do after every start.',
  /** Beside the app's name, where desktops list what starts at login. */
  startEntry: 'Lends this machine to Buildbot',
  startHidden: 'Start in the tray',
  startHiddenHelp: 'At login, only the icon appears; click it to open the window.',
  needsLogin: 'Applies when Buildtray starts at login.',
  notifications: 'Notifications',
  notificationsOn: 'Show notifications',
  notificationsHelp: 'A refusal of what you ask for in the tray is always shown.',
  noticeKinds: 'Notify me when',
  notices: NOTICES,
  quietHours: 'Quiet hours',
  quietHoursHelp:
    'Notifications wait until the end, and those that are settled by then are left out. Builds are not reported later.',
  quietFrom: 'From',
  quietTo: 'To',
  output: 'Output of builds',
  keptOutputs: 'Keep the output of',
  keptOutputsHelp:
    'The last 200 kB of each command, to be read on the Builds page. It stays on this machine; only you can read it.',
  kept: KEPT,
  keptOutputBytes: 'At most',
  keptOutputDays: 'For at most',
  bytes: format.bytes,
  days: (count: number) =>
    `${format.number(count)} ${format.plural(count, { one: 'day', other: 'days' })}`,
  appearance: 'Appearance',
  theme: 'Theme',
  themes: THEMES,
  language: 'Language',
  languages: LANGUAGES,
  aboutBuildtray: 'About',
  version: (version: string) => `Buildtray ${version}`,
  showLicences: 'Third-party licences…',
  licences: 'Third-party licences',
  showDiagnostics: 'Diagnostics…',
  diagnostics: {
    title: 'Diagnostics',
    about:
      'For whoever helps you: versions, settings, checks, the last states and the end of the log. Passwords and tokens are left out; names of masters and builders are in it. This is all of it: read it before you pass it on.',
    collecting: 'Collecting; checks of a master that does not answer take up to 20 s…',
    report: 'Report',
    copy: 'Copy',
    save: 'Save as…',
    saved: 'Saved',
  },
  noTray: 'This desktop shows no tray icons',
  noTrayHelp:
    'Closing this window therefore quits Buildtray; minimise it to keep accepting builds. On GNOME, install the extension “AppIndicator and KStatusNotifierItem Support” to get the icon.',
  gotIt: 'Got it',
};
