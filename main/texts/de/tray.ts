import type { tray as english } from '../en/tray.ts';

export const tray: typeof english = {
  connect: 'Verbinden',
  tryAgain: 'Jetzt neu versuchen',
  disconnect: 'Trennen',
  pause: 'Pausieren',
  pauses: {
    'until-resumed': 'Bis ich fortsetze',
    'one-hour': '1 Stunde',
    'until-tomorrow': 'Bis morgen',
  },
  resume: 'Fortsetzen',
  shutDown: 'Geordnet herunterfahren',
  cancelPause: 'Pause abbrechen',
  cancelShutdown: 'Herunterfahren abbrechen',
  stopNow: 'Sofort anhalten',
  openWindow: 'Fenster öffnen',
  quit: 'Beenden',
};
