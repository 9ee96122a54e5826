import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES } from '../../../../main/worker/commands/find-command.ts';
import { workerInfoFrom } from '../../../../main/worker/worker-info.ts';

const SOURCES = {
  basedir: '/w',
  numcpus: undefined,
  deleteLeftoverDirs: false,
  version: '9.9.9',
  environment: { PATH: '/bin' },
  hostinfo: { admin: 'Ada' },
};

describe('what the master gets to know', () => {
  it('counts the processors itself unless the owner has set their number', () => {
    expect(workerInfoFrom(SOURCES).numcpus).toBeGreaterThan(0);
    expect(workerInfoFrom({ ...SOURCES, numcpus: 3 }).numcpus).toBe(3);
  });

  it('has of the environment only what a master may know', () => {
    const environment = { PATH: '/bin', CUSTOMER: 'Acme' };
    expect(workerInfoFrom({ ...SOURCES, environment }).environ).toEqual({ PATH: '/bin' });
  });

  it('begins its version with the Buildbot release that masters compare', () => {
    expect(workerInfoFrom(SOURCES).version).toMatch(/^4\.\d+\.\d+ \(buildtray 9\.9\.9\)$/);
  });

  it('has the switch as a number, as Buildbot’s own worker has it', () => {
    expect(workerInfoFrom(SOURCES).delete_leftover_dirs).toBe(0);
    expect(workerInfoFrom({ ...SOURCES, deleteLeftoverDirs: true }).delete_leftover_dirs).toBe(1);
  });

  it('has a version for every command', () => {
    const { worker_commands: commands } = workerInfoFrom(SOURCES);
    expect(Object.keys(commands ?? {})).toEqual([...COMMAND_NAMES]);
    expect(new Set(Object.values(commands ?? {}))).toEqual(new Set(['3.3']));
  });

  it('is not overruled by files of the same names', () => {
    const hostinfo = { basedir: '/elsewhere', version: '0', admin: 'Ada' };
    expect(workerInfoFrom({ ...SOURCES, hostinfo })).toMatchObject({ basedir: '/w', admin: 'Ada' });
  });
});
