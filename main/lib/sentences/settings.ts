/** Settings that no worker can run with, wherever they stand. */
export const settings = {
  settingWants: (place: string, setting: string, wanted: string) =>
    `${place}: ${setting} must be ${wanted}.`,
  unknownEncoding: (name: string) =>
    `The encoding "${name}" is not known here; use utf-8, or one such as latin-1, cp1252, cp932 or euc-jp.`,
  nameHasColon: (workerName: string, protocol: string) =>
    `The worker name "${workerName}" holds a colon, which the login of the protocol ${protocol} cannot carry; ask the master's administrator for another name.`,
};
