import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { onlyOn } from '../../../support/only-on.ts';

const SOURCE = `${process.cwd()}/main/system/restore-open-file-limit.ts`;

/** What a process prints that has restored its limit, under a shell with a limit of its own. */
function restoredUnder(path: string): string {
  const script = `import(${JSON.stringify(SOURCE)}).then(async ({ restoreOpenFileLimit }) => {
    console.log(await restoreOpenFileLimit());
    console.log(require('node:child_process').execSync('ulimit -S -n', { env: {} }).toString().trim());
  })`;
  const shell = `ulimit -S -n 700; "$NODE" --experimental-strip-types --no-warnings -e "$SCRIPT"; true`;
  return execFileSync('/bin/sh', ['-c', shell], {
    encoding: 'utf8',
    env: { PATH: path, NODE: process.execPath, SCRIPT: script },
  });
}

const onLinux = onlyOn('linux', 'only Linux shows limits under /proc');

it('a process gets the soft limit back that Node has raised', onLinux, () => {
  expect(restoredUnder(process.env.PATH ?? '')).toBe('undefined\n700\n');
});

it('a system without the program for it leaves a sentence for the log', onLinux, () => {
  expect(restoredUnder('/nowhere')).toMatch(
    /^builds may open \d+ files and not 700 as they should: spawn prlimit ENOENT\n/,
  );
});
