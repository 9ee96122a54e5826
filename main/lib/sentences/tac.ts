/** What is wrong inside a `buildbot.tac`. A place is the file, or one of its lines. */
export const tac = {
  tacLine: (path: string, line: number) => `${path} line ${line}`,
  tacUnusable: (path: string, why: string) => `${path} cannot be used. ${why}`,
  tacTooLarge: (path: string) => `${path} is too large to be a worker's settings.`,
  tacLacksSign: (path: string) =>
    `Cannot write ${path}: it is in the encoding latin-1, which lacks a sign of the new value; save the file as UTF-8 first.`,
  noWorkerInText: () => 'There is no worker in this text.',

  tacHasNoWorker: (path: string) =>
    `${path} creates no worker; a line such as \`s = Worker(…)\` is needed.`,
  tacHasSeveralWorkers: (path: string, count: number, lines: string) =>
    `${path} creates ${count} workers (lines ${lines}), and Buildtray runs one per directory; give each worker a directory of its own.`,
  tacHidesWorker: (place: string, keyword: string) =>
    `${place} creates the worker inside \`${keyword}\`, and Buildtray does not run code; move the call to the top level of the file.`,
  tacRotatesDaily: (place: string) =>
    `${place}: the log is rotated daily; Buildtray rotates by size, as it does when nothing is set.`,
  tacHasUnknownArgument: (place: string, argument: string) =>
    `${place}: the worker takes no argument ${argument}; it is left out of account.`,
  tacHasUnknownPosition: (place: string, position: number) =>
    `${place}: the worker takes no argument number ${position}; it is left out of account.`,
  tacIsNoPython: (place: string) =>
    `${place}: this is not valid Python; what is on the line is left out of account.`,

  tacLacks: (path: string, setting: string) =>
    `${path}: ${setting} is not handed to the worker; add it to the call.`,
  tacHasNone: (place: string, setting: string) =>
    `${place}: ${setting} is None; write the value there.`,
  tacLacksPassword: (place: string) =>
    `${place}: passwd is empty; write the password there, or give it in the app's settings.`,
  tacNamesTwoWays: (place: string) =>
    `${place}: proxy_connection_string and connection_string exclude each other; set one of them to None.`,
  tacComputes: (place: string, setting: string, code: string) =>
    `${place}: ${setting} is computed by code (\`${code}\`), which Buildtray does not run; write the value as a literal.`,
  tacComputesPassword: (place: string, code: string) =>
    `${place}: passwd is computed by code (\`${code}\`), which Buildtray does not run; write the value as a literal, or give it in the app's settings, which need a keyring for that.`,
  tacComputesInstead: (place: string, setting: string, code: string, used: string) =>
    `${place}: ${setting} is computed by code (\`${code}\`), which Buildtray does not run; ${used} is used instead.`,
  tacWantsInstead: (place: string, setting: string, wanted: string, used: string) =>
    `${place}: ${setting} must be ${wanted}; ${used} is used instead.`,
  usedDefault: (value: string) => `the default (${value})`,
  usedFolder: () => "the file's own folder",

  tacKeepsComputed: (place: string, setting: string, code: string) =>
    `${place}: ${setting} is computed by code (\`${code}\`) and can only be changed there.`,
  tacCannotBeEdited: (path: string) =>
    `${path} holds its settings in a way that Buildtray cannot edit safely; change it by hand.`,
  tacLacksPlace: (path: string, setting: string, mend: string) =>
    `${path} has no place for ${setting}; ${mend}.`,
  tacWantsUpgrade: () => 'the file was written for an older worker: upgrade it first',
  tacWantsItInLogBlock: () => 'name it in its log block first',
  tacWantsApplication: () =>
    "it has no log block, and none can be added without a line `application = service.Application('buildbot-worker')`",
};
