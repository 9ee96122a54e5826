import { format } from './format.ts';

const MESSAGES = {
  disconnect: 'Disconnect in the middle of a build?',
  'stop-now': 'Stop in the middle of a build?',
  reconnect: 'Reconnect in the middle of a build?',
  restart: 'Restart the worker in the middle of a build?',
  remove: 'Remove the worker in the middle of a build?',
  quit: 'Quit in the middle of a build?',
};

const DOING = {
  disconnect: 'Disconnecting',
  'stop-now': 'Stopping now',
  reconnect: 'Reconnecting now',
  restart: 'Restarting now',
  remove: 'Removing the worker',
  quit: 'Quitting now',
};

/** Questions before a running build is lost. */
export const questions = {
  messages: MESSAGES,
  now: {
    disconnect: 'Disconnect now',
    'stop-now': 'Stop now',
    reconnect: 'Reconnect now',
    restart: 'Restart now',
    remove: 'Remove now',
    quit: 'Quit now',
  },
  after: (builds: number) =>
    format.plural(builds, { one: 'Quit after this build', other: 'Quit after these builds' }),
  /** One builder; `command` is what it has been running, for so many whole minutes. */
  running: (builder: string, command: string | undefined, minutes: number) => {
    if (command === undefined) return `Builder ${builder} is in the middle of a build.`;
    return minutes < 1
      ? `Builder ${builder} is in the middle of a build and has been running “${command}”.`
      : `Builder ${builder} is in the middle of a build and has been running “${command}” for ${minutes} min.`;
  },
  /** Nothing runs here, and yet there may be a build to lose. */
  onlyAtMaster:
    'Nothing runs here just now, but the master has not ended its last build for this worker: a step of its own may be running.',
  runningSeveral: (builders: readonly string[]) =>
    `Builders ${format.list(builders)} are in the middle of a build.`,
  lost: (consequence: keyof typeof DOING, builds: number) =>
    format.plural(builds, {
      one: `${DOING[consequence]} interrupts it; the master will run the build again.`,
      other: `${DOING[consequence]} interrupts them; the master will run the builds again.`,
    }),
};
