import { fileReason, number, text } from './facts.ts';
import { peerAnswer } from './reaching.ts';

/** What was found before a worker is started, and what to do. */
export const checks = {
  noMasterYet: {},
  noDirectoryYet: {},
  noLoginYet: {},
  notTried: {},

  socketHasNoName: {},
  isAddress: { host: text },
  nameFound: { host: text, addresses: text },
  masterAnswers: { peer: text },
  proxyAnswers: { peer: text },

  notEncrypted: { peer: text },
  askForTls: {},
  noTls: { peer: text },
  certificateTrusted: { peer: text },
  certificateValidUntil: { peer: text, day: text },
  renewCertificate: {},

  speaksPb: { peer: text },
  speaksMsgpack: { peer: text },
  masterSpeaksMsgpack: {},
  setProtocol: { protocol: text },
  notWorkerPort: { peer: text, answer: peerAnswer },
  askForPort: {},

  loginAccepted: { peer: text, workerName: text },
  attachedNow: { workerName: text, master: text, pid: number },
  loginRefused: { peer: text, workerName: text },
  askForLogin: {},
  nameInUse: { peer: text, workerName: text },
  askForName: {},
  loginCutOff: { peer: text },
  loginNotPb: { peer: text },
  loginFailed: { peer: text, error: text },

  notADirectory: { path: text },
  choosePlace: {},
  canBeMade: { path: text },
  cannotBeMade: { path: text, reason: fileReason },
  canBeWritten: { path: text },
  cannotBeWritten: { path: text, reason: fileReason },
  givePermission: {},
  freeSpace: { size: text, path: text },
  makeRoom: {},
  freeSpaceUnknown: { path: text, reason: fileReason },

  clockIsWrong: { day: text },
  setClock: {},
  clocksNotCompared: {},
};
