import { execFileSync } from 'node:child_process';
import { readlinkSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pidNamespace } from '../../../../main/system/pid-namespace.ts';

const isLinux = process.platform === 'linux';

it.runIf(isLinux)('is that of a process beside this one, and names it by its number', () => {
  const beside = execFileSync('readlink', ['/proc/self/ns/pid'], { encoding: 'utf8' }).trim();
  expect(pidNamespace()).toBe(beside);
  expect(pidNamespace()).toMatch(/^pid:\[\d+\]$/);
});

it.runIf(isLinux)('is no other kind of namespace', () => {
  expect(pidNamespace()).not.toBe(readlinkSync('/proc/self/ns/net'));
});

it.skipIf(isLinux)('is unknown where the system has none', () => {
  expect(pidNamespace()).toBe('unknown');
});
