/** Why a file operation failed, in words to stand after a colon. */
export const fileReasons = {
  fileIsDenied: () => 'permission denied (EACCES)',
  fileIsForbidden: () => 'the system does not permit it (EPERM)',
  fileSystemIsReadOnly: () => 'the file system is read-only (EROFS)',
  diskIsFull: () => 'the disk is full (ENOSPC)',
  diskQuotaIsUsedUp: () => 'the disk quota is used up (EDQUOT)',
  fileIsMissing: () => 'there is no such file or directory (ENOENT)',
  parentIsNoDirectory: () => 'a part of the path is not a directory (ENOTDIR)',
  fileIsDirectory: () => 'it is a directory (EISDIR)',
  fileIsThere: () => 'something of that name is there already (EEXIST)',
  linksGoRound: () => 'its symbolic links go round in a circle (ELOOP)',
  fileNameIsTooLong: () => 'the name is too long (ENAMETOOLONG)',
  tooManyFilesAreOpen: () => 'too many files are open (EMFILE)',
  diskReportsError: () => 'the disk reports an error (EIO)',
};
