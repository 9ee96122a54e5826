import { mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { findCommand } from '../../../../../main/worker/commands/find-command.ts';
import { recordingContext, runCommand } from '../../../../support/recording-sink.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const ELAPSED = ['elapsed', 'seconds'] as const;

describe('a file command', () => {
  it.each([
    ['mkdir', { paths: ['/outside/dir'] }],
    ['stat', { path: '/etc/hostname' }],
    ['listdir', { path: '/etc' }],
    ['rmfile', { path: '/outside/file' }],
    ['rmdir', { paths: ['/outside/dir'] }],
    ['cpdir', { from_path: '/etc', to_path: '/outside/copy' }],
  ])('refuses %s outside the basedir', async (name, args) => {
    const { updates, failure } = await runCommand(name, args, recordingContext(basedir.path));
    const sentence = new RegExp(`^${name}: '/.*' is outside the worker's base directory '`);
    expect(updates).toEqual([['header', expect.stringMatching(sentence)], ['rc', 1], ELAPSED]);
    expect(failure).toBeUndefined();
  });

  it('goes anywhere when the owner allows it', async () => {
    await mkdir(basedir.at('worker'));
    await writeFile(basedir.at('file'), '');
    const context = recordingContext(basedir.at('worker'), { fileAccess: 'anywhere' });
    const { updates } = await runCommand('rmfile', { path: basedir.at('file') }, context);
    expect(updates).toEqual([['rc', 0], ELAPSED]);
  });

  it('takes an interrupt before, while and after it runs, and is answered once, without elapsed', async () => {
    const context = recordingContext(basedir.path);
    const command = findCommand('mkdir')?.create({ paths: [basedir.at('a')] }, context);
    command?.interrupt('before');
    const ended = command?.run();
    command?.interrupt('while');
    await ended;
    command?.interrupt('after');
    expect(context.updates.updates).toEqual([
      ['header', 'mkdir: interrupted\n'],
      ['rc', -1],
    ]);
  });

  it.each([
    ['mkdir', { paths: ['/w/build', '/w/other'] }, 'make build other'],
    ['rmdir', { paths: ['/w/build'] }, 'remove build'],
    ['cpdir', { from_path: '/w/a', to_path: '/w/b' }, 'copy a to b'],
    ['stat', { path: '/w/a' }, 'stat a'],
    ['glob', { path: '/w/a/*' }, 'look for a/*'],
    ['listdir', { path: '/w' }, 'list .'],
    ['rmfile', { path: '/else/where' }, 'remove /else/where'],
  ])('describes %s for people', (name, args, summary) => {
    expect(findCommand(name)?.create(args, recordingContext('/w')).summary).toBe(summary);
  });
});
