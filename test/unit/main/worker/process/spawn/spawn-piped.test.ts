import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Child, ChildOptions } from '../../../../../../main/worker/process/spawn/child.ts';
import { spawnPiped } from '../../../../../../main/worker/process/spawn/spawn-piped.ts';
import { temporaryBasedir } from '../../../../../support/temporary-basedir.ts';
import { waitFor } from '../../../../../support/wait-for.ts';

const basedir = temporaryBasedir();

async function start(script: string, changes: Partial<ChildOptions> = {}) {
  const printed = { stdout: '', stderr: '' };
  const child: Child = await spawnPiped({
    file: '/bin/sh',
    args: ['-c', script],
    environment: { PATH: process.env.PATH ?? '' },
    workdir: basedir.path,
    stdin: undefined,
    onOutput: (stream, bytes) => {
      printed[stream] += Buffer.from(bytes).toString();
    },
    ...changes,
  });
  return { child, printed };
}

describe('a program with pipes', () => {
  it('has its streams apart, its workdir, and the environment that it is given alone', async () => {
    const { child, printed } = await start('pwd; echo "$A-$HOME-" >&2', {
      environment: { A: 'a b' },
    });
    expect(await child.ended).toEqual({ code: 0, signal: null });
    expect(printed).toEqual({ stdout: `${basedir.path}\n`, stderr: 'a b--\n' });
  });

  it('leads a session and a group of its own', async () => {
    const { child, printed } = await start('ps -o pgid=,sid= -p $$');
    await child.ended;
    const pids = printed.stdout.trim().split(/\s+/).map(Number);
    expect(pids).toEqual([child.pid, child.pid]);
  });

  it('reads what it is given, and the end of it', async () => {
    const stdin = Buffer.alloc(300_000, 'x');
    const { child, printed } = await start('wc -c; cat', { stdin });
    await child.ended;
    expect(printed.stdout.trim()).toBe('300000');
  });

  it('reads an end at once where it is given nothing', async () => {
    const { child, printed } = await start('cat; echo over');
    await child.ended;
    expect(printed.stdout).toBe('over\n');
  });

  it('may leave its input unread', async () => {
    const { child } = await start('exit 3', { stdin: Buffer.alloc(300_000) });
    expect(await child.ended).toEqual({ code: 3, signal: null });
  });

  it('is reported with the signal that ended it', async () => {
    const { child } = await start('kill -9 $$');
    expect(await child.ended).toEqual({ code: null, signal: 9 });
  });

  it('makes files by its own mask', async () => {
    const { child, printed } = await start('umask', { umask: 0o027 });
    await child.ended;
    expect(Number.parseInt(printed.stdout, 8)).toBe(0o027);
  });

  it('gives out all that it has printed, however much, before it has ended', async () => {
    const { child, printed } = await start('head -c 1000000 /dev/zero | tr "\\0" x');
    await child.ended;
    expect(printed.stdout).toHaveLength(1_000_000);
  });
});

describe('a program that is held', () => {
  it('blocks at its full pipe, and goes on when it is read again', async () => {
    const done = basedir.at('done');
    const { child, printed } = await start(
      `head -c 1000000 /dev/zero | tr "\\0" x; : > ${done}; echo end >&2`,
    );
    child.pause();
    child.resume();
    child.pause();
    const before = printed.stdout.length;
    child.resume();
    await child.ended;
    expect(before).toBeLessThan(1_000_000);
    expect(printed).toEqual({ stdout: 'x'.repeat(1_000_000), stderr: 'end\n' });
  });
});

describe('a program that leaves another with its output', () => {
  it('has exited, and has not ended before the other is let go', async () => {
    const { child, printed } = await start('sleep 600 & echo $!');
    const exit = await child.exited;
    await waitFor(() => expect(printed.stdout).toMatch(/\n/));
    let hasEnded = false;
    void child.ended.then(() => {
      hasEnded = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect([exit, hasEnded]).toEqual([{ code: 0, signal: null }, false]);
    child.letGo();
    expect(await child.ended).toEqual(exit);
    process.kill(Number(printed.stdout), 'SIGKILL');
  });
});

describe('what cannot be started', () => {
  const failure = (changes: Partial<ChildOptions>) =>
    start('', changes).then(
      () => 'started',
      ({ code, message }) => `${code} ${message}`,
    );

  it('is named with the reason, the workdir where that is at fault', async () => {
    writeFileSync(basedir.at('plain'), '');
    writeFileSync(basedir.at('no-program'), 'no program', { mode: 0o755 });
    mkdirSync(basedir.at('dir'));
    const plain = basedir.at('plain');
    const missing = basedir.at('missing');
    const found = [
      await failure({ file: 'no-such-program' }),
      await failure({ file: plain }),
      await failure({ file: basedir.at('dir') }),
      await failure({ workdir: missing }),
      await failure({ workdir: plain }),
      await failure({ args: ['x'.repeat(3_000_000)] }),
    ];
    expect(found).toEqual([
      'PROCESS_NOT_STARTED no-such-program: No such file or directory',
      `PROCESS_NOT_STARTED ${plain}: Permission denied`,
      `PROCESS_NOT_STARTED ${basedir.at('dir')}: Permission denied`,
      `PROCESS_NOT_STARTED ${missing}: No such file or directory`,
      expect.stringMatching(/^PROCESS_NOT_STARTED .*: Not a directory$/),
      'PROCESS_NOT_STARTED /bin/sh: Argument list too long',
    ]);
  });

  it('is a word with a NUL, which no program can be given', async () => {
    expect(await failure({ args: ['a\0b'] })).toMatch(
      /^PROCESS_NOT_STARTED \/bin\/sh: .*null bytes/,
    );
  });
});
