import type { PauseLength } from '../../contract/worker/worker-request.ts';

const PAUSES: Readonly<Record<PauseLength, string>> = {
  'until-resumed': 'Until I resume',
  'one-hour': '1 hour',
  'until-tomorrow': 'Until tomorrow',
};

/** What can be asked of a worker, in the tray's menu and on the window's buttons. */
export const tray = {
  connect: 'Connect',
  tryAgain: 'Try again now',
  disconnect: 'Disconnect',
  pause: 'Pause',
  pauses: PAUSES,
  resume: 'Resume',
  shutDown: 'Shut down gracefully',
  cancelPause: 'Cancel pause',
  cancelShutdown: 'Cancel shutdown',
  stopNow: 'Stop now',
  openWindow: 'Open window',
  quit: 'Quit',
};
