import { expect, it } from 'vitest';
import { bwrapArguments } from '../../../../../main/worker/protection/bwrap-arguments.ts';
import type { Mount } from '../../../../../main/worker/protection/file-view.ts';

const VIEW: readonly Mount[] = [
  { kind: 'link', at: '/bin', target: 'usr/bin' },
  { kind: 'memory', at: '/dev', mode: 0o755, isFixed: true },
  { kind: 'device', at: '/dev/null', from: '/dev/null' },
  { kind: 'directory', at: '/dev/pts' },
  { kind: 'processes', at: '/proc' },
  { kind: 'memory', at: '/tmp', mode: 0o1777, isFixed: false },
  { kind: 'read-only', at: '/usr', from: '/usr' },
  { kind: 'writable', at: '/w/linux', from: '/data/linux' },
];

it('makes the mounts in the order of the view', () => {
  const words = bwrapArguments('guarded', VIEW, 3).join(' ');
  expect(words).toContain(
    [
      '--symlink usr/bin /bin --perms 755 --tmpfs /dev --dev-bind /dev/null /dev/null --dir /dev/pts',
      '--proc /proc --perms 1777 --tmpfs /tmp --ro-bind /usr /usr --bind /data/linux /w/linux',
    ].join(' '),
  );
});

it('lets nothing be made where that is fixed, nor beside the view', () => {
  const words = bwrapArguments('guarded', VIEW, 3).join(' ');
  expect(words).toContain('--remount-ro /dev --remount-ro / --info-fd 3');
  expect(words).not.toContain('--remount-ro /tmp');
});

it.each(['guarded', 'strict'] as const)('always has namespaces of its own: %s', (level) => {
  const words = bwrapArguments(level, VIEW, 3);
  for (const one of ['user', 'pid', 'ipc', 'uts']) expect(words).toContain(`--unshare-${one}`);
  expect(words).toContain('--die-with-parent');
  expect(words.includes('--unshare-net')).toBe(level === 'strict');
});
