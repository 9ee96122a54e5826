/** What several commands say alike in their help. */

export const workerDirectory = 'base directory of the worker';
export const quiet = 'print errors only';
export const asJson = 'print JSON, for programs';
export const nodaemon = 'stay in the foreground and print the log';
export const graceful = 'let running builds end first, and show what the worker waits for';
export const reconnect = 'connect again between builds where that is needed';
export const writeNothing = 'print what would change and write nothing';

export const started = {
  ok: 'the worker is attached to its master; with --nodaemon, it has stopped as it was asked to',
  failed:
    'the worker is not attached: it keeps trying, or it has ended, as the message says; with --nodaemon, it gave up',
};

export const aboutCtrlC =
  'With --graceful, Ctrl-C ends the waiting and nothing else: the worker still stops once its builds have ended.';
