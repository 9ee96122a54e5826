/** Of a worker's log: its files, and what is looked for in it. */
export const log = {
  cannotBeginLog: (path: string, reason: string) => `Cannot begin a new log ${path}: ${reason}.`,
  logUnwritten: (path: string, reason: string) => `The log ${path} cannot be written: ${reason}.`,
  logUnrotated: (path: string, reason: string) => `The log ${path} cannot be rotated: ${reason}.`,
  logIsClosed: () => 'The log is closed.',
  noPattern: (reason: string) => `That is no regular expression: ${reason}.`,
  patternTooSlow: () => 'This regular expression takes too long on some line: make it simpler.',
};
