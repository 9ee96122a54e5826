import { describe, expect, it } from 'vitest';
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
