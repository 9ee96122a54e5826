import { wordsOfEffect } from '../../../../worker-settings/change-effect.ts';
import type { reload as english } from '../../../en/cli/verbs/reload.ts';
import { reconnect, workerDirectory } from '../shared.ts';

export const reload: typeof english = {
  help: {
    summary:
      'den laufenden Worker die jetzigen Einstellungen seines Verzeichnisses übernehmen lassen',
    about: [
      `Liest buildbot.tac und buildtray.json neu und gibt aus, was sich geändert hat. Sofort wirken: ${wordsOfEffect('apply-live').join(', ')}. Beim nächsten Start des Workers: ${wordsOfEffect('restart-worker').join(', ')}. Bei der nächsten Verbindung: alles andere.`,
      'Mit --reconnect kommt diese Verbindung, sobald kein Build läuft.',
    ],
    args: { dir: workerDirectory },
    options: { reconnect },
    exit: {
      ok: 'der Worker übernimmt es, jetzt oder später',
      failed:
        'dort läuft kein Worker, oder er kann mit den Angaben des Verzeichnisses nicht laufen',
    },
  },
  readsAtStart: (basedir, pid) =>
    `${basedir} läuft unter buildbot-worker (Prozess ${pid}), der seine Einstellungen nur beim Start liest.`,
  nothingChanged: 'nichts hat sich geändert',
  changed: (names) => `geändert: ${names.join(', ')}`,
  effects: {
    nothing: 'der Worker läuft mit den Einstellungen seines Verzeichnisses',
    'apply-live': 'alles wirkt ab jetzt',
    reconnect: 'manches wartet auf die nächste Verbindung: buildtray reload --reconnect',
    'restart-worker':
      'manches wartet auf den nächsten Start des Workers: buildtray restart --graceful',
  },
};
