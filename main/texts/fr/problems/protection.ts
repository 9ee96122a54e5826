import type { WordsOf } from '../../problem-words.ts';

/** Why builds cannot be protected as a worker's settings require. */
export const protection: WordsOf<'protection'> = {
  cannotBeGiven: ({ level }) =>
    `Les builds ne peuvent pas être protégés ici (${level}), et le worker n’en accepte aucun sans cela : voyez ce qui manque, ou démarrez-le avec --protection=open.`,
  notOnThisSystem: () => 'La protection demande Linux.',
  programMissing: ({ program, packages }) =>
    `Le programme ${program} manque ; installez le paquet ${packages}.`,
  forbiddenByAppArmor: ({ profilePath }) =>
    `AppArmor empêche bubblewrap de créer des espaces de noms d’utilisateurs, comme sous Ubuntu depuis 24.04 ; installez le profil ${profilePath}, que docs/security.md donne sous Protection.`,
  namespacesOff: ({ setting }) =>
    `Le réglage ${setting} du noyau interdit les espaces de noms d’utilisateurs ; un administrateur peut le changer avec sysctl.`,
  insideContainer: ({ reason }) =>
    `Ce conteneur ne le permet pas : ${reason}. Faites tourner le worker à l’extérieur, ou laissez le conteneur créer des espaces de noms d’utilisateurs.`,
  refused: ({ reason }) => `Le système ne le permet pas : ${reason}.`,
};
