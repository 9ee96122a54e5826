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

/**
 * Every command.
 *
 * Source: Buildbot, worker/buildbot_worker/commands/registry.py, commandRegistry.
 */
const DEFINITIONS: readonly CommandDefinition[] = [
  shellCommand,
  uploadFileCommand,
  uploadDirectoryCommand,
  downloadFileCommand,
  mkdirCommand,
  rmdirCommand,
  cpdirCommand,
  statCommand,
  globCommand,
  listdirCommand,
  rmfileCommand,
];

const COMMANDS: ReadonlyMap<string, CommandDefinition> = new Map(
  DEFINITIONS.map(withElapsed).flatMap((definition) =>
    definition.names.map((name) => [name, definition] as const),
  ),
);

/** The names, of both protocols, that the worker announces as its `worker_commands`. */
export const COMMAND_NAMES: readonly string[] = [...COMMANDS.keys()];

/** The command of a name, which also sends `elapsed`; undefined when there is none. */
export function findCommand(name: string): CommandDefinition | undefined {
  return COMMANDS.get(name);
}
