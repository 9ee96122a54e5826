import { appendFile, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { logs } from '../../../../../main/cli/verbs/logs.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';
import { stage, stageRunning } from '../../../../support/staged-worker.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

vi.mock('../../../../../main/cli/running-worker/find-worker.ts', async () => {
  return (await import('../../../../support/staged-worker.ts')).stagedFindWorker;
});

const temporary = temporaryBasedir();
beforeEach(async () => {
  stage.found = { kind: 'none', basedir: temporary.path };
});

async function printed(options: Parameters<typeof logs.perform>[1]): Promise<string> {
  const terminal = new FakeTerminal();
  expect(await logs.perform([temporary.path], options, terminal)).toBe(0);
  return terminal.stdout;
}

describe('logs', () => {
  it('prints the newest lines, fifty unless another number is given', async () => {
    const lines = Array.from({ length: 60 }, (_, at) => `line ${at}\n`);
    await writeFile(temporary.at('worker.log'), lines.join(''));
    expect(await printed({})).toBe(lines.slice(10).join(''));
    expect(await printed({ lines: '2' })).toBe(lines.slice(58).join(''));
    expect(await printed({ lines: '0' })).toBe('');
  });

  it.each(['some', '-1', '1.5', ''])('refuses %j lines', async (lines) => {
    await expect(logs.perform([temporary.path], { lines }, new FakeTerminal())).rejects.toThrow(
      `--lines needs a number, not '${lines}'.`,
    );
  });

  it('reports that there is no log yet', async () => {
    await expect(logs.perform([temporary.path], {}, new FakeTerminal())).rejects.toThrow(
      `There is no log in ${temporary.path} yet: no worker has run there.`,
    );
  });

  it('has the running worker begin a new file first', async () => {
    const control = stageRunning();
    stage.found = { kind: 'buildtray', basedir: temporary.path, pid: 7 };
    await writeFile(temporary.at('worker.log'), 'one\n');
    expect(await printed({ rotate: true })).toBe('one\n');
    expect(control.requested).toMatchObject([{ kind: 'rotate-log' }]);
  });
});

describe('logs --follow', () => {
  it('prints what is written, until nobody reads it any more', async () => {
    await writeFile(temporary.at('worker.log'), 'one\n');
    const terminal = new FakeTerminal();
    let appended: Promise<void> | undefined;
    terminal.onWritten = (stdout) => {
      if (stdout.endsWith('two\n')) terminal.loseOutput();
      else appended ??= appendFile(temporary.at('worker.log'), 'two\n');
    };
    expect(await logs.perform([temporary.path], { follow: true }, terminal)).toBe(0);
    await appended;
    expect(terminal.stdout).toBe('one\ntwo\n');
  });
});
