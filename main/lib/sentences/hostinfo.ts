/** Why a file of `info/` cannot be written. */
export const hostinfo = {
  noHostinfoName: (name: string) => `"${name}" is no file name for info/.`,
  hostinfoTooLong: (limitBytes: number) =>
    `The text is longer than the ${limitBytes} bytes that a master takes.`,
  hostinfoIsLink: (path: string, target: string) =>
    `${path} is a link to ${target}, which other workers may share: choose whether to change that file or to replace the link.`,
  cannotRemove: (path: string, reason: string) => `Cannot remove ${path}: ${reason}.`,
};
