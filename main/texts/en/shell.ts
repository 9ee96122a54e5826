import { format } from './format.ts';

/** The frame of the window. */
export const shell = {
  navigation: 'Pages',
  worker: 'Worker',
  developmentRuntime: (version: string) =>
    `Running on Electron ${version}, which is for development and tests only.`,
  brokenPage: 'This page has failed because of a bug',
  brokenPageHelp: 'Builds are not affected. Open the page again, and please report this:',
  brokenReport: 'the report',
  openAgain: 'Open the page again',
  connected: 'Your worker is connected',
  inTray:
    'Buildtray goes on in the tray when you close this window. Its icon shows the state, and brings the window back.',
  refused: 'That cannot be done now',
  /** What is found by typing. */
  finder: {
    open: 'Find…',
    title: 'Find',
    label: 'Find a page, an action, a worker, a setting or a builder',
    /** Before anything is typed. */
    help: 'Arrow keys choose, Enter opens. F1 lists all shortcuts.',
    found: (count: number) => (count === 0 ? 'Nothing found' : `${format.number(count)} found`),
    kinds: {
      page: 'Page',
      worker: 'Worker',
      action: 'Action',
      setting: 'Setting',
      builder: 'Builder',
    },
    /** A request with one of its choices, such as `Pause: 1 hour`. */
    choice: (request: string, choice: string) => `${request}: ${choice}`,
  },
  keys: {
    title: 'Keyboard shortcuts',
    about: 'Arrow keys lead through lists and menus, Escape closes what is open.',
    /** As it is written on the keys. */
    names: { Ctrl: 'Ctrl', Shift: 'Shift' },
    /** A page or a button with its shortcut. */
    named: (label: string, keys: string) => `${label} (${keys})`,
    find: 'Find anything',
    search: 'Search the log or an output',
    menu: 'Open the menu of a worker, a build or the log',
    keys: 'Show this list',
  },
};
