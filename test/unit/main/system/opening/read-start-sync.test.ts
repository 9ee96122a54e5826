import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readStartSync } from '../../../../../main/system/opening/read-start-sync.ts';
import { notOn } from '../../../../support/only-on.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

it.each([
  [2, 'co'],
  [7, 'content'],
  [9, 'content'],
])('reads %d bytes at most, by a link too', (most, text) => {
  writeFileSync(basedir.at('file'), 'content');
  symlinkSync('file', basedir.at('link'));
  const { bytes, fileBytes } = readStartSync(Buffer.from(basedir.at('link')), most);
  expect([bytes.toString(), fileBytes]).toEqual([text, 7]);
});

it(
  'refuses what is no file, and waits for nobody',
  notOn('win32', 'Windows has no named pipes in folders'),
  () => {
    mkdirSync(basedir.at('dir'));
    execFileSync('mkfifo', [basedir.at('pipe')]);
    for (const path of [basedir.at('dir'), basedir.at('pipe'), '/dev/null'])
      expect(() => readStartSync(path, 9)).toThrow('no regular file');
    expect(() => readStartSync(basedir.at('missing'), 9)).toThrow('ENOENT');
  },
);
