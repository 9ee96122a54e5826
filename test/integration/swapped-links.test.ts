import { expect, it } from 'vitest';
import { trySwappedLinks } from '../faults/swapped-links.ts';
import { onlyOn } from '../support/only-on.ts';

/** The full measurement is `node test/faults/swapped-links.ts`. */
const TRIES = 40;

it('no file command leaves the base directory while a build exchanges a directory for a link', {
  ...onlyOn('linux', 'elsewhere no directory can be worked in by its handle'),
  timeout: 300_000,
}, async () => {
  const tallies = await trySwappedLinks(TRIES);
  expect(tallies.filter(({ escapes }) => escapes > 0)).toEqual([]);
  expect(tallies).toHaveLength(11);
});
