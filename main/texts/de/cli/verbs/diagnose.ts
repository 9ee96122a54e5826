import type { diagnose as english } from '../../../en/cli/verbs/diagnose.ts';
import { workerDirectory } from '../shared.ts';

export const diagnose: typeof english = {
  help: {
    summary: 'einen Bericht für Helfende ausgeben, ohne Geheimnisse',
    about: [
      'Versionen, der Zustand des Workers und seine letzten Zustände, seine Einstellungen, was jede Prüfung ergibt und die letzten 200 Zeilen seines Protokolls, in Markdown. Passwörter, Tokens und was sonst geheim aussieht, erscheinen als ***, Ihr Heimatverzeichnis und Ihr Name als ~. Namen von Mastern, Workern, Buildern und Dateien stehen darin: Lesen Sie ihn, bevor Sie ihn weitergeben.',
      'Auch ein Worker, der nicht läuft oder hängt, bekommt einen Bericht. Er ist auf Englisch, wie das Protokoll.',
    ],
    args: { dir: workerDirectory },
    options: {
      output:
        'den Bericht in diese Datei schreiben, die nur Sie lesen können, statt ihn auszugeben',
    },
    exit: { ok: 'der Bericht wurde erstellt', failed: 'die Datei kann nicht geschrieben werden' },
  },
  written: (path) => `Der Bericht steht in ${path}. Lesen Sie ihn, bevor Sie ihn weitergeben.`,
};
