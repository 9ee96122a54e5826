/** Arguments and options that several verbs have. */

export const DIRECTORY = { name: 'dir', byDefault: '.', offers: 'directories' } as const;

export const NODAEMON = { name: 'nodaemon' } as const;
export const QUIET = { name: 'quiet', short: 'q' } as const;
export const GRACEFUL = { name: 'graceful', short: 'g' } as const;
export const RECONNECT = { name: 'reconnect', short: 'r' } as const;
export const DRY_RUN = { name: 'dry-run', short: 'n' } as const;
export const VERBOSE = { name: 'verbose', short: 'v' } as const;
export const AS_JSON = { name: 'json' } as const;
