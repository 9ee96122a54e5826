/** What a setting in a file has to be, in words after "must be". */
export const wanted = {
  wantedText: () => 'a text',
  wantedPort: () => 'a number from 1 to 65535',
  wantedSeconds: () => 'a number of seconds',
  wantedSecondsOrNone: () => 'a number of seconds or None',
  wantedCount: () => 'a whole number or None',
  wantedMask: () => 'a number such as 0o22, or None',
  wantedUser: () => 'a user name without a colon',
  wantedObject: () => 'an object in braces',
  wantedEither: (one: string, other: string) => `'${one}' or '${other}'`,
  wantedEitherOrNone: (one: string, other: string) => `'${one}', '${other}' or None`,
};
