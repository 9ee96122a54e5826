import { expect, it } from 'vitest';
import { soak } from '../faults/soak.ts';

/** Of one build: with two workers of two builders, all of them build a few times. */
const COMMANDS = 120;

// The full form is `npm run faults -- soak`; a failure shows the seed to give it.
it('accounts for every build, and answers rightly, while links, processes and pipes fail', async () => {
  const seed = Date.now() % 2 ** 31;
  const { broken } = await soak(COMMANDS, {
    workers: [
      { name: 'ours-pb', by: 'buildtray', protocol: 'pb' },
      {
        name: 'ours-msgpack',
        by: 'buildtray',
        protocol: 'msgpack_experimental_v7',
        isKilled: true,
      },
    ],
    buildersOfEach: 2,
    seed,
    commandsBetweenFaults: 8,
    patienceMs: 120_000,
  });
  expect({ seed, broken }).toEqual({ seed, broken: [] });
});
