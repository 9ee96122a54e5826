import { expect, it } from 'vitest';
import { checkDisk, resultFrom } from '../../../../main/checks/check-disk.ts';
import { wordsOf } from '../../../support/check-drafts.ts';
import { inEnglish } from '../../../support/in-english.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();

it('looks at the disk that a directory would be made on', async () => {
  const words = await wordsOf(checkDisk({ basedir: temporary.at('not/yet') }));
  expect(words).toMatch(/ of free space\.$/);
});

it('knows nothing before there is a directory', async () => {
  expect(await checkDisk({})).toMatchObject({ state: 'skipped' });
});

it.each([
  [10 * 1024 ** 3, 'passed', '10 GiB'],
  [1.5 * 1024 ** 3, 'warned', '1.5 GiB'],
  [51 * 1024 ** 2, 'warned', '51 MiB'],
  [49.9 * 1024 ** 2, 'failed', '49 MiB'],
])('judges %d free bytes: %s', (free, state, size) => {
  const result = resultFrom(free, '/w');
  expect(result.state).toBe(state);
  expect(inEnglish(result.finding)).toContain(size);
});
