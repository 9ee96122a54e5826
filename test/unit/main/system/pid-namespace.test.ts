import { execFileSync } from 'node:child_process';
import { readlinkSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pidNamespace } from '../../../../main/system/pid-namespace.ts';
import { notOn, onlyOn } from '../../../support/only-on.ts';

it(
  'is that of a process beside this one, and names it by its number',
  onlyOn('linux', 'only Linux has namespaces'),
  () => {
    const beside = execFileSync('readlink', ['/proc/self/ns/pid'], { encoding: 'utf8' }).trim();
    expect(pidNamespace()).toBe(beside);
    expect(pidNamespace()).toMatch(/^pid:\[\d+\]$/);
  },
);

it('is no other kind of namespace', onlyOn('linux', 'only Linux has namespaces'), () => {
  expect(pidNamespace()).not.toBe(readlinkSync('/proc/self/ns/net'));
});

it('is unknown where the system has none', notOn('linux', 'Linux has namespaces'), () => {
  expect(pidNamespace()).toBe('unknown');
});
