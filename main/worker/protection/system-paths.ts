import type { ProtectionLevel } from './protection-level.ts';

/** Programs, libraries, and what belongs to them. */
const PROGRAMS = ['/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32', '/usr', '/nix', '/gnu'];
/** What builds ask about the machine: how many processors there are. */
const MACHINE = ['/sys/devices/system/cpu', '/sys/devices/system/node'];
/** What guarded builds see besides: more programs, and the lists of what is installed. */
const MORE = ['/opt', '/snap', '/var/lib/dpkg', '/var/lib/rpm', '/var/cache/fontconfig'];
const CONFIGURATION = '/etc';
/** What programs need of the system's configuration, none of which is a secret on any system. */
const NEEDED_CONFIGURATION = [
  ...['alternatives', 'bash.bashrc', 'bashrc', 'ca-certificates', 'ca-certificates.conf'],
  ...['crypto-policies', 'debian_version', 'default/locale', 'environment', 'fedora-release'],
  ...['fonts', 'gai.conf', 'gitconfig', 'group', 'host.conf', 'hostname', 'hosts', 'inputrc'],
  ...['java', 'ld.so.cache', 'ld.so.conf', 'ld.so.conf.d', 'locale.alias', 'locale.conf'],
  ...[
    'localtime',
    'login.defs',
    'lsb-release',
    'machine-info',
    'magic',
    'mime.types',
    'nsswitch.conf',
  ],
  ...[
    'os-release',
    'passwd',
    'perl',
    'pki/ca-trust',
    'pki/tls/cert.pem',
    'pki/tls/certs',
    'profile',
  ],
  ...['profile.d', 'protocols', 'python3', 'redhat-release', 'resolv.conf', 'rpc', 'services'],
  ...['shells', 'ssl/cert.pem', 'ssl/certs', 'ssl/openssl.cnf', 'static', 'terminfo', 'timezone'],
  ...['xml'],
].map((name) => `${CONFIGURATION}/${name}`);

/**
 * Where the kernel is set and looked into, beside the processes. To root, and so to builds of a worker that
 * runs as root, their permissions refuse nothing; bubblewrap does not cover all of them.
 */
export const KERNEL_READ_ONLY = [
  ...['acpi', 'asound', 'bus', 'driver', 'fs', 'irq', 'mtrr', 'scsi', 'sys', 'sysrq-trigger'],
].map((name) => `/proc/${name}`);
export const KERNEL_HIDDEN = [
  ...['kcore', 'key-users', 'keys', 'latency_stats', 'sched_debug', 'timer_list'],
].map((name) => `/proc/${name}`);

/**
 * Which paths of the system a protected build sees, read-only, where they exist. What is not listed does not
 * exist for it.
 *
 * `isRoot`: to root the permissions of `/etc` hide nothing, so that builds see only what they need of it.
 */
export function systemPaths(level: ProtectionLevel, isRoot: boolean): readonly string[] {
  if (level === 'strict') return [...PROGRAMS, ...MACHINE, ...NEEDED_CONFIGURATION];
  const configuration = isRoot ? NEEDED_CONFIGURATION : [CONFIGURATION];
  return [...PROGRAMS, ...MACHINE, ...MORE, ...configuration];
}
