import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { environmentVariableOf } from '../../../../main/system/environment-variable-of.ts';
import { onlyOn } from '../../../support/only-on.ts';

// Only Linux lets us read the environment of other processes cheaply.
it(
  'reads what a process was started with',
  onlyOn('linux', 'only Linux shows the environment of another process'),
  async () => {
    const code = "console.log('up'); setInterval(() => {}, 60_000)";
    const child = spawn(process.execPath, ['-e', code], { env: { A: '1=2', AB: '3' } });
    await once(child.stdout, 'data');
    const pid = child.pid ?? 0;
    const found = ['A', 'AB', 'B'].map((name) => environmentVariableOf(pid, name));
    expect(found).toEqual(['1=2', '3', undefined]);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(environmentVariableOf(pid, 'A')).toBe(undefined);
  },
);
