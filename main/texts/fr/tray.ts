import type { tray as english } from '../en/tray.ts';
import { requestLabels } from './requests.ts';

export const tray: typeof english = {
  ofApp: (state) => `Buildtray : ${state}`,
  counts: (count) => ({
    error: { one: '1 demande votre attention', other: `${count} demandent votre attention` },
    draining: { one: '1 termine', other: `${count} terminent` },
    connecting: { one: '1 se connecte', other: `${count} se connectent` },
    building: { one: '1 en build', other: `${count} en build` },
    stopped: { one: '1 arrêté', other: `${count} arrêtés` },
    paused: { one: '1 en pause', other: `${count} en pause` },
    idle: { one: '1 inactif', other: `${count} inactifs` },
  }),
  requests: requestLabels,
  pauses: {
    'until-resumed': 'Jusqu’à ce que je reprenne',
    'one-hour': '1 heure',
    'until-tomorrow': 'Jusqu’à demain',
  },
  pauseAll: 'Tout mettre en pause',
  resumeAll: 'Tout reprendre',
  lastBuilds: 'Derniers builds',
  openWindow: 'Ouvrir la fenêtre',
  quit: 'Quitter',
};
