import { fileReason, number, text } from './facts.ts';

/** Why a directory cannot hold a running worker. */
export const directory = {
  directoryMissing: { path: text },
  directoryUnreadable: { path: text },
  directoryUnwritable: { path: text },
  noWorkerThere: { path: text },
  runByBuildtray: { basedir: text, pid: text },
  runByBuildbotWorker: { basedir: text, pid: number },
  notBuildbotWorker: { dir: text },
  otherApplication: { dir: text, name: text },
  keyringMissing: {},
  keyringFailed: { reason: text },
  keyringRefuses: { reason: text },
  startsAlready: { basedir: text },
  cannotLock: { path: text, reason: fileReason },
  madeByOldBuildbot: { dir: text },
};
