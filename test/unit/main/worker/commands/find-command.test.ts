import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../../main/worker/command.ts';
import { COMMAND_NAMES, findCommand } from '../../../../../main/worker/commands/find-command.ts';
import { withElapsed } from '../../../../../main/worker/commands/with-elapsed.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';
import { recordingContext } from '../../../../support/recording-sink.ts';

describe('the registry', () => {
  it('announces the commands that the Python worker announces', () => {
    expect([...COMMAND_NAMES].sort()).toEqual([
      'cpdir',
      'downloadFile',
      'download_file',
      'glob',
      'listdir',
      'mkdir',
      'rmdir',
      'rmfile',
      'shell',
      'stat',
      'uploadDirectory',
      'uploadFile',
      'upload_directory',
      'upload_file',
    ]);
  });

  it('finds each of them, and no other', () => {
    for (const name of COMMAND_NAMES) expect(findCommand(name)).toBeDefined();
    expect(findCommand('svn')).toBeUndefined();
    expect(findCommand('constructor')).toBeUndefined();
  });

  it.each([
    ['shell', ['workdir', 'command'], 'WorkerShellCommand'],
    ['mkdir', ['paths'], 'MakeDirectory'],
    ['rmdir', ['paths'], 'RemoveDirectory'],
    ['cpdir', ['to_path', 'from_path'], 'CopyDirectory'],
    ['glob', ['path'], 'GlobPath'],
    ['rmfile', ['path'], 'RemoveFile'],
    ['uploadFile', ['path', 'writer', 'blocksize'], 'WorkerFileUploadCommand'],
    ['upload_directory', ['path', 'writer', 'blocksize'], 'WorkerDirectoryUploadCommand'],
    ['downloadFile', ['path', 'reader', 'blocksize'], 'WorkerFileDownloadCommand'],
  ])(
    'requires of %s what the Python worker requires, in the name of its class',
    (name, required, className) => {
      expect(findCommand(name)).toMatchObject({ requiredArguments: required, className });
    },
  );

  it.each(['stat', 'listdir'])('requires nothing of %s, as the Python worker does', (name) => {
    expect(findCommand(name)?.requiredArguments).toEqual([]);
  });
});

describe('withElapsed', () => {
  function timed(run: (command: Command) => Promise<void>) {
    const clock = new FakeClock();
    const context = recordingContext('/w', { clock });
    const values: unknown[] = [];
    context.updates.value = (key, value) => void values.push([key, value]);
    const inner: Command = {
      summary: '',
      run: async () => {
        clock.advance(1500);
        await run(command);
        context.updates.value('rc', 0);
      },
      interrupt: () => {},
    };
    const definition = {
      names: [],
      className: '',
      requiredArguments: [],
      argumentsFromPb: () => ({}),
      create: () => inner,
    };
    const command = withElapsed(definition).create({}, context);
    return { command, values };
  }

  it('sends the seconds as a float behind the rc', async () => {
    const { command, values } = timed(async () => {});
    await command.run();
    expect(values).toEqual([
      ['rc', 0],
      ['elapsed', { float: 1.5 }],
    ]);
  });

  it('sends them when the command fails, too', async () => {
    const { command, values } = timed(async () => {
      throw new Error('failed');
    });
    await expect(command.run()).rejects.toThrow('failed');
    expect(values).toEqual([['elapsed', { float: 1.5 }]]);
  });

  it('sends none when it was interrupted', async () => {
    const { command, values } = timed(async (running) => running.interrupt('stop'));
    await command.run();
    expect(values).toEqual([['rc', 0]]);
  });
});
