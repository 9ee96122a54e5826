import { number, text } from './facts.ts';

/** Of a session with a master, from the login to its end, and of the worker's own end. */
export const session = {
  wrongLogin: { peer: text, workerName: text },
  duplicateName: { peer: text, workerName: text },
  probablyDuplicate: { peer: text, workerName: text, message: text },
  loginFailed: { peer: text, reason: text },
  /** The time is that since the master's last message. */
  loginUnanswered: { peer: text, seconds: number },
  masterIsSlow: { peer: text, seconds: number },
  closedDuringLogin: { peer: text },
  attachingFailed: { peer: text, error: text },
  attachingTooSlow: { peer: text, seconds: number },
  closedBeforeAttached: { peer: text, message: text },
  closedByMaster: { peer: text, message: text },
  notPerspectiveBroker: { peer: text, reason: text },
  notMessagePack: { peer: text, reason: text },
  fellSilent: { seconds: number },
  cannotLeaveGracefully: {},
  shutdownNotReported: { reason: text },
  /** Of a drain. The time is the longest that a silent master is waited for. */
  masterHasNotAnswered: { seconds: number },
  disconnectedByUser: {},

  /** Said after why a try failed. */
  nextTry: { seconds: text },
  /** Said after why a connection ended. */
  lastHeard: { seconds: text },

  shutDownByUser: {},
  shutDownByMaster: {},
  /** With a cause. */
  gaveUp: { tries: number },
  hasJustStopped: {},
  stoppedByCommandLine: {},
  restartByCommandLine: {},
  directoryGone: { basedir: text },
};
