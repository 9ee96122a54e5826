import { homedir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { absoluteArguments } from '../../../../../main/worker/connection/absolute-arguments.ts';

const builddir = '/srv/worker/linux';

describe('absoluteArguments', () => {
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
  ])('%s %j', (name, given, expected) => {
    expect(absoluteArguments(name, given, builddir)).toMatchObject(expected);
  });

  it('leaves a missing argument missing, so that the command is refused by name', () => {
    expect(absoluteArguments('mkdir', {}, builddir)).not.toHaveProperty('paths');
    expect(absoluteArguments('uploadFile', { workdir: 'build' }, builddir)).not.toHaveProperty(
      'path',
    );
    expect(absoluteArguments('listdir', { path: '/etc' }, builddir)).not.toHaveProperty('path');
  });

  it('hands on an argument of the wrong type', () => {
    expect(absoluteArguments('mkdir', { dir: 5 }, builddir)).toMatchObject({ paths: [5] });
    expect(absoluteArguments('shell', { workdir: null }, builddir)).toMatchObject({
      workdir: null,
    });
  });
});
