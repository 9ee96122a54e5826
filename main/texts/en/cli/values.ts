/** What the help shows in the place of an option's value. */
export const values = {
  number: 'number',
  name: 'name',
  text: 'text',
  file: 'file',
  level: 'level',
};
