import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { onlyOn } from '../../../../support/only-on.ts';

const ON_LINUX = onlyOn('linux', 'only Linux shows processes as files');
const SYSTEM = new URL('../../../../../main/system/', import.meta.url).pathname;

/** Takes every descriptor, then looks at what runs. */
const PROGRAM = `
import { openSync } from 'node:fs';
import { startEnvironmentOf } from '${SYSTEM}start-environment-of.ts';
import { environmentVariableOf } from '${SYSTEM}environment-variable-of.ts';
import { findProcess } from '${SYSTEM}process-table.ts';
import { openFileLimitOf } from '${SYSTEM}descriptors/open-file-limit.ts';
const entry = findProcess(process.pid);
try { for (;;) openSync('/dev/null', 'r'); } catch {}
const seen = [
  startEnvironmentOf(entry)?.includes('SEEN=yes'),
  environmentVariableOf(process.pid, 'SEEN'),
  findProcess(process.pid)?.startedAt === entry.startedAt,
  openFileLimitOf()?.soft,
];
process.stdout.write(JSON.stringify(seen));
`;

it('every look at a process works when no descriptor is left', ON_LINUX, () => {
  const words = ['--experimental-strip-types', '--no-warnings', '--input-type=module', '-e'];
  // Node raises its soft limit to the hard one.
  const script = 'ulimit -n 64; exec "$0" "$@"';
  const seen = execFileSync('/bin/sh', ['-c', script, process.execPath, ...words, PROGRAM], {
    encoding: 'utf8',
    env: { SEEN: 'yes' },
  });
  expect(JSON.parse(seen)).toEqual([true, 'yes', true, 64]);
});
