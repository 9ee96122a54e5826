import type { WordsOf } from '../../problem-words.ts';
import { withRemark } from '../../with-remark.ts';

/** Of a session with a master, from the login to its end, and of the worker's own end. */
export const session: WordsOf<'session'> = {
  wrongLogin: ({ peer, workerName }) =>
    `The master at ${peer} refused the login: the worker name ${workerName} or its password is wrong; ask the master's administrator for both.`,
  duplicateName: ({ peer, workerName }) =>
    `The master at ${peer} already has a worker named ${workerName}: stop the other one, or ask the administrator for a name of your own.`,
  probablyDuplicate: ({ peer, workerName, message }) =>
    `${withRemark(`The master at ${peer} let the worker ${workerName} in and closed the connection at once`, message)}: most likely another worker of that name is connected. Stop the other one, or ask the administrator for a name of your own.`,
  loginFailed: ({ peer, reason }) => `The login at ${peer} failed: ${reason}.`,
  loginUnanswered: ({ peer, seconds }) =>
    `The master at ${peer} accepts connections and has not answered the login for ${seconds} s: it is starting, busy with a reconfiguration, or its logins are stuck, as those of Buildbot 4.3.0 can be after a worker was lost while it logged in over MessagePack. If this lasts for minutes, its administrator has to restart it.`,
  masterIsSlow: ({ peer, seconds }) =>
    `The master at ${peer} accepted the connection and has not greeted within ${seconds} s: it is slow or busy, for example with a reconfiguration.`,
  closedDuringLogin: ({ peer }) =>
    `The master at ${peer} closed the connection during the login; it may be stopping or starting.`,
  attachingFailed: ({ peer, error }) =>
    `The master at ${peer} could not attach this worker: ${error}; its administrator can find out more in the master's log.`,
  attachingTooSlow: ({ peer, seconds }) =>
    `The master at ${peer} did not attach this worker within ${seconds} s of its last message.`,
  closedBeforeAttached: ({ peer, message }) =>
    `${withRemark(`The master at ${peer} closed the connection before it had attached this worker`, message)}; its administrator can find out more in the master's log.`,
  closedByMaster: ({ peer, message }) =>
    `${withRemark(`The master at ${peer} closed the connection`, message)}.`,
  notPerspectiveBroker: ({ peer, reason }) =>
    `The connection was dropped because ${peer} sent something that is not Perspective Broker: ${reason}.`,
  notMessagePack: ({ peer, reason }) =>
    `The connection was dropped because ${peer} sent something that is not MessagePack of a master: ${reason}.`,
  fellSilent: ({ seconds }) =>
    `The master did not answer for ${seconds} s, so the connection was dropped.`,
  cannotLeaveGracefully: () =>
    'This master does not support graceful shutdown and keeps sending builds; disconnect between two builds instead.',
  shutdownNotReported: ({ reason }) =>
    `The master could not be notified that this worker wants to leave: ${reason}.`,
  masterHasNotAnswered: ({ seconds }) =>
    `The master has not answered the request to leave. If it stays silent, the connection is dropped within ${seconds} s, and the worker leaves then.`,
  disconnectedByUser: () => 'Disconnected at your request.',

  nextTry: ({ seconds }) => `Next attempt in ${seconds} s.`,
  lastHeard: ({ seconds }) => `The master was last heard from ${seconds} s ago.`,

  shutDownByUser: () => 'Shut down gracefully at your request.',
  shutDownByMaster: () => "The master's administrator asked this worker to shut down.",
  gaveUp: ({ tries }) => `Gave up after ${tries} failed attempts.`,
  hasJustStopped: () => 'The worker has just stopped.',
  stoppedByCommandLine: () => 'Stopped by the command line.',
  restartByCommandLine: () =>
    'A worker that the command line runs cannot restart itself: use buildtray restart.',
  directoryGone: ({ basedir }) =>
    `The worker directory ${basedir} was removed or moved while the worker ran; put it back, or create it again, then start the worker.`,
};
