import { isInside } from '../../system/opening/is-inside.ts';

/** Something that a protected build finds at an absolute path, whatever this machine has there. */
export type Mount =
  /** `from`: what of this machine it is. */
  | {
      readonly kind: 'read-only' | 'writable' | 'device';
      readonly at: string;
      readonly from: string;
    }
  | { readonly kind: 'link'; readonly at: string; readonly target: string }
  | { readonly kind: 'directory' | 'processes'; readonly at: string }
  /** Files in memory, which end with the build. `isFixed`: nothing can be made there. */
  | {
      readonly kind: 'memory';
      readonly at: string;
      readonly mode: number;
      readonly isFixed: boolean;
    };

/** An entry of this machine's file system: a link with its target, or anything else. */
export interface Entry {
  readonly path: string;
  /** Undefined for what is no link. */
  readonly target: string | undefined;
}

/** What of this machine a view is made of. */
export interface ViewFacts {
  /** As the worker has it, which may lead through links. */
  readonly basedir: string;
  /** What is in it and belongs to builds. */
  readonly buildEntries: readonly Entry[];
  /** Of `systemPaths`, those that exist. */
  readonly systemEntries: readonly Entry[];
  /** Of what the kernel has under `/proc`, what builds may read, and what they may not. */
  readonly kernel: { readonly readable: readonly Entry[]; readonly hidden: readonly Entry[] };
  /** Where `/etc/resolv.conf` leads to, outside `/etc`; undefined where it does not. */
  readonly resolverPath: string | undefined;
  readonly added: readonly AddedPath[];
  /** The directory of this machine that builds have for a home, and where they find it. */
  readonly home: { readonly from: string; readonly at: string };
  /** A file like `/etc/passwd` that has this home. */
  readonly passwdPath: string;
}

/** A path that the worker's owner lets protected builds see. */
export interface AddedPath {
  readonly path: string;
  readonly isWritable: boolean;
}

const ANYBODY = 0o1777;
const OWNER_ALONE = 0o755;
const DEVICES = ['null', 'zero', 'full', 'random', 'urandom', 'tty'];
const DEVICE_LINKS = [
  ['fd', '/proc/self/fd'],
  ['stdin', '/proc/self/fd/0'],
  ['stdout', '/proc/self/fd/1'],
  ['stderr', '/proc/self/fd/2'],
  ['ptmx', 'pts/ptmx'],
] as const;
/** Where builds keep files for as long as they last; each build has its own. */
const TEMPORARY = ['/tmp', '/var/tmp', '/dev/shm'];
/** What an added path must not cover: all of it is the view's own. */
const KEPT = ['/proc', '/dev'];

/**
 * The file system of a protected build: what is not in it does not exist for the build. Parents come before
 * what is below them.
 *
 * The base directory shows what belongs to builds, each entry by itself: a file of the worker's that was
 * only covered would come to light as soon as the worker replaces it.
 */
export function fileViewFrom(facts: ViewFacts): readonly Mount[] {
  const { basedir, home, passwdPath, resolverPath } = facts;
  const mounts: readonly Mount[] = [
    ...facts.systemEntries.map(readOnly),
    ...(resolverPath === undefined ? [] : [readOnly({ path: resolverPath, target: undefined })]),
    ...(facts.systemEntries.some(({ path }) => isInside(path, '/etc/passwd'))
      ? [{ kind: 'read-only', at: '/etc/passwd', from: passwdPath } as const]
      : []),
    ...deviceMounts(),
    { kind: 'processes', at: '/proc' },
    ...facts.kernel.readable.filter(isNoLink).map(readOnly),
    ...facts.kernel.hidden.map(
      ({ path }) => ({ kind: 'device', at: path, from: '/dev/null' }) as const,
    ),
    ...TEMPORARY.map((at) => ({ kind: 'memory', at, mode: ANYBODY, isFixed: false }) as const),
    ...facts.added.filter((added) => isAllowed(added, basedir)).map(addedMount),
    { kind: 'memory', at: basedir, mode: OWNER_ALONE, isFixed: true },
    ...facts.buildEntries.map(writable),
    { kind: 'writable', at: home.at, from: home.from },
  ];
  return [...lastOfEach(mounts)].sort((a, b) => compareAsParts(a.at, b.at));
}

/**
 * Where a path of the view leads: to a file of this machine (`here`), into files in memory that only the
 * build sees, or to nothing that exists for the build.
 */
export function placeIn(view: readonly Mount[], path: string): 'here' | 'in-memory' | 'nowhere' {
  const holding = view.filter(({ at }) => isInside(at, path)).at(-1);
  if (holding?.kind === 'memory' && !holding.isFixed) return 'in-memory';
  if (holding !== undefined && 'from' in holding) return 'here';
  // A path of this machine that the view has under another name.
  const isNamedElse = (mount: Mount): boolean =>
    'from' in mount && mount.from !== mount.at && isInside(mount.from, path);
  return view.some(isNamedElse) ? 'here' : 'nowhere';
}

function deviceMounts(): readonly Mount[] {
  return [
    { kind: 'memory', at: '/dev', mode: OWNER_ALONE, isFixed: true },
    ...DEVICES.map(
      (name) => ({ kind: 'device', at: `/dev/${name}`, from: `/dev/${name}` }) as const,
    ),
    ...DEVICE_LINKS.map(
      ([name, target]) => ({ kind: 'link', at: `/dev/${name}`, target }) as const,
    ),
    { kind: 'directory', at: '/dev/pts' },
  ];
}

function isNoLink({ target }: Entry): boolean {
  return target === undefined;
}

/** A link stays a link: it leads only to what the view has. */
function readOnly({ path, target }: Entry): Mount {
  return target === undefined
    ? { kind: 'read-only', at: path, from: path }
    : { kind: 'link', at: path, target };
}

function writable({ path, target }: Entry): Mount {
  return target === undefined
    ? { kind: 'writable', at: path, from: path }
    : { kind: 'link', at: path, target };
}

function addedMount({ path, isWritable }: AddedPath): Mount {
  return { kind: isWritable ? 'writable' : 'read-only', at: path, from: path };
}

function isAllowed({ path }: AddedPath, basedir: string): boolean {
  return path !== '/' && !isInside(basedir, path) && !KEPT.some((kept) => isInside(kept, path));
}

/** What comes later replaces what is at the same path. */
function lastOfEach(mounts: readonly Mount[]): Iterable<Mount> {
  return new Map(mounts.map((mount) => [mount.at, mount])).values();
}

function compareAsParts(a: string, b: string): number {
  const [left, right] = [a, b].map((path) => path.split('/').join('\0'));
  return (left ?? '') < (right ?? '') ? -1 : 1;
}
