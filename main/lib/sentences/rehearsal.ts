/** Why a rehearsal did not come to its end. */
export const rehearsal = {
  cannotMakeRehearsal: (reason: string) => `Cannot make a directory for the rehearsal: ${reason}.`,
  rehearsalUnreached: (peer: string) =>
    `The worker did not reach the rehearsal's master on ${peer}.`,
  rehearsalUnreachedSince: (peer: string, why: string) =>
    `The worker did not reach the rehearsal's master on ${peer}. ${why}`,
  rehearsalStays: () => 'The worker was asked to shut down gracefully and has not left.',
  rehearsalRemains: (reason: string) => `Not all of the rehearsal could be removed: ${reason}.`,
};
