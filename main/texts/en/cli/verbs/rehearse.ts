export const rehearse = {
  help: {
    summary: 'run a build of a small sample with a master of its own; nothing has to be set up',
    about: ['Everything stays on this machine, in a directory that is removed at the end.'],
    args: {},
    options: {
      quick: 'do not pause between lines',
      verbose: "print the commands' headers too",
    },
    exit: { ok: 'every step ended as planned', failed: 'one did not' },
  },
  begins: 'A rehearsal: a real build by a real worker, with a master of its own on this machine.',
  connects: 'The worker connects to the master.',
  drains: 'A graceful shutdown is requested: the build may end first.',
  cancelling: 'Cancelling.',
  cancelled: 'Cancelled. Nothing of the rehearsal is left.',
  wentAsMeant:
    'The worker has shut down. Everything went as planned, and nothing of the rehearsal is left.\nTo lend this machine to a project: buildtray create-worker, then buildtray start.',
  wentOtherwise: (step: string) =>
    `The worker has shut down. The step ${step} did not end as planned.`,
  /** Such as `[3/6] test: The program is tested`. */
  step: (number: number, count: number, name: string, about: string) =>
    `[${number}/${count}] ${name}: ${about}`,
  stepEnded: (result: string, seconds: string) => `${result} (${seconds} s)`,
};
