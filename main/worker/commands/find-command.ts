import type { CommandDefinition } from '../command.ts';
import { cpdirCommand } from './cpdir.ts';
import { downloadFileCommand } from './download-file.ts';
import { globCommand } from './glob.ts';
import { listdirCommand } from './listdir.ts';
import { mkdirCommand } from './mkdir.ts';
import { rmdirCommand } from './rmdir.ts';
import { rmfileCommand } from './rmfile.ts';
import { shellCommand } from './shell.ts';
import { statCommand } from './stat.ts';
import { uploadDirectoryCommand } from './upload-directory.ts';
import { uploadFileCommand } from './upload-file.ts';
import { withElapsed } from './with-elapsed.ts';

/** A command by its name on the wire. */
interface RegisteredCommand {
  /** The Python worker's class, which its messages name. */
  readonly className: string;
  readonly definition: CommandDefinition;
}

const UPLOAD_FILE = entry('WorkerFileUploadCommand', uploadFileCommand);
const UPLOAD_DIRECTORY = entry('WorkerDirectoryUploadCommand', uploadDirectoryCommand);
const DOWNLOAD_FILE = entry('WorkerFileDownloadCommand', downloadFileCommand);

/**
 * Every command, under the names of both protocols.
 *
 * Source: Buildbot, worker/buildbot_worker/commands/registry.py, commandRegistry.
 */
const COMMANDS: ReadonlyMap<string, RegisteredCommand> = new Map([
  ['shell', entry('WorkerShellCommand', shellCommand)],
  ['uploadFile', UPLOAD_FILE],
  ['upload_file', UPLOAD_FILE],
  ['uploadDirectory', UPLOAD_DIRECTORY],
  ['upload_directory', UPLOAD_DIRECTORY],
  ['downloadFile', DOWNLOAD_FILE],
  ['download_file', DOWNLOAD_FILE],
  ['mkdir', entry('MakeDirectory', mkdirCommand)],
  ['rmdir', entry('RemoveDirectory', rmdirCommand)],
  ['cpdir', entry('CopyDirectory', cpdirCommand)],
  ['stat', entry('StatFile', statCommand)],
  ['glob', entry('GlobPath', globCommand)],
  ['listdir', entry('ListDir', listdirCommand)],
  ['rmfile', entry('RemoveFile', rmfileCommand)],
]);

/** The names that the worker announces as its `worker_commands`. */
export const COMMAND_NAMES: readonly string[] = [...COMMANDS.keys()];

/** The command of a name, which also sends `elapsed`; undefined when there is none. */
export function findCommand(name: string): CommandDefinition | undefined {
  return COMMANDS.get(name)?.definition;
}

/** What the master is told when arguments are missing, in the Python worker's words. */
export function missingArgumentsMessage(name: string, missing: readonly string[]): string {
  return `${COMMANDS.get(name)?.className ?? name} is missing args: ${missing.join(', ')}`;
}

function entry(className: string, definition: CommandDefinition): RegisteredCommand {
  return { className, definition: withElapsed(definition) };
}
