/** The pages of the window, in the order of its navigation. */
export const PAGE_NAMES = [
  'overview',
  'builds',
  'hostinfo',
  'log',
  'settings',
  'add-worker',
  'rehearsal',
  'preferences',
] as const;
export type PageName = (typeof PAGE_NAMES)[number];
