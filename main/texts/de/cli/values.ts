import type { values as english } from '../../en/cli/values.ts';

export const values: typeof english = {
  number: 'Zahl',
  name: 'Name',
  text: 'Text',
  file: 'Datei',
  level: 'Stufe',
};
