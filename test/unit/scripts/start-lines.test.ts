import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { withStartLines } from '../../../scripts/build/start-lines.mjs';
import { onlyOn } from '../../support/only-on.ts';
import { temporaryBasedir } from '../../support/temporary-basedir.ts';

const PROGRAM =
  '#!/usr/bin/env node\nconsole.log(process.env.BUILDTRAY_STARTED_WITH, process.argv.length);\n';
const temporary = temporaryBasedir();

it('the command line reports to Node what a shell sees', onlyOn('linux', 'reads /proc'), () => {
  const file = temporary.at('buildtray.mjs');
  fs.writeFileSync(file, withStartLines(PROGRAM), { mode: 0o755 });
  const env = { PATH: `${path.dirname(process.execPath)}:${process.env.PATH}` };
  const shell = `trap '' HUP; ulimit -S -n 321; exec "${file}" 'a b' ''`;
  const printed = execFileSync('/bin/sh', ['-c', shell], { env, encoding: 'utf8' });
  expect(printed).toMatch(/^\d+ 321 0*1 4\n$/);
});

it('the command line still runs by Node alone', () => {
  const file = temporary.at('buildtray.mjs');
  fs.writeFileSync(file, withStartLines(PROGRAM));
  const printed = execFileSync(process.execPath, [file], { env: {}, encoding: 'utf8' });
  expect(printed).toBe('undefined 2\n');
});

it('Windows, which has no such shell, keeps the line for Node', () => {
  expect(withStartLines(PROGRAM, 'win32')).toBe(PROGRAM);
  expect(() => withStartLines('console.log(1)')).toThrow('does not begin');
});
