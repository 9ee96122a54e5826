import type { PauseLength } from '../../contract/worker/pause-length.ts';
import type { WorkerStatusKind } from '../../contract/worker/worker-status.ts';
import { requestLabels } from './requests.ts';

const PAUSES: Readonly<Record<PauseLength, string>> = {
  'until-resumed': 'Until I resume',
  'one-hour': '1 hour',
  'until-tomorrow': 'Until tomorrow',
};

interface Forms {
  readonly one: string;
  readonly other: string;
}

/** How many workers are in each state, for a summary such as `1 building, 2 idle`. */
function counts(count: number): Readonly<Record<WorkerStatusKind, Forms>> {
  const same = (state: string): Forms => ({ one: `1 ${state}`, other: `${count} ${state}` });
  return {
    error: { one: '1 needs your attention', other: `${count} need your attention` },
    draining: same('finishing'),
    connecting: same('connecting'),
    building: same('building'),
    stopped: same('stopped'),
    paused: same('paused'),
    idle: same('idle'),
  };
}

export const tray = {
  /** What the icon stands for, before the state of its workers. */
  ofApp: (state: string) => `Buildtray: ${state}`,
  counts,
  requests: requestLabels,
  pauses: PAUSES,
  pauseAll: 'Pause all',
  resumeAll: 'Resume all',
  lastBuilds: 'Last builds',
  openWindow: 'Open window',
  quit: 'Quit',
};
