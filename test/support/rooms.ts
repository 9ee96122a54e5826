/** Which room may import which: the only place that says so. `npm run check` holds it. */
export interface Room {
  /** Other rooms, named by their folders. */
  readonly rooms: readonly string[];
  /** Rooms of which only types may be imported. */
  readonly types?: readonly string[];
  /** Node's own modules: all of them, none, or those listed. */
  readonly node: 'any' | 'none' | readonly string[];
  readonly electron: boolean;
}

const FILES = { rooms: ['lib', 'contract'], node: 'any', electron: false } as const;
const SHELL = { rooms: ['lib', 'contract'], node: 'any', electron: true } as const;

/** Every room of `main` but those that know all others. */
const SUBJECTS = [
  'adding',
  'basedir',
  'checks',
  'contract',
  'control',
  'desktop',
  'history',
  'hosting',
  'hostinfo',
  'ipc',
  'launch',
  'lib',
  'logging',
  'msgpack',
  'rehearsal',
  'rehearsal-session',
  'settings',
  'spread',
  'texts',
  'transport',
  'tray',
  'windows',
  'worker',
];
const WITHOUT_ELECTRON = SUBJECTS.filter(
  (room) => !['adding', 'desktop', 'hosting', 'ipc', 'tray', 'windows'].includes(room),
);

/** `index` is main/index.ts; `window` is the window's shell, `page` each folder that holds a page. */
export const ROOMS: Readonly<Record<string, Room>> = {
  contract: { rooms: [], types: ['lib'], node: 'none', electron: false },
  lib: { rooms: [], node: 'none', electron: false },
  spread: { rooms: ['lib'], node: ['buffer', 'crypto'], electron: false },
  msgpack: { rooms: ['lib'], node: ['buffer', 'crypto'], electron: false },
  transport: { rooms: ['lib'], types: ['contract'], node: 'any', electron: false },
  worker: {
    rooms: ['spread', 'msgpack', 'lib'],
    types: ['contract', 'transport'],
    node: 'any',
    electron: false,
  },
  texts: { rooms: ['contract', 'lib'], node: 'none', electron: false },
  settings: FILES,
  history: FILES,
  hostinfo: FILES,
  control: FILES,
  logging: FILES,
  basedir: FILES,
  rehearsal: { rooms: ['spread', 'transport', 'lib'], node: 'any', electron: false },
  checks: {
    rooms: ['basedir', 'contract', 'hostinfo', 'lib', 'msgpack', 'spread', 'transport', 'worker'],
    node: 'any',
    electron: false,
  },
  launch: {
    rooms: ['basedir', 'contract', 'control', 'hostinfo', 'lib', 'logging', 'transport', 'worker'],
    node: 'any',
    electron: false,
  },
  'rehearsal-session': {
    rooms: ['basedir', 'contract', 'launch', 'lib', 'rehearsal', 'worker'],
    node: 'any',
    electron: false,
  },
  hosting: {
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
      'texts',
      'worker',
    ],
    types: ['adding'],
    node: 'any',
    electron: false,
  },
  adding: {
    rooms: ['basedir', 'checks', 'contract', 'desktop', 'launch', 'lib', 'settings', 'texts'],
    node: 'any',
    electron: false,
  },
  desktop: { ...SHELL, rooms: [...SHELL.rooms, 'texts', 'tray'] },
  tray: { ...SHELL, rooms: [...SHELL.rooms, 'texts'] },
  windows: { ...SHELL, rooms: [...SHELL.rooms, 'texts'] },
  ipc: SHELL,
  cli: { rooms: WITHOUT_ELECTRON, node: 'any', electron: false },
  app: { rooms: [...SUBJECTS], node: 'any', electron: true },
  index: { rooms: [...SUBJECTS, 'app'], node: 'any', electron: true },
  preload: { rooms: ['contract'], node: 'none', electron: true },
  window: { rooms: ['contract', 'texts', 'components', 'page'], node: 'none', electron: false },
  page: { rooms: ['contract', 'texts', 'components'], node: 'none', electron: false },
  components: { rooms: ['contract', 'texts'], node: 'none', electron: false },
};
