import { formatFor } from '../format.ts';

export const format = formatFor('fr-FR', { byte: 'o', day: 'j', space: '\u00a0' });
