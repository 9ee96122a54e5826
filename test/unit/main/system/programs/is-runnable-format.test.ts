import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isRunnableFormat } from '../../../../../main/system/programs/is-runnable-format.ts';
import { onlyOn } from '../../../../support/only-on.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

function isRunnable(contents: string | Buffer): boolean {
  writeFileSync(basedir.at('file'), contents);
  return isRunnableFormat(basedir.at('file'), basedir.path);
}

describe('what the kernel runs itself', onlyOn('linux', 'only Linux has these formats'), () => {
  it('is a program of this processor', () => {
    expect(isRunnableFormat(process.execPath, basedir.path)).toBe(true);
    expect(isRunnableFormat('/bin/sh', basedir.path)).toBe(true);
  });

  it('is a script whose interpreter can be run, or is missing, which is another failure', () => {
    expect(isRunnable('#!/bin/sh\n')).toBe(true);
    expect(isRunnable('#!  /usr/bin/env node\n')).toBe(true);
    expect(isRunnable('#!/no/such/interpreter\n')).toBe(true);
  });

  it('is no text, no archive, no empty file, and no script without an interpreter', () => {
    for (const contents of ['', 'echo', '!<arch>\n', '#!\n', '#! \n/bin/sh', 'PK\x03\x04']) {
      expect(isRunnable(contents)).toBe(false);
    }
  });

  it('is a script whose interpreter it finds from where the script is to run', () => {
    writeFileSync(basedir.at('text'), 'echo');
    expect(isRunnable('#!./text\n')).toBe(false);
    expect(isRunnable('#!text -x\n')).toBe(false);
    writeFileSync(basedir.at('text'), '#!/bin/sh\n');
    expect(isRunnable('#!text -x\n')).toBe(true);
  });

  it('is no script that interprets itself for ever', () => {
    expect(isRunnable(`#!${basedir.at('file')}\n`)).toBe(false);
  });

  it('is no program that is cut off, broken, or of another processor', () => {
    const program = readFileSync('/bin/true');
    const changed = (at: number, value: number): Buffer => {
      const copy = Buffer.from(program);
      copy.writeUInt16LE(value, at);
      return copy;
    };
    const machine = 18;
    const type = 16;
    const segments = 56;
    expect(isRunnable(program)).toBe(true);
    expect(isRunnable(program.subarray(0, 40))).toBe(false);
    expect(isRunnable(program.subarray(0, 100))).toBe(false);
    expect(isRunnable(changed(machine, 0x1234))).toBe(false);
    expect(isRunnable(changed(type, 1))).toBe(false);
    expect(isRunnable(changed(segments, 0))).toBe(false);
  });

  it('is left to the system where the file cannot be read', () => {
    expect(isRunnableFormat(basedir.at('missing'), basedir.path)).toBe(true);
    writeFileSync(basedir.at('secret'), 'echo');
    chmodSync(basedir.at('secret'), 0o111);
    const isRoot = process.getuid?.() === 0;
    expect(isRunnableFormat(basedir.at('secret'), basedir.path)).toBe(!isRoot);
  });
});
