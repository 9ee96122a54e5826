/** The page of the worker's log. */
export const log = {
  title: 'Log',
  label: 'Log of the worker',
  empty: 'The log is empty.',
};
