/** What could not be done with a file or a directory. */
export const files = {
  pathMissing: (path: string) => `${path} does not exist.`,
  parentMissing: (path: string) => `${path} does not exist`,
  cannotRead: (path: string, reason: string) => `Cannot read ${path}: ${reason}.`,
  cannotList: (path: string, reason: string) => `Cannot list ${path}: ${reason}.`,
  cannotWrite: (path: string, reason: string) => `Cannot write ${path}: ${reason}.`,
  cannotRemove: (path: string, reason: string) => `Cannot remove ${path}: ${reason}.`,
  cannotUse: (path: string, reason: string) => `Cannot use ${path}: ${reason}.`,
  cannotLookAt: (path: string, reason: string) => `Cannot look at ${path}: ${reason}.`,
  cannotMakeDirectory: (path: string, reason: string) =>
    `Cannot make the directory ${path}: ${reason}.`,
  fileIsNoDirectory: () => 'it is not a directory',
};
