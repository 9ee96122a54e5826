import { homedir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { findCommand } from '../../../../../main/worker/commands/find-command.ts';

const builddir = '/srv/worker/linux';

const argumentsOf = (name: string, given: Record<string, unknown>) =>
  findCommand(name)?.argumentsFromPb(given, builddir);

describe('the arguments of Perspective Broker', () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['mkdir', { dir: 'build' }, { paths: ['/srv/worker/linux/build'] }],
    ['rmdir', { dir: 'a' }, { paths: ['/srv/worker/linux/a'] }],
    ['rmdir', { dir: ['a', '/b'] }, { paths: ['/srv/worker/linux/a', '/b'] }],
    [
      'cpdir',
      { fromdir: 'source', todir: 'build' },
      { from_path: '/srv/worker/linux/source', to_path: '/srv/worker/linux/build' },
    ],
    ['stat', { file: 'x' }, { path: '/srv/worker/linux/x' }],
    ['stat', { file: 'x', workdir: 'build' }, { path: '/srv/worker/linux/build/x' }],
    ['glob', { path: 'build/*.o' }, { path: '/srv/worker/linux/build/*.o' }],
    ['listdir', { dir: 'build' }, { path: '/srv/worker/linux/build' }],
    ['rmfile', { path: '~/x' }, { path: `${homedir()}/x` }],
    ['shell', { workdir: 'build' }, { workdir: '/srv/worker/linux/build' }],
    ['shell', { workdir: '' }, { workdir: '/srv/worker/linux/' }],
    [
      'uploadFile',
      { workdir: 'build', workersrc: 'out/a.tar' },
      { path: '/srv/worker/linux/build/out/a.tar' },
    ],
    ['uploadFile', { workdir: 'build', workersrc: '/tmp/a' }, { path: '/tmp/a' }],
    [
      'uploadDirectory',
      { workdir: 'build', workersrc: '.' },
      { path: '/srv/worker/linux/build/.' },
    ],
    ['downloadFile', { workdir: 'build', workerdest: '~' }, { path: homedir() }],
  ])('of %s: %j become absolute', (name, given, expected) => {
    expect(argumentsOf(name, given)).toMatchObject(expected);
  });

  it('leave a missing argument missing, so that the command is refused by name', () => {
    expect(argumentsOf('mkdir', {})).toHaveProperty('paths', undefined);
    expect(argumentsOf('uploadFile', { workdir: 'build' })).toHaveProperty('path', undefined);
    expect(argumentsOf('listdir', { path: '/etc' })).toHaveProperty('path', undefined);
  });

  it('pass on an argument of the wrong type', () => {
    expect(argumentsOf('mkdir', { dir: 5 })).toMatchObject({ paths: [5] });
    expect(argumentsOf('shell', { workdir: null })).toMatchObject({
      workdir: null,
    });
  });
});
