import { expect, it } from 'vitest';
import { environmentForBuilds } from '../../../../../main/worker/protection/environment-for-builds.ts';

const OWN = { PATH: '/usr/bin', HOME: '/home/ada', LC_TIME: 'C', CC: 'clang', EDITOR: 'vi' };
const SETTINGS = { basedir: '/w', protectionPaths: undefined, protectionVariables: undefined };

it('is what there is for builds in the open', () => {
  expect(environmentForBuilds(OWN, { ...SETTINGS, protection: 'open' })).toEqual(OWN);
});

it.each(['guarded', 'strict'] as const)(
  'is a list for %s builds, with a home of theirs',
  (level) => {
    expect(environmentForBuilds(OWN, { ...SETTINGS, protection: level })).toEqual({
      PATH: '/usr/bin',
      LC_TIME: 'C',
      HOME: '/w/buildtray.home',
      TMPDIR: '/tmp',
    });
  },
);

it('has what the owner adds, where the worker has it', () => {
  const settings = { ...SETTINGS, protection: 'guarded', protectionVariables: 'CC , CXX' } as const;
  const given = environmentForBuilds(OWN, settings);
  expect(given).toMatchObject({ CC: 'clang' });
  expect(given).not.toHaveProperty('CXX');
  expect(given).not.toHaveProperty('EDITOR');
});
