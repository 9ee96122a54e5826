import type { WordsOf } from '../../problem-words.ts';

/** Why builds cannot be protected as a worker's settings require. */
export const protection: WordsOf<'protection'> = {
  cannotBeGiven: ({ level }) =>
    `Builds cannot be protected here (${level}), and the worker takes none without: see to what is missing, or start it with --protection=open.`,
  notOnThisSystem: () => 'Protection needs Linux.',
  programMissing: ({ program, packages }) =>
    `The program ${program} is missing; install the package ${packages}.`,
  forbiddenByAppArmor: ({ profilePath }) =>
    `AppArmor keeps bubblewrap from making user namespaces, as on Ubuntu since 24.04; install the profile ${profilePath}, which docs/security.md has under Protection.`,
  namespacesOff: ({ setting }) =>
    `The kernel's setting ${setting} forbids user namespaces; an administrator can change it with sysctl.`,
  insideContainer: ({ reason }) =>
    `This container does not allow it: ${reason}. Run the worker outside, or let the container make user namespaces.`,
  refused: ({ reason }) => `The system does not allow it: ${reason}.`,
};
