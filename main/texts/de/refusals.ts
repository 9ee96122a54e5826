import type { refusals as english } from '../en/refusals.ts';

export const refusals: typeof english = {
  now: {
    attached: 'Der Worker ist schon verbunden.',
    draining:
      'Der Worker ist noch verbunden und lässt seinen letzten Build enden. Brechen Sie das ab, damit er wieder Builds annimmt.',
    'not-draining':
      'Der Worker geht weder in eine Pause noch fährt er herunter; es gibt nichts abzubrechen.',
    'not-paused': 'Der Worker macht keine Pause.',
    'no-directory': 'Der Worker läuft nicht: Sein Verzeichnis kann nicht benutzt werden.',
    stopped: 'Der Worker ist schon angehalten.',
    'nothing-to-pause': 'Der Worker ist angehalten; da gibt es nichts zu pausieren.',
    away: 'Der Worker macht Pause und ist nicht verbunden.',
    'not-attached': 'Der Worker ist nicht verbunden.',
  },
  noWorker: 'Es gibt noch keinen Worker: Fügen Sie im Fenster einen hinzu.',
  workerGone: 'Dieser Worker wurde entfernt.',
  hasWorker: (basedir) => `In ${basedir} läuft schon ein Worker.`,
};
