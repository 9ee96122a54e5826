import type { values as english } from '../../en/cli/values.ts';

export const values: typeof english = {
  number: 'nombre',
  name: 'nom',
  text: 'texte',
  file: 'fichier',
  level: 'niveau',
};
