import { stat } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { mayAskDeveloperTools } from '../../../../main/hostinfo/may-ask-developer-tools.ts';

// The places of a Mac, which no machine that tests has.
vi.mock('node:fs/promises', { spy: true });

let there = '';
beforeEach(async () => {
  const found = await stat(process.cwd());
  vi.mocked(stat).mockImplementation(async (path) => {
    if (path !== there) throw new Error('ENOENT');
    return found;
  });
});
afterEach(() => {
  vi.mocked(stat).mockReset();
});

it.each([
  ['darwin', '', false],
  ['darwin', '/Library/Developer/CommandLineTools', true],
  ['darwin', '/Applications/Xcode.app', true],
  ['linux', '', true],
  ['win32', '', true],
] as const)('on %s with %j: %s', async (platform, place, may) => {
  there = place;
  expect(await mayAskDeveloperTools(platform)).toBe(may);
});
