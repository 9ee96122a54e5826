import type { tray as english } from '../en/tray.ts';
import { requestLabels } from './requests.ts';

export const tray: typeof english = {
  ofApp: (state) => `Buildtray: ${state}`,
  counts: (count) => ({
    error: { one: '1 braucht Aufmerksamkeit', other: `${count} brauchen Aufmerksamkeit` },
    draining: { one: '1 wird fertig', other: `${count} werden fertig` },
    connecting: { one: '1 verbindet sich', other: `${count} verbinden sich` },
    building: { one: '1 baut', other: `${count} bauen` },
    stopped: { one: '1 angehalten', other: `${count} angehalten` },
    paused: { one: '1 macht Pause', other: `${count} machen Pause` },
    idle: { one: '1 wartet auf Arbeit', other: `${count} warten auf Arbeit` },
  }),
  requests: requestLabels,
  pauses: {
    'until-resumed': 'Bis ich fortsetze',
    'one-hour': '1 Stunde',
    'until-tomorrow': 'Bis morgen',
  },
  pauseAll: 'Alle pausieren',
  resumeAll: 'Alle fortsetzen',
  lastBuilds: 'Letzte Builds',
  openWindow: 'Fenster öffnen',
  quit: 'Beenden',
};
