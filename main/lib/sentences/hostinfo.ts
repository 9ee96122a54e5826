/** Why a file of `info/` cannot be written. */
export const hostinfo = {
  noHostinfoName: (name: string) => `"${name}" is no file name for info/.`,
  hostinfoTooLong: (limitBytes: number) =>
    `The text is longer than the ${limitBytes} bytes that a master takes.`,
  hostinfoNotSent: (path: string, reason: string) =>
    `${path} is not sent to the master: ${reason}.`,
  hostinfoFileTooLong: (limitBytes: number) => `it is longer than ${limitBytes} bytes`,
  cannotCopyHostinfo: (basedir: string, reason: string) =>
    `The host info could not be copied to ${basedir}: ${reason}.`,
  fileIsNoUtf8: () => 'it is not UTF-8 text',
  hostinfoIsLink: (path: string, target: string) =>
    `${path} is a link to ${target}, which other workers may share: choose whether to change that file or to replace the link.`,
};
