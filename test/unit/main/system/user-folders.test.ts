import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolder, stateFolder } from '../../../../main/system/user-folders.ts';

describe('the folders of a user', () => {
  it('are those that the user has set', () => {
    expect(stateFolder({ XDG_STATE_HOME: '/state' }, 'linux')).toBe('/state/buildtray');
    expect(cacheFolder({ XDG_CACHE_HOME: '/cache' }, 'linux')).toBe('/cache/buildtray');
  });

  it.each([undefined, '', 'relative'])('are the usual ones with %j', (set) => {
    expect(stateFolder({ XDG_STATE_HOME: set }, 'linux')).toBe(inHome('.local/state/buildtray'));
    expect(cacheFolder({ XDG_CACHE_HOME: set }, 'linux')).toBe(inHome('.cache/buildtray'));
  });

  it('are apart from each other on every system', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      expect(cacheFolder({}, platform)).not.toBe(stateFolder({}, platform));
    }
    expect(cacheFolder({ LOCALAPPDATA: '/data' }, 'win32')).toContain('/data');
  });
});

function inHome(path: string): string {
  return join(homedir(), path);
}
