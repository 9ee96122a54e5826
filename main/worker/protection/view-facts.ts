import { lstat, mkdir, readdir, readlink, realpath } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { codeOf } from '../../lib/message-of.ts';
import {
  HOME_DIRNAME,
  HOMES_DIRNAME,
  isOwnEntry,
  PASSWD_FILENAME,
} from '../../system/base-directory-files.ts';
import { isInside } from '../../system/opening/is-inside.ts';
import { readWhole } from '../../system/opening/read-whole.ts';
import { replaceFile } from '../../system/writing/replace-file.ts';
import { addedPathsFrom } from './added-paths.ts';
import type { Entry, ViewFacts } from './file-view.ts';
import { passwdWithHome } from './passwd-with-home.ts';
import type { ProtectionLevel, ProtectionSettings } from './protection-level.ts';
import { KERNEL_HIDDEN, KERNEL_READ_ONLY, systemPaths } from './system-paths.ts';

/** Whose builds a view is for. */
export interface ViewOwner {
  readonly basedir: string;
  /** Absolute path of the builder's directory. */
  readonly builddir: string;
  readonly level: ProtectionLevel;
  readonly settings: Pick<ProtectionSettings, 'protectionPaths'>;
}

const CONFIGURATION = '/etc';
const RESOLVER = `${CONFIGURATION}/resolv.conf`;

/** A list of users that is longer is taken for none. */
const MOST_PASSWD_BYTES = 4 * 1024 * 1024;

/** Where protected builds find their home: inside and outside the same name, so that people find it, too. */
export function homeAt(basedir: string): string {
  return join(basedir, HOME_DIRNAME);
}

/**
 * Looks at what of this machine a view is to have, and makes the home of builds where it is missing.
 *
 * Errors: rejects as the system calls do, for a base directory that cannot be read or written.
 */
export async function viewFacts(owner: ViewOwner): Promise<ViewFacts> {
  const { basedir, level, settings } = owner;
  const home = { at: homeAt(basedir), from: await madeHome(owner) };
  return {
    basedir,
    home,
    buildEntries: await buildEntriesIn(basedir),
    ...(await systemFacts(level)),
    resolverPath: await resolverPath(),
    added: await presentOf(addedPathsFrom(settings.protectionPaths)),
    passwdPath: await madePasswd(basedir, home.at),
  };
}

/** What a level shows of the system, as far as this machine has it. */
export async function systemFacts(
  level: ProtectionLevel,
): Promise<Pick<ViewFacts, 'systemEntries' | 'kernel'>> {
  return {
    systemEntries: await existing(systemPaths(level, process.getuid?.() === 0)),
    kernel: {
      readable: await existing(KERNEL_READ_ONLY),
      hidden: await existing(KERNEL_HIDDEN),
    },
  };
}

/** Each builder of a strict worker has one of its own. */
async function madeHome({ basedir, builddir, level }: ViewOwner): Promise<string> {
  // What the view puts there has to be somewhere.
  const shared = await made(homeAt(basedir));
  if (level !== 'strict') return shared;
  const homes = await made(join(basedir, HOMES_DIRNAME));
  return made(join(homes, nameOf(builddir, basedir)));
}

/** Not with its parents: a base directory that is gone stays gone. */
async function made(path: string): Promise<string> {
  await mkdir(path, { mode: 0o700 }).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error;
  });
  return path;
}

/** A builder's directory may be several names deep. */
function nameOf(builddir: string, basedir: string): string {
  return encodeURIComponent(builddir.slice(basedir.length + 1)) || 'worker';
}

async function buildEntriesIn(basedir: string): Promise<readonly Entry[]> {
  const names = await readdir(basedir);
  return existing(names.filter((name) => !isOwnEntry(name)).map((name) => join(basedir, name)));
}

async function existing(paths: readonly string[]): Promise<readonly Entry[]> {
  const entries = await Promise.all(paths.map(entryAt));
  return entries.filter((entry) => entry !== undefined);
}

/** What is neither a link, a directory nor a file (a pipe, a socket, a device) is left out. */
async function entryAt(path: string): Promise<Entry | undefined> {
  const stats = await lstat(path).catch(() => undefined);
  if (stats?.isSymbolicLink()) return { path, target: await readlink(path) };
  return stats?.isDirectory() || stats?.isFile() ? { path, target: undefined } : undefined;
}

/** Those at whose paths there is something, whatever it is. */
async function presentOf<T extends { readonly path: string }>(
  all: readonly T[],
): Promise<readonly T[]> {
  const found = await Promise.all(all.map(({ path }) => lstat(path).catch(() => undefined)));
  return all.filter((_each, index) => found[index] !== undefined);
}

async function resolverPath(): Promise<string | undefined> {
  const real = await realpath(RESOLVER).catch(() => undefined);
  return real === undefined || isInside(CONFIGURATION, real) ? undefined : real;
}

/** For programs that ask the system for their user's home instead of the environment. */
async function madePasswd(basedir: string, home: string): Promise<string> {
  const path = join(basedir, PASSWD_FILENAME);
  const system = await textOf('/etc/passwd');
  const { uid, gid, username, shell } = userInfo();
  const text = passwdWithHome(system, {
    uid,
    gid,
    name: username,
    shell: shell ?? '/bin/sh',
    home,
  });
  if ((await textOf(path)) !== text)
    await replaceFile(path, text, { newMode: 0o644, atLink: 'replace-link' });
  return path;
}

/** Empty where it cannot be read. */
async function textOf(path: string): Promise<string> {
  return readWhole(path, MOST_PASSWD_BYTES).then(String, () => '');
}
