import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { win32 } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { argv } from '../../../../../../main/worker/process/run-process-for-command.ts';
import {
  batchQuote,
  windowsStartOf,
} from '../../../../../../main/worker/process/spawn/windows-start-of.ts';

// Paths are those of Windows, the files are made here.
vi.mock('node:path', async (original) => ({
  ...(await original<typeof import('node:path')>()),
  isAbsolute: (path: string) => win32.isAbsolute(path),
}));

describe('a command line on Windows', () => {
  it('is started by itself when it names an .exe with its whole path', async () => {
    const start = await windowsStartOf(argv('C:\\tools\\MAKE.EXE', 'a b', '%x%'), 'utf-8');
    expect(start.words).toEqual(['C:\\tools\\MAKE.EXE', 'a b', '%x%']);
    await start.cleanUp();
  });

  it.each([
    [argv('make.exe', 'a b'), 'make.exe ^"a b^"'],
    [argv('C:\\tools\\build.cmd'), 'C:\\tools\\build.cmd'],
    [{ kind: 'text', text: 'dir & echo %PATH%' } as const, 'dir & echo %PATH%'],
  ])('is written into a batch file else, which is removed: %#', async (commandLine, line) => {
    const { words, cleanUp } = await windowsStartOf(commandLine, 'utf-8');
    const path = words.at(-1) ?? '';
    expect(words).toContain('/c');
    expect(path).toMatch(/\.bat$/);
    expect(await readFile(path, 'utf8')).toContain(line);
    await cleanUp();
    await cleanUp();
    expect(existsSync(path)).toBe(false);
  });

  it('is in the encoding of the worker', async () => {
    const { words, cleanUp } = await windowsStartOf(argv('grün'), 'latin-1');
    expect(await readFile(words.at(-1) ?? '', 'latin1')).toContain('grün');
    await cleanUp();
  });
});

describe('words of a batch file', () => {
  it.each([
    [['plain', 'a b', ''], 'plain "a b" ""'],
    [['50%'], '50%%'],
    [['a&b', '<x>', '(y)', '^', '|', '@'], 'a^&b ^<x^> ^(y^) ^^ ^| ^@'],
    [['C:\\dir\\'], 'C:\\dir\\\\'],
    [['say "hi"'], '^"say \\^"hi\\^"^"'],
    [['a\\"b'], '^"a\\\\\\^"b^"'],
  ])('%j are quoted', (words, expected) => {
    const quoted = batchQuote(words);
    // Quotes are escaped like every other sign of the shell.
    expect(quoted.replaceAll('^"', '"')).toBe(expected.replaceAll('^"', '"'));
  });
});
