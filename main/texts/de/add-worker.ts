import type { addWorker as english } from '../en/add-worker.ts';

export const addWorker: typeof english = {
  title: 'Diesen Rechner einem Buildbot leihen',
  intro:
    'Der Administrator eines Buildbot-Masters hat Ihnen einen Host, einen Port, einen Namen und ein Passwort gegeben. Tragen Sie sie ein, oder fügen Sie die ganze Zeile mit create-worker als Host ein.',
  host: 'Host des Masters',
  port: 'Port',
  workerName: 'Name des Workers',
  workerNameExample: 'wie vom Administrator genannt',
  password: 'Passwort',
  directory: 'Verzeichnis',
  directoryHelp: 'Darin laufen die Builds, und es enthält Einstellungen und Protokoll des Workers.',
  existing: 'Ein vorhandenes Worker-Verzeichnis nehmen…',
  submit: 'Worker hinzufügen und verbinden',
  problems: {
    host: 'Schreiben Sie den Namen des Rechners, auf dem der Master läuft, etwa ci.example.org.',
    port: 'Ein Port ist eine Zahl von 1 bis 65535; Master nehmen meist 9989.',
    workerName: 'Schreiben Sie den Namen, den das Projekt Ihrem Worker gegeben hat.',
    password: 'Schreiben Sie das Passwort, das das Projekt Ihnen gegeben hat.',
    basedir: 'Schreiben Sie den ganzen Pfad des Verzeichnisses.',
    hasWorker: (basedir) =>
      `In ${basedir} gibt es schon einen Worker: Öffnen Sie ihn, wie er ist, oder nehmen Sie ein anderes Verzeichnis.`,
  },
};
