/** What a room holds and which room may import which: the only place that says so. */
export interface Room {
  /** One line that says what is in it. If it needs an "and", the room holds two subjects. */
  readonly holds: string;
  /** Other rooms, named by their folders. */
  readonly rooms: readonly string[];
  /** Rooms of which only types may be imported. */
  readonly types?: readonly string[];
  /** Node's own modules: all of them, none, or those listed. */
  readonly node: 'any' | 'none' | readonly string[];
  readonly electron: boolean;
}

const FILES = {
  rooms: ['lib', 'contract', 'system', 'worker-settings'],
  node: 'any',
  electron: false,
} as const;
const SHELL = { rooms: ['lib', 'contract', 'system'], node: 'any', electron: true } as const;

/** Every room of `main` but those that know all others. */
const SUBJECTS = [
  'adding',
  'basedir',
  'checks',
  'contract',
  'control',
  'desktop',
  'diagnostics',
  'history',
  'hosting',
  'hostinfo',
  'ipc',
  'launch',
  'lib',
  'logging',
  'msgpack',
  'rehearsal-master',
  'rehearsal-session',
  'settings',
  'spread',
  'system',
  'texts',
  'transport',
  'tray',
  'windows',
  'worker',
  'worker-settings',
];
const WITHOUT_ELECTRON = SUBJECTS.filter(
  (room) => !['adding', 'desktop', 'hosting', 'ipc', 'tray', 'windows'].includes(room),
);

/** `index` is main/index.ts; `window` is the window's shell, `page` each folder that holds a page. */
export const ROOMS: Readonly<Record<string, Room>> = {
  contract: {
    holds: 'every call between the main process, its windows, other processes',
    rooms: ['lib', 'worker-settings'],
    node: 'none',
    electron: false,
  },
  lib: {
    holds: 'helpers of a few lines that have no subject',
    rooms: [],
    node: 'none',
    electron: false,
  },
  'worker-settings': {
    holds: 'one table of what a worker can be set to, with all that follows from a row',
    rooms: ['lib'],
    node: 'none',
    electron: false,
  },
  system: {
    holds: 'what the operating system offers: files, processes, deadlines',
    rooms: ['lib', 'contract'],
    node: 'any',
    electron: false,
  },
  spread: {
    holds: 'Perspective Broker: bytes to calls on objects, no sockets',
    rooms: ['lib'],
    types: ['logging'],
    node: ['buffer', 'crypto'],
    electron: false,
  },
  msgpack: {
    holds: 'the MessagePack protocol: bytes to requests, no sockets',
    rooms: ['lib'],
    types: ['logging'],
    node: ['buffer', 'crypto'],
    electron: false,
  },
  transport: {
    holds: 'connections to a master: TCP, TLS, proxies, WebSocket',
    rooms: ['contract', 'lib', 'system'],
    types: ['worker-settings'],
    node: 'any',
    electron: false,
  },
  worker: {
    holds: "the worker's runtime: its state, its connection, its commands",
    rooms: ['spread', 'msgpack', 'transport', 'contract', 'lib', 'system'],
    types: ['logging', 'worker-settings'],
    node: 'any',
    electron: false,
  },
  texts: {
    holds: 'every word for people, once for each language',
    rooms: ['contract', 'lib', 'worker-settings'],
    node: 'none',
    electron: false,
  },
  settings: { ...FILES, holds: "the app's own settings file" },
  history: { ...FILES, holds: 'the builds that ran on this machine' },
  hostinfo: { ...FILES, holds: "the files under info/ that describe the worker's machine" },
  control: { ...FILES, holds: 'the socket by which other processes reach a running worker' },
  logging: {
    ...FILES,
    holds: "a worker's log: written, rotated, read, searched",
    rooms: [...FILES.rooms, 'texts'],
  },
  basedir: { ...FILES, holds: "a worker's base directory: made, read, changed, locked, watched" },
  'rehearsal-master': {
    holds: 'a small master on loopback',
    rooms: ['spread', 'transport', 'lib', 'logging'],
    node: 'any',
    electron: false,
  },
  checks: {
    holds: 'the checks of a connection before a worker is made',
    rooms: [
      'basedir',
      'contract',
      'hostinfo',
      'lib',
      'logging',
      'msgpack',
      'spread',
      'system',
      'transport',
      'worker',
      'worker-settings',
    ],
    node: 'any',
    electron: false,
  },
  launch: {
    holds: 'a worker made from its base directory, with lock, log, control socket',
    rooms: [
      'basedir',
      'contract',
      'control',
      'hostinfo',
      'lib',
      'logging',
      'system',
      'transport',
      'worker',
      'worker-settings',
    ],
    node: 'any',
    electron: false,
  },
  diagnostics: {
    holds: 'the report for those who help',
    rooms: [
      'basedir',
      'checks',
      'contract',
      'control',
      'hostinfo',
      'launch',
      'lib',
      'logging',
      'system',
      'texts',
      'worker',
      'worker-settings',
    ],
    node: 'any',
    electron: false,
  },
  'rehearsal-session': {
    holds: 'one rehearsal: a real worker builds a sample on a master of our own',
    rooms: [
      'basedir',
      'contract',
      'launch',
      'lib',
      'rehearsal-master',
      'system',
      'worker',
      'worker-settings',
    ],
    node: 'any',
    electron: false,
  },
  hosting: {
    holds: 'the workers that the app runs',
    rooms: [
      'basedir',
      'contract',
      'control',
      'desktop',
      'history',
      'launch',
      'lib',
      'logging',
      'settings',
      'system',
      'texts',
      'worker',
      'worker-settings',
    ],
    types: ['adding'],
    node: 'any',
    electron: false,
  },
  adding: {
    holds: 'the ways by which a worker comes into the app',
    rooms: [
      'basedir',
      'checks',
      'contract',
      'desktop',
      'launch',
      'lib',
      'settings',
      'system',
      'texts',
      'worker-settings',
    ],
    node: 'any',
    electron: false,
  },
  desktop: {
    ...SHELL,
    holds: "what the user's desktop offers: keyring, autostart, tray icons",
    rooms: [...SHELL.rooms, 'texts'],
  },
  tray: { ...SHELL, holds: 'the tray icon with its menu', rooms: [...SHELL.rooms, 'texts'] },
  windows: { ...SHELL, holds: 'the window of the app', rooms: [...SHELL.rooms, 'texts'] },
  ipc: {
    ...SHELL,
    holds: 'calls of the window, checked, then answered by the contract',
    rooms: [...SHELL.rooms, 'worker-settings'],
  },
  cli: {
    holds: 'the command line, one file for each command',
    rooms: WITHOUT_ELECTRON,
    node: 'any',
    electron: false,
  },
  app: {
    holds: 'the app, composed of all other rooms',
    rooms: [...SUBJECTS],
    node: 'any',
    electron: true,
  },
  index: {
    holds: 'where Electron begins',
    rooms: [...SUBJECTS, 'app'],
    node: 'any',
    electron: true,
  },
  preload: {
    holds: 'the bridge from the window to the main process',
    rooms: ['contract', 'worker-settings'],
    node: 'none',
    electron: true,
  },
  look: {
    holds: 'what the window looks like: type, spaces, colours',
    rooms: [],
    node: 'none',
    electron: false,
  },
  window: {
    holds: 'the shell around the pages',
    rooms: ['look', 'contract', 'lib', 'texts', 'components', 'page', 'worker-settings'],
    node: 'none',
    electron: false,
  },
  page: {
    holds: 'one page of the window',
    rooms: ['contract', 'lib', 'texts', 'components', 'worker-settings'],
    node: 'none',
    electron: false,
  },
  components: {
    holds: 'what several pages share',
    rooms: ['contract', 'lib', 'texts', 'worker-settings'],
    node: 'none',
    electron: false,
  },
};
