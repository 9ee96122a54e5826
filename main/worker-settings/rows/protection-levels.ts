/** What builds may reach of this machine, from the most to the least. */
export const PROTECTION_LEVELS = ['open', 'guarded', 'strict'] as const;
export type Protection = (typeof PROTECTION_LEVELS)[number];
