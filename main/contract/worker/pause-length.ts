/** How long a pause may be, as tray and window offer it. */
export const PAUSE_LENGTHS = ['until-resumed', 'one-hour', 'until-tomorrow'] as const;
export type PauseLength = (typeof PAUSE_LENGTHS)[number];
