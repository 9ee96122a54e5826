import { stripVTControlCharacters } from 'node:util';
import type { CommandRecord } from '../contract/builds/build-history.ts';
import type { CommandText } from '../contract/builds/kept-output.ts';
import { type Problem, problem } from '../contract/problem.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { fileReasonOf } from '../system/file-reason.ts';
import { replaceFile } from '../system/writing/replace-file.ts';

const LONGEST_NAME = 80;

/** Writes what a command printed as plain text, without colours. Errors: why the file cannot be written. */
export async function saveOutput(
  path: string,
  { pieces }: CommandText,
): Promise<Outcome<void, Problem>> {
  const text = pieces.map((piece) => piece.text).join('');
  try {
    await replaceFile(path, stripVTControlCharacters(text));
    return succeeded(undefined);
  } catch (error) {
    return failed(problem('files.cannotWrite', { path, reason: fileReasonOf(error) }));
  }
}

interface NamedBuild {
  readonly builderName: string;
  readonly commands: readonly Pick<CommandRecord, 'commandId' | 'summary'>[];
}

/** A name for the file, such as `linux-make-all.txt`. */
export function outputFilename({ builderName, commands }: NamedBuild, commandId: string): string {
  const { summary = '' } = commands.find((command) => command.commandId === commandId) ?? {};
  const words = `${builderName} ${summary}`.match(/[\p{L}\p{N}_]+/gu) ?? ['output'];
  return `${words.join('-').slice(0, LONGEST_NAME)}.txt`;
}
