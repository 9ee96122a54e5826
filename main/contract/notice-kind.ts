/** What a notification may be about: the user chooses among these. */
export const NOTICE_KINDS = [
  /** A worker cannot log in, or has stopped by itself. */
  'cannotWork',
  /** A worker has been without its master for long. */
  'lost',
  /** A worker has shut down after its last build. */
  'ended',
  /** A worker pauses after its last build, or its pause is over. */
  'paused',
  'diskLow',
  /** A build has ended, and a command of it failed. */
  'buildFailed',
  /** A build has ended in whatever way. */
  'buildEnded',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Nobody asked for what comes with every build. */
export const USUAL_NOTICES: readonly NoticeKind[] = [
  'cannotWork',
  'lost',
  'ended',
  'paused',
  'diskLow',
];
