/** The page of the app's own preferences. */
export const preferences = {
  title: 'Preferences',
};
