import type { PauseLength } from '../../contract/worker/pause-length.ts';
import { requestLabels } from './requests.ts';

const PAUSES: Readonly<Record<PauseLength, string>> = {
  'until-resumed': 'Until I resume',
  'one-hour': '1 hour',
  'until-tomorrow': 'Until tomorrow',
};

export const tray = {
  requests: requestLabels,
  pauses: PAUSES,
  openWindow: 'Open window',
  quit: 'Quit',
};
