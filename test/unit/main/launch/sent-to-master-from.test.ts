import { describe, expect, it } from 'vitest';
import { sentToMasterFrom } from '../../../../main/launch/sent-to-master-from.ts';
import { workerInfoFrom } from '../../../../main/worker/worker-info.ts';

const info = workerInfoFrom({
  basedir: '/srv/worker',
  numcpus: 3,
  deleteLeftoverDirs: false,
  version: '1.2.3',
  environment: { PATH: '/bin', HOME: '/root' },
  hostinfo: { host: 'A machine.', admin: 'Ada' },
});

describe('what is sent to the master', () => {
  const sent = sentToMasterFrom({
    info,
    withheld: ['TOKEN', 'API_KEY'],
    onlyForBuilds: ['Z', 'A'],
  });

  it('is a row for each fact, in order, whatever its type', () => {
    expect(sent.facts.map(({ name }) => name)).toEqual(
      Object.keys(info)
        .filter((name) => name !== 'environ')
        .sort(),
    );
    expect(sent.facts).toContainEqual({ name: 'numcpus', value: '3' });
    expect(sent.facts).toContainEqual({ name: 'delete_leftover_dirs', value: '0' });
  });

  it('names the commands in one row, without their versions', () => {
    const commands = sent.facts.find(({ name }) => name === 'worker_commands');
    expect(commands?.value).toMatch(/^cpdir, downloadFile, [a-zA-Z_, ]+$/);
  });

  it('has the environment by itself, and the names alone of what stays here', () => {
    expect(sent.environment).toEqual([
      { name: 'HOME', value: '/root' },
      { name: 'PATH', value: '/bin' },
    ]);
    expect(sent.withheld).toEqual(['API_KEY', 'TOKEN']);
    expect(sent.onlyForBuilds).toEqual(['A', 'Z']);
  });
});
