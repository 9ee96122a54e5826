import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { programFor } from '../../../../../../main/worker/process/spawn/program-for.ts';
import { temporaryBasedir } from '../../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

function put(name: string, mode: number, contents = '#!/bin/sh\n'): void {
  const [directory] = name.split('/', 1);
  if (directory && name.includes('/')) mkdirSync(basedir.at(directory), { recursive: true });
  writeFileSync(basedir.at(name), contents, { mode });
}

function found(file: string, path?: string): string {
  const environment: Record<string, string> = path === undefined ? {} : { PATH: path };
  try {
    return programFor({ file, environment, workdir: basedir.path });
  } catch (error) {
    return error instanceof Error ? `refused: ${error.message}` : 'broken';
  }
}

describe('a program', () => {
  it('stays as it was named where the system finds it itself', () => {
    put('one/tool', 0o755);
    expect(found('tool', 'nowhere:one')).toBe('tool');
    expect(found('one/tool')).toBe('one/tool');
    expect(found('sh')).toBe('sh');
  });

  it('is the first in PATH that can be run', () => {
    put('text/tool', 0o755, 'echo');
    put('good/tool', 0o755);
    expect(found('tool', 'text:good')).toBe(basedir.at('good/tool'));
  });

  it('is passed over where it may not be run, as the system does itself', () => {
    put('plain/tool', 0o644);
    put('good/tool', 0o755);
    expect(found('tool', 'plain:good')).toBe('tool');
  });

  it('is refused with the first reason that is more than its absence', () => {
    put('text/tool', 0o755, 'echo');
    put('plain/tool', 0o644);
    expect(found('tool', 'nowhere')).toBe('refused: tool: No such file or directory');
    expect(found('tool', 'nowhere:plain:text')).toBe('refused: tool: Permission denied');
    expect(found('tool', 'text:plain')).toBe('refused: tool: Exec format error');
    expect(found('./text')).toBe('refused: ./text: Permission denied');
  });

  it('is not looked for where there is no workdir', () => {
    put('file', 0o644);
    const refusal = (workdir: string): (() => string) => {
      return () => programFor({ file: 'sh', environment: {}, workdir });
    };
    expect(refusal(basedir.at('missing'))).toThrow('missing: No such file or directory');
    expect(refusal(basedir.at('file'))).toThrow('file: Not a directory');
  });
});
