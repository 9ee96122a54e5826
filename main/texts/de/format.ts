import { formatFor } from '../format.ts';

export const format = formatFor('de-DE');
