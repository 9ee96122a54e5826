export const rehearse = {
  help: {
    summary: 'run a small sample build with a master of its own; there is nothing to set up',
    about: ['Everything stays on this machine, in a directory that is removed at the end.'],
    args: {},
    options: {
      quick: 'do not pause between lines',
      verbose: "print the commands' headers too",
    },
    exit: { ok: 'every step ended as planned', failed: 'a step did not' },
  },
  begins: 'A rehearsal: a real build by a real worker, with a master of its own on this machine.',
  connects: 'The worker connects to the master.',
  drains: 'A graceful shutdown is requested: the build may finish first.',
  cancelling: 'Cancelling.',
  cancelled: 'Cancelled. Nothing is left behind.',
  allAsPlanned:
    'The worker has shut down. Every step ended as planned, and nothing is left behind.\nTo lend this machine to a project: buildtray create-worker, then buildtray start.',
  notAsPlanned: (step: string) =>
    `The worker has shut down. The step ${step} did not end as planned.`,
  /** Such as `[3/6] test: The program is tested`. */
  step: (number: number, count: number, name: string, about: string) =>
    `[${number}/${count}] ${name}: ${about}`,
  stepEnded: (result: string, seconds: string) => `${result} (${seconds} s)`,
};
