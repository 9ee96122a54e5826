import type { tray as english } from '../en/tray.ts';
import { requestLabels } from './requests.ts';

export const tray: typeof english = {
  requests: requestLabels,
  pauses: {
    'until-resumed': 'Bis ich fortsetze',
    'one-hour': '1 Stunde',
    'until-tomorrow': 'Bis morgen',
  },
  openWindow: 'Fenster öffnen',
  quit: 'Beenden',
};
