import { describe, expect, it } from 'vitest';
import type { ChildOptions } from '../../../../../../main/worker/process/spawn/child.ts';
import { spawnPty } from '../../../../../../main/worker/process/spawn/spawn-pty.ts';
import { temporaryBasedir } from '../../../../../support/temporary-basedir.ts';
import { waitFor } from '../../../../../support/wait-for.ts';

const basedir = temporaryBasedir();

async function start(script: string, changes: Partial<ChildOptions> = {}) {
  const printed = { text: '', streams: new Set<string>() };
  const child = await spawnPty({
    file: '/bin/sh',
    args: ['-c', script],
    environment: { PATH: process.env.PATH ?? '' },
    workdir: basedir.path,
    stdin: undefined,
    onOutput: (stream, bytes) => {
      printed.streams.add(stream);
      printed.text += Buffer.from(bytes).toString();
    },
    ...changes,
  });
  return { child, printed };
}

describe('a program on a terminal', () => {
  it('has one for all its streams, and no TERM that nobody gave it', async () => {
    const { child, printed } = await start(
      'test -t 0 && test -t 1 && test -t 2 && echo "term:$TERM" >&2; pwd',
    );
    expect(await child.ended).toEqual({ code: 0, signal: null });
    expect(printed.text).toBe(`term:\r\n${basedir.path}\r\n`);
    expect([...printed.streams]).toEqual(['stdout']);
  });

  it('leads a session of its own', async () => {
    const { child, printed } = await start('ps -o sid= -p $$');
    await child.ended;
    expect(Number(printed.text)).toBe(child.pid);
  });

  it('is reported with its code, or with the signal that ended it', async () => {
    expect(await (await start('exit 3')).child.ended).toEqual({ code: 3, signal: null });
    expect(await (await start('kill -9 $$')).child.ended).toEqual({ code: null, signal: 9 });
  });

  it('makes files by its own mask', async () => {
    const { child, printed } = await start('umask', { umask: 0o027 });
    await child.ended;
    expect(Number.parseInt(printed.text, 8)).toBe(0o027);
  });

  it('loses nothing of the end of its output', async () => {
    const { child, printed } = await start('head -c 200000 /dev/zero | tr "\\0" x; printf end');
    await child.ended;
    expect(printed.text).toBe(`${'x'.repeat(200_000)}end`);
  });

  it('is not read while it is held, and then to its end', async () => {
    const { child, printed } = await start('head -c 200000 /dev/zero | tr "\\0" x');
    child.pause();
    child.pause();
    await waitFor(() => expect(printed.text.length).toBeLessThan(200_000));
    child.resume();
    await child.ended;
    expect(printed.text).toHaveLength(200_000);
  });

  it('is let go while another one holds its terminal', async () => {
    const { child, printed } = await start('trap "" HUP; sleep 600 & echo $!');
    await waitFor(() => expect(printed.text).toMatch(/\n/));
    expect(await child.exited).toEqual({ code: 0, signal: null });
    child.pause();
    child.letGo();
    expect(await child.ended).toEqual({ code: 0, signal: null });
    process.kill(Number(printed.text), 'SIGKILL');
  });
});
