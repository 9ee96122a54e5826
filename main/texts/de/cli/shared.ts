/** What the help of several commands has in common. */

export const workerDirectory = 'Basisverzeichnis des Workers';
export const quiet = 'nur Fehler ausgeben';
export const quietStart = 'nur Fehler ausgeben und nicht warten, bis der Worker verbunden ist';
export const asJson = 'JSON ausgeben, für Programme';
export const nodaemon = 'im Vordergrund bleiben und das Protokoll ausgeben';
export const graceful = 'laufende Builds erst enden lassen und anzeigen, worauf der Worker wartet';
export const reconnect = 'zwischen zwei Builds neu verbinden, wo das nötig ist';
export const writeNothing = 'ausgeben, was sich ändern würde, und nichts schreiben';

export const started = {
  ok: 'der Worker ist mit seinem Master verbunden; mit --quiet: er läuft; mit --nodaemon: er hat wie verlangt angehalten',
  failed:
    'der Worker ist nicht verbunden: Er versucht es weiter oder ist beendet, wie die Meldung sagt; mit --nodaemon: er hat aufgegeben',
};

export const aboutCtrlC =
  'Mit --graceful beendet Strg-C nur das Warten: Der Worker hält trotzdem an, sobald seine Builds beendet sind.';
