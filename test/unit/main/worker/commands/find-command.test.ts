import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES, findCommand } from '../../../../../main/worker/commands/find-command.ts';

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
