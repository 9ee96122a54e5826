import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { WireArguments } from '../command.ts';

/**
 * Turns a command's PB arguments, which are relative to the builder's directory, into the absolute ones
 * that the MessagePack protocol has and that our commands read. An argument of the wrong type is passed
 * on as it is: the command refuses it with a sentence of its own.
 *
 * Source: Buildbot, worker/buildbot_worker/pb.py, ProtocolCommandPb.protocol_args_setup.
 */
export function absoluteArguments(
  commandName: string,
  args: WireArguments,
  builddir: string,
): WireArguments {
  const at = (...parts: readonly unknown[]): unknown => joined(builddir, parts);
  switch (commandName) {
    case 'mkdir':
      return { ...args, ...(args.dir !== undefined && { paths: [at(args.dir)] }) };
    case 'rmdir':
      return {
        ...args,
        ...(args.dir !== undefined && { paths: listFrom(args.dir).map((dir) => at(dir)) }),
      };
    case 'cpdir':
      return {
        ...args,
        ...(args.fromdir !== undefined && { from_path: at(args.fromdir) }),
        ...(args.todir !== undefined && { to_path: at(args.todir) }),
      };
    case 'stat':
      return withPath(args, args.file, () => at(args.workdir ?? '', args.file));
    case 'glob':
      return withPath(args, args.path, () => at(args.path));
    case 'listdir':
      return withPath(args, args.dir, () => at(args.dir));
    case 'rmfile':
      return withPath(args, args.path, () => at(expandUser(args.path)));
    case 'shell':
      return { ...args, ...(args.workdir !== undefined && { workdir: at(args.workdir) }) };
    case 'uploadFile':
    case 'uploadDirectory':
      return withPath(args, args.workersrc, () => at(args.workdir, expandUser(args.workersrc)));
    case 'downloadFile':
      return withPath(args, args.workerdest, () => at(args.workdir, expandUser(args.workerdest)));
    default:
      return args;
  }
}

function withPath(args: WireArguments, source: unknown, path: () => unknown): WireArguments {
  const { path: _relative, ...others } = args;
  return source === undefined ? others : { ...others, path: path() };
}

/** Joins as Python's `os.path.join` does: an absolute part starts anew, and nothing is normalised. */
function joined(builddir: string, parts: readonly unknown[]): unknown {
  let path = builddir;
  for (const part of parts) {
    if (typeof part !== 'string') return part;
    if (isAbsolute(part)) path = part;
    else path = path.endsWith('/') ? path + part : `${path}/${part}`;
  }
  return path;
}

/** `~` and `~/…` are the volunteer's home, as the Python worker has it. */
function expandUser(path: unknown): unknown {
  if (typeof path !== 'string') return path;
  if (path === '~') return homedir();
  return path.startsWith('~/') ? join(homedir(), path.slice(2)) : path;
}

function listFrom(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
