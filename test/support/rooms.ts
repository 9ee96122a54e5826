/**
 * Which room may import which: the table that the import test reads. `biome.json` says the same to
 * an editor, with what to import instead.
 */
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
  'basedir',
  'checks',
  'contract',
  'control',
  'history',
  'hostinfo',
  'ipc',
  'launch',
  'lib',
  'logging',
  'msgpack',
  'rehearsal',
  'settings',
  'spread',
  'texts',
  'transport',
  'tray',
  'windows',
  'worker',
];
const WITHOUT_ELECTRON = SUBJECTS.filter((room) => !['ipc', 'tray', 'windows'].includes(room));

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
    rooms: [
      'basedir',
      'contract',
      'control',
      'hostinfo',
      'lib',
      'logging',
      'rehearsal',
      'transport',
      'worker',
    ],
    node: 'any',
    electron: false,
  },
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
