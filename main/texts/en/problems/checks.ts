import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText } from './facts.ts';
import { peerAnswerText } from './peer-answer.ts';

/** What was found before a worker is started, and what to do. */
export const checks: WordsOf<'checks'> = {
  noMasterYet: () => 'No master is set yet.',
  noDirectoryYet: () => 'No directory is set yet.',
  noLoginYet: () => 'Master, name and password are not all set yet.',
  notTried: () => 'Skipped, because the check before it failed.',

  socketHasNoName: () => 'A socket on this machine has no name to look up.',
  isAddress: ({ host }) => `${host} is an address, not a name.`,
  nameFound: ({ host, addresses }) => `${host} resolves to ${addresses}.`,
  masterAnswers: ({ peer }) => `${peer} answers.`,
  proxyAnswers: ({ peer }) => `The proxy ${peer} answers.`,

  notEncrypted: ({ peer }) =>
    `The connection to ${peer} is not encrypted, and this protocol sends the password as it is.`,
  askForTls: () => 'Ask the administrator whether the master offers TLS, and turn it on (use_tls).',
  noTls: ({ peer }) => `The connection to ${peer} does not use TLS.`,
  certificateTrusted: ({ peer }) => `${peer} has a trusted certificate.`,
  certificateValidUntil: ({ peer, day }) =>
    `${peer} has a trusted certificate, which is valid until ${day}.`,
  renewCertificate: () => "Ask the master's administrator to renew it.",

  speaksPb: ({ peer }) => `${peer} speaks Buildbot's Perspective Broker (protocol = pb).`,
  speaksMsgpack: ({ peer }) =>
    `${peer} speaks Buildbot's MessagePack (protocol = msgpack_experimental_v7).`,
  masterSpeaksMsgpack: () =>
    "The master speaks Buildbot's MessagePack (protocol = msgpack_experimental_v7).",
  setProtocol: ({ protocol }) => `Set the worker's protocol to ${protocol}.`,
  notWorkerPort: ({ peer, answer }) =>
    `${peer} is not a Buildbot master's port for workers: it ${peerAnswerText(answer)}.`,
  askForPort: () => 'Ask the administrator for the port (often 9989).',

  loginAccepted: ({ peer, workerName }) =>
    `The master at ${peer} accepts the worker ${workerName}.`,
  attachedNow: ({ workerName, master, pid }) =>
    `The worker ${workerName} is attached to ${master} now (process ${pid}).`,
  loginRefused: ({ peer, workerName }) =>
    `The master at ${peer} refused the login: the worker name ${workerName} or its password is wrong.`,
  askForLogin: () => "Ask the master's administrator for both.",
  nameInUse: ({ peer, workerName }) =>
    `The master at ${peer} already has a worker named ${workerName}, which was left alone (duplicate).`,
  askForName: () => 'Stop the other one, or ask the administrator for a name of your own.',
  loginCutOff: ({ peer }) => `The master at ${peer} closed the connection during the login.`,
  loginNotPb: ({ peer }) =>
    `The login at ${peer} failed: the other end sent something that is not Perspective Broker.`,
  loginFailed: ({ peer, error }) => `The login at ${peer} failed: the master answered ${error}.`,

  notADirectory: ({ path }) => `${path} is not a directory.`,
  choosePlace: () => 'Choose another place.',
  canBeMade: ({ path }) => `${path} does not exist yet and can be created.`,
  cannotBeMade: ({ path, reason }) => `${path} cannot be made: ${fileReasonText(reason)}.`,
  canBeWritten: ({ path }) => `${path} can be written to.`,
  cannotBeWritten: ({ path, reason }) => `${path} cannot be written to: ${fileReasonText(reason)}.`,
  givePermission: () => 'Give yourself the permission, or choose another place.',
  freeSpace: ({ size, path }) => `${path} has ${size} of free space.`,
  makeRoom: () => 'Make room, or choose another disk.',
  freeSpaceUnknown: ({ path, reason }) =>
    `The free space of ${path} cannot be determined: ${fileReasonText(reason)}.`,

  clockIsWrong: ({ day }) => `This machine's clock shows ${day}, which cannot be right.`,
  setClock: () => 'Set it: certificates and builds depend on it.',
  clocksNotCompared: () =>
    'Masters do not report their time to workers, so the clocks are not compared.',
};
