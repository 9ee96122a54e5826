import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { onlyOn } from '../../../support/only-on.ts';

/** Reports what goes wrong as the app does; prints on what is lost, then notes how much went wrong. */
const PROGRAM = `
const { outliveOutput } = await import(process.argv[1]);
const { writeFileSync } = await import('node:fs');
if (process.argv[2] === 'outlives') outliveOutput();
let failures = 0;
process.on('uncaughtException', (error) => {
  failures += 1;
  if (failures < 100) console.error(error);
});
for (let line = 0; line < 5; line += 1) {
  console.warn('line', line);
  console.log('line', line);
  await new Promise((later) => setImmediate(later));
}
writeFileSync(3, String(failures));
`;

/** How often an uncaught exception was handled in a program whose output is on a full disk. */
function failuresOf(how: 'outlives' | 'does not'): number {
  const module = join(import.meta.dirname, '../../../../main/app/outlive-output.ts');
  const script = 'exec "$0" "$@" 3>&1 >/dev/full 2>/dev/full';
  const node = [process.execPath, '--experimental-strip-types', '--input-type=module'];
  const args = ['-c', script, ...node, '-e', PROGRAM, module, how];
  return Number(execFileSync('/bin/sh', args, { encoding: 'utf8' }));
}

it(
  'an output that cannot be written loses what is printed, and is no failure to report on it',
  onlyOn('linux', 'only Linux has /dev/full'),
  () => {
    expect(failuresOf('does not')).toBeGreaterThanOrEqual(100);
    expect(failuresOf('outlives')).toBe(0);
  },
);
