import type { Mount } from './file-view.ts';
import type { ProtectionLevel } from './protection-level.ts';

/** Where what starts the enclosure finds the limit of user namespaces; covered before any build runs. */
export const LIMITS_DIR = '/run/buildtray-limits';

/**
 * Namespaces of its own for users, processes and shared memory; nobody but the worker can reach in. Rights
 * are what `HOLDER_SCRIPT` needs to end its work; builds have none.
 */
const ALWAYS = [
  '--unshare-user',
  '--unshare-pid',
  '--unshare-ipc',
  '--unshare-uts',
  '--unshare-cgroup-try',
  '--die-with-parent',
  '--cap-drop',
  'ALL',
  '--cap-add',
  'CAP_SYS_ADMIN',
  '--cap-add',
  'CAP_SYS_RESOURCE',
];

/** The options of `bwrap` that make a view. `infoFd`: gets the number of its first process. */
export function bwrapArguments(
  level: ProtectionLevel,
  view: readonly Mount[],
  infoFd: number,
): readonly string[] {
  const fixed = view.flatMap((mount) =>
    mount.kind === 'memory' && mount.isFixed ? ['--remount-ro', mount.at] : [],
  );
  return [
    ...ALWAYS,
    // Without one there is no network at all but a loopback of its own.
    ...(level === 'strict' ? ['--unshare-net'] : []),
    ...view.flatMap(argumentsOf),
    ...['--bind', '/proc/sys/user', LIMITS_DIR],
    ...fixed,
    ...['--remount-ro', '/'],
    ...['--info-fd', `${infoFd}`],
  ];
}

function argumentsOf(mount: Mount): readonly string[] {
  switch (mount.kind) {
    case 'read-only':
      return ['--ro-bind', mount.from, mount.at];
    case 'writable':
      return ['--bind', mount.from, mount.at];
    case 'device':
      return ['--dev-bind', mount.from, mount.at];
    case 'link':
      return ['--symlink', mount.target, mount.at];
    case 'directory':
      return ['--dir', mount.at];
    case 'processes':
      return ['--proc', mount.at];
    case 'memory':
      return ['--perms', mount.mode.toString(8), '--tmpfs', mount.at];
  }
}
