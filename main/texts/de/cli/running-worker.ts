import type { runningWorker as english } from '../../en/cli/running-worker.ts';

export const runningWorker: typeof english = {
  notRunning: 'der Worker läuft nicht',
  noneRuns: (basedir) => `In ${basedir} läuft kein Worker.`,
  noneToAsk: (basedir) => `In ${basedir} wurde kein Worker gefunden, der unter Buildtray läuft.`,
  doesNotListen: (basedir, pid) =>
    `Der Worker in ${basedir} (Prozess ${pid}) ist über die Befehlszeile nicht erreichbar; sein Protokoll nennt den Grund.`,
  followsWhenConnected:
    'der Worker ist nicht verbunden; die Änderung wirkt, sobald er sich verbindet',
  connectsAgain: 'der Worker verbindet sich neu, sobald kein Build läuft',
};
