import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../../../../main/lib/clock.ts';
import type { CommandLine } from '../../../../../../main/worker/process/process-request.ts';
import { argv } from '../../../../../../main/worker/process/run-process-for-command.ts';
import {
  type CommandChildOptions,
  spawnChild,
} from '../../../../../../main/worker/process/spawn/spawn-child.ts';
import { onlyOn } from '../../../../../support/only-on.ts';
import { temporaryBasedir } from '../../../../../support/temporary-basedir.ts';
import { waitFor } from '../../../../../support/wait-for.ts';

const basedir = temporaryBasedir();
const text = (line: string): CommandLine => ({ kind: 'text', text: line });

async function start(commandLine: CommandLine, changes: Partial<CommandChildOptions> = {}) {
  const printed: Buffer[] = [];
  const started = await spawnChild(commandLine, {
    usesPty: false,
    unicodeEncoding: 'utf-8',
    environment: { PATH: process.env.PATH ?? '' },
    workdir: basedir.path,
    stdin: undefined,
    terms: { clock: systemClock, isRequired: () => true, report: () => {} },
    onOutput: (_stream, bytes) => void printed.push(Buffer.from(bytes)),
    ...changes,
  });
  return { ...started, output: () => Buffer.concat(printed) };
}

async function outputOf(...args: Parameters<typeof start>): Promise<string> {
  const { child, output } = await start(...args);
  await child.ended;
  return output().toString('latin1');
}

describe('a command line', () => {
  it('of text is one for the shell, and of words is none', async () => {
    expect(await outputOf(text('echo $((1+1)) "$0"'))).toBe('2 /bin/sh\n');
    expect(await outputOf(argv('printf', '%s|', '$((1+1))', 'a b', ''))).toBe('$((1+1))|a b||');
  });

  it('is run on a terminal where that is asked for', async () => {
    const line = text('test -t 1 && echo terminal || echo pipe');
    expect([await outputOf(line), await outputOf(line, { usesPty: true })]).toEqual([
      'pipe\n',
      'terminal\r\n',
    ]);
  });

  it('is in the encoding of the worker', async () => {
    expect(await outputOf(argv('printf', 'ü'), { unicodeEncoding: 'latin-1' })).toBe('\xfc');
    expect(await outputOf(argv('printf', 'ü'))).toBe('\xc3\xbc');
  });

  it.each([[argv()], [argv('')]])('without a program is refused: %#', async (line) => {
    await expect(start(line)).rejects.toMatchObject({
      code: 'PROCESS_NOT_STARTED',
      message: 'the command names no program',
    });
  });
});

describe('its tree', onlyOn('linux', 'only Linux shows the environment of another process'), () => {
  it.each([false, true])('holds what left its group (on a terminal: %s)', async (usesPty) => {
    const { child, tree, output } = await start(text('setsid sleep 600 & echo up; wait'), {
      usesPty,
    });
    await waitFor(() => expect(output().toString()).toContain('up'));
    await waitFor(() => expect(tree.survivors()).toHaveLength(2));
    expect(tree.survivors()).toContain(child.pid);
    tree.signal('KILL');
    expect(await child.ended).toEqual({ code: null, signal: 9 });
    await waitFor(() => expect(tree.survivors()).toEqual([]));
  });
});

describe('a program that the system cannot run', () => {
  const failure = (program: string, changes: Partial<CommandChildOptions> = {}): Promise<string> =>
    start(argv(program), changes).then(
      () => 'started',
      ({ code, message }) => `${code} ${message}`,
    );
  const elfOf = (machine: number): Buffer => {
    const program = Buffer.from(readFileSync('/bin/true'));
    program.writeUInt16LE(machine, 18);
    return program;
  };
  const FOREIGN = 0x1234;
  const contents: Readonly<Record<string, string | Buffer>> = {
    'without a first line': 'echo ran',
    empty: '',
    'an archive': '!<arch>\n',
    'cut off': Buffer.from('\x7fELF'),
    'of another processor': elfOf(FOREIGN),
    'of no interpreter': '#!\necho ran\n',
  };

  it.each(Object.keys(contents))('is refused, on a terminal too: %s', async (name) => {
    writeFileSync(basedir.at('p'), contents[name] ?? '', { mode: 0o755 });
    const text = 'PROCESS_NOT_STARTED ./p: Exec format error';
    expect(await failure('./p')).toBe(text);
    expect(await failure('./p', { usesPty: true })).toBe(text);
    expect(await failure('./p', { environment: { A: 'ü' }, unicodeEncoding: 'latin-1' })).toBe(
      text,
    );
  });

  it('is refused where only its interpreter cannot be run', async () => {
    writeFileSync(basedir.at('no-program'), 'echo ran', { mode: 0o755 });
    writeFileSync(basedir.at('p'), `#!${basedir.at('no-program')}\n`, { mode: 0o755 });
    expect(await failure('./p')).toBe('PROCESS_NOT_STARTED ./p: Exec format error');
  });

  it('is passed over in PATH, as Python does, for one that can be run', async () => {
    for (const name of ['first', 'second']) mkdirSync(basedir.at(name));
    writeFileSync(basedir.at('first/tool'), 'echo first', { mode: 0o755 });
    writeFileSync(basedir.at('second/tool'), '#!/bin/sh\necho second', { mode: 0o755 });
    const environment = { PATH: `first:second:${process.env.PATH}` };
    expect(await outputOf(argv('tool'), { environment })).toBe('second\n');
    expect(await outputOf(argv('tool'), { environment, usesPty: true })).toBe('second\r\n');
  });
});

describe.each([false, true])('a program that is not there (on a terminal: %s)', (usesPty) => {
  it.each([
    ['no-such-program', {}],
    ['/no/such/program', {}],
    ['./sh', {}],
    ['sh', { environment: { PATH: '/no/such/dir' } }],
  ])('cannot be started: %s', async (file, changes) => {
    await expect(start(argv(file), { usesPty, ...changes })).rejects.toMatchObject({
      code: 'PROCESS_NOT_STARTED',
      message: `${file}: No such file or directory`,
    });
  });

  it('is none that the system looks for by itself', async () => {
    const { child } = await start(argv('sh', '-c', 'exit 0'), { usesPty, environment: {} });
    expect(await child.ended).toEqual({ code: 0, signal: null });
  });
});

describe('a NUL character', () => {
  it('is refused in a word and in a text, in words of ours', async () => {
    const nul = 'which no program can be given';
    await expect(start(argv('echo', 'a\0b'))).rejects.toThrow(
      `the command contains a NUL character, ${nul}`,
    );
    await expect(start(text('echo a\0b'), { usesPty: true })).rejects.toThrow(nul);
  });
});
