import { text } from './facts.ts';

/** Why builds cannot be protected as a worker's settings require. */
export const protection = {
  /** With a cause. */
  cannotBeGiven: { level: text },
  notOnThisSystem: {},
  programMissing: { program: text, packages: text },
  forbiddenByAppArmor: { profilePath: text },
  namespacesOff: { setting: text },
  insideContainer: { reason: text },
  refused: { reason: text },
};
