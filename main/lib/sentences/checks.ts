/** What was found before a worker is started, and how to mend it. */
export const checks = {
  noMasterYet: () => 'No master is set yet.',
  noDirectoryYet: () => 'No directory is set yet.',
  noLoginYet: () => 'Master, name and password are not all set yet.',
  notTried: () => 'Not tried, since the check before it failed.',

  socketHasNoName: () => 'A socket on this machine has no name to look up.',
  isAddress: (host: string) => `${host} is an address already.`,
  nameFound: (host: string, addresses: string) => `${host} is ${addresses}.`,
  masterAnswers: (peer: string) => `${peer} answers.`,
  proxyAnswers: (peer: string) => `The proxy ${peer} answers.`,

  notEncrypted: (peer: string) =>
    `The connection to ${peer} is not encrypted, and this protocol sends the password as it is.`,
  askForTls: () =>
    'Ask the administrator whether the master offers TLS, and switch it on (use_tls).',
  noTls: (peer: string) => `The connection to ${peer} does not use TLS.`,
  certificateTrusted: (peer: string) => `${peer} has a certificate that is trusted.`,
  certificateValidUntil: (peer: string, day: string) =>
    `${peer} has a certificate that is trusted; it is valid until ${day}.`,
  renewCertificate: () => "Tell the master's administrator that it has to be renewed.",

  speaksPb: (peer: string) => `${peer} speaks Buildbot's Perspective Broker (protocol = pb).`,
  speaksMsgpack: (peer: string) =>
    `${peer} speaks Buildbot's MessagePack (protocol = msgpack_experimental_v7).`,
  theMaster: () => 'The master',
  setProtocol: (protocol: string) => `Set the worker's protocol to ${protocol}.`,
  noPortForWorkers: (peer: string, what: string) =>
    `${peer} is no Buildbot master's port for workers: it ${what}.`,
  askForPort: () => 'Ask the administrator for the port (often 9989).',

  letIn: (peer: string, workerName: string) =>
    `The master at ${peer} lets the worker ${workerName} in.`,
  attachedNow: (workerName: string, master: string, pid: number) =>
    `The worker ${workerName} is attached to ${master} now (process ${pid}).`,
  loginRefused: (peer: string, workerName: string) =>
    `The master at ${peer} refused the login: the worker name ${workerName} or its password is wrong.`,
  askForLogin: () => "Ask the master's administrator for both.",
  nameInUse: (peer: string, workerName: string) =>
    `The master at ${peer} has a worker named ${workerName} already, which was not disturbed (duplicate).`,
  askForName: () => 'Stop the other one, or ask the administrator for a name of your own.',
  loginUnanswered: (peer: string) => `The master at ${peer} did not answer the login in time.`,
  loginCutOff: (peer: string) => `The master at ${peer} closed the connection during the login.`,
  saidNoPb: () => 'it said what is not Perspective Broker',
  answeredError: (error: string) => `it answered ${error}`,

  notADirectory: (path: string) => `${path} is not a directory.`,
  choosePlace: () => 'Choose another place.',
  canBeMade: (path: string) => `${path} is not there yet and can be made.`,
  cannotBeMade: (path: string, reason: string) => `${path} cannot be made: ${reason}.`,
  canBeWritten: (path: string) => `${path} can be written to.`,
  cannotBeWritten: (path: string, reason: string) => `${path} cannot be written to: ${reason}.`,
  givePermission: () => 'Give yourself the permission, or choose another place.',
  freeSpace: (size: string, path: string) => `${size} are free where ${path} is.`,
  makeRoom: () => 'Make room, or choose another disk.',
  freeSpaceUnknown: (path: string, reason: string) =>
    `The free space of ${path} cannot be told: ${reason}.`,

  clockIsWrong: (day: string) => `This machine's clock says ${day}, which cannot be.`,
  setClock: () => 'Set it right: certificates and builds go by it.',
  clocksNotCompared: () => 'Masters do not tell their time to workers, so clocks are not compared.',
};
