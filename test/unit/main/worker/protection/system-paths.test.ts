import { expect, it } from 'vitest';
import { systemPaths } from '../../../../../main/worker/protection/system-paths.ts';

it('shows guarded builds all of /etc, and those of root only a list of it', () => {
  expect(systemPaths('guarded', false)).toContain('/etc');
  expect(systemPaths('guarded', true)).not.toContain('/etc');
  expect(systemPaths('guarded', true)).toContain('/etc/resolv.conf');
});

it('shows strict builds less', () => {
  expect(systemPaths('strict', false)).not.toContain('/etc');
  expect(systemPaths('strict', false)).not.toContain('/opt');
});

it.each([
  ['guarded', true],
  ['guarded', false],
  ['strict', true],
] as const)('shows no place where secrets or sockets are: %s, root: %s', (level, isRoot) => {
  for (const path of ['/', '/home', '/root', '/run', '/var', '/tmp', '/etc/shadow', '/etc/ssh'])
    expect(systemPaths(level, isRoot)).not.toContain(path);
});
