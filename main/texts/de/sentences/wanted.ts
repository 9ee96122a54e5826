import type { wanted as english } from '../../../lib/sentences/wanted.ts';

export const wanted: typeof english = {
  wantedText: () => 'ein Text',
  wantedPort: () => 'eine Zahl von 1 bis 65535',
  wantedSeconds: () => 'eine Zahl in Sekunden',
  wantedSecondsOrNone: () => 'eine Zahl in Sekunden oder None',
  wantedCount: () => 'eine ganze Zahl oder None',
  wantedMask: () => 'eine Zahl wie 0o22 oder None',
  wantedUser: () => 'ein Benutzername ohne Doppelpunkt',
  wantedObject: () => 'ein Objekt in geschweiften Klammern',
  wantedEither: (one, other) => `'${one}' oder '${other}'`,
  wantedEitherOrNone: (one, other) => `'${one}', '${other}' oder None`,
};
