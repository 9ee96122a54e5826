import type { check as english } from '../../../en/cli/verbs/check.ts';
import { workerDirectory } from '../shared.ts';

export const check: typeof english = {
  help: {
    summary: 'prüfen, ob der Worker eines Verzeichnisses laufen kann',
    about: [
      'Je eine Zeile für den Namen des Masters, seinen Port, TLS, das Netzwerkprotokoll, die Anmeldung, das Verzeichnis, den freien Platz und die Uhr. Die Anmeldung ist echt und wird sofort wieder beendet; ein laufender Worker dieses Namens wird nicht gestört.',
    ],
    args: { dir: workerDirectory },
    options: {},
    exit: { ok: 'nichts hindert ihn am Laufen', failed: 'eine Prüfung ist gescheitert' },
  },
  titles: {
    name: 'Name',
    port: 'Erreichbar',
    certificate: 'TLS',
    speaks: 'Netzwerkprotokoll',
    login: 'Anmeldung',
    directory: 'Verzeichnis',
    disk: 'Datenträger',
    clock: 'Uhr',
  },
  states: { passed: 'ok', warned: 'Warnung', failed: 'Fehler', skipped: 'entfällt' },
};
