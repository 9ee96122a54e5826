import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A program with what it is started with. The first word is its name or its path, without a `=` in it. */
export interface ProgramStart {
  readonly words: readonly string[];
  readonly workdir: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** What is entered: an enclosure's first process, and whether it has a network of its own. */
export interface Entrance {
  readonly firstPid: number;
  readonly ownsNetwork: boolean;
}

const SYSTEM_DIRS = ['/usr/sbin', '/usr/bin', '/sbin', '/bin'];
/** Where the programs are that an enclosure is made and entered with, which no build can write. */
export const SYSTEM_PATH = SYSTEM_DIRS.join(':');

/**
 * Variables by which a program is led to run code or read files that somebody else chose, before or while it
 * enters: the dynamic linker's, those of locales and messages, of memory and of name look-ups.
 */
const LEADING =
  /^(LD_|GLIBC_|GCONV_|GETCONF_|LOC|LANG|LC_|NLS|MALLOC_|TZ|TMPDIR$|TEXTDOMAIN|OUTPUT_CHARSET$|POSIXLY_CORRECT$|HOSTALIASES$|RES|NIS_)/;

/** The rights of root within the enclosure; those of others end when their first program starts. */
const ROOT_RIGHTS = ['--bounding-set=-all', '--inh-caps=-all', '--ambient-caps=-all'];

/**
 * The start of a program outside an enclosure that makes it run inside, as a child of `nsenter`, which waits
 * for it and ends as it does, by the same signal where it was one.
 *
 * Until the rights are gone, nothing that a build or a master has chosen may act: programs are named by their
 * whole paths, and variables that lead programs are set by the last of them.
 */
export function startInside(
  { firstPid, ownsNetwork }: Entrance,
  { words, workdir, environment }: ProgramStart,
): ProgramStart {
  const leading = Object.entries(environment).filter(([name]) => LEADING.test(name));
  const others = Object.entries(environment).filter(([name]) => !LEADING.test(name));
  return {
    words: [
      ...[systemProgram('nsenter'), '-t', `${firstPid}`, '-U', '-m', '-p', '-i', '-u'],
      ...(ownsNetwork ? ['-n'] : []),
      ...['--preserve-credentials', '--'],
      ...[systemProgram('setpriv'), '--no-new-privs'],
      ...(process.getuid?.() === 0 ? ROOT_RIGHTS : []),
      // Not by nsenter, which would go to the directory before it enters, and so stay outside.
      ...['--', systemProgram('env'), '-C', workdir],
      ...leading.map(([name, value]) => `${name}=${value}`),
      ...words,
    ],
    workdir: '/',
    environment: Object.fromEntries(others),
  };
}

/** The path of a program of the system. Where it is missing, its start will say so. */
export function systemProgram(name: string): string {
  const paths = SYSTEM_DIRS.map((directory) => join(directory, name));
  return paths.find((path) => existsSync(path)) ?? paths[1] ?? name;
}
