/** What the help of several commands has in common. */

export const workerDirectory = 'base directory of the worker';
export const quiet = 'print errors only';
export const quietStart = 'print errors only, and do not wait until the worker is attached';
export const asJson = 'print JSON, for programs';
export const nodaemon = 'stay in the foreground and print the log';
export const graceful = 'let running builds finish first, and show what the worker is waiting for';
export const reconnect = 'reconnect between builds where that is necessary';
export const writeNothing = 'print what would change and write nothing';

export const started = {
  ok: 'the worker is attached to its master; with --quiet, it runs; with --nodaemon, it has stopped as requested',
  failed:
    'the worker is not attached: it keeps trying or has ended, as the message states; with --nodaemon, it gave up',
};

export const aboutCtrlC =
  'With --graceful, Ctrl-C only ends the waiting: the worker still stops once its builds have finished.';
