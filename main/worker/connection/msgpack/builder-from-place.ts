import { isAbsolute, relative, sep } from 'node:path';
import type { WireArguments } from '../../command.ts';

/** Where a command names its place, by the arguments of the MessagePack protocol. */
const PLACES = ['paths', 'path', 'workdir', 'to_path'];

/** What a master does by itself when a worker attaches, on build directories as a whole. */
const OF_ATTACHMENT: ReadonlySet<string> = new Set(['listdir', 'stat', 'mkdir', 'rmdir']);

/**
 * The builder a command is for, from its place below `basedir`: masters before 4.0 do not name it.
 * Its directory is taken for its name. Undefined for what the master asks of the worker itself.
 */
export function builderFromPlace(
  commandName: string,
  args: WireArguments,
  basedir: string,
): string | undefined {
  const place = placeOf(args);
  const way = place === undefined ? '' : relative(basedir, place);
  const [directory = '', ...deeper] = way.split(sep);
  if (directory === '' || directory === '..' || isAbsolute(way)) return undefined;
  return deeper.length === 0 && OF_ATTACHMENT.has(commandName) ? undefined : directory;
}

function placeOf(args: WireArguments): string | undefined {
  const found = PLACES.map((name) => args[name]).find((value) => value !== undefined);
  const [first] = Array.isArray(found) ? found : [found];
  return typeof first === 'string' ? first : undefined;
}
