import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../../../../main/lib/clock.ts';
import { isAlive } from '../../../../../main/system/running-process.ts';
import type {
  ProcessRequest,
  RunningProcess,
} from '../../../../../main/worker/process/process-request.ts';
import {
  argv,
  runProcessForCommand,
} from '../../../../../main/worker/process/run-process-for-command.ts';
import { LeftProcesses } from '../../../../../main/worker/process/tree/left-processes.ts';
import type { Update } from '../../../../../main/worker/update.ts';
import { CommandUpdates } from '../../../../../main/worker/updates/command-updates.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';
import { onlyOn } from '../../../../support/only-on.ts';
import { RecordingLogger } from '../../../../support/recording-logger.ts';
import {
  joinedTexts,
  type RecordedUpdate,
  RecordingSink,
  recordingContext,
} from '../../../../support/recording-sink.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';
import { waitFor } from '../../../../support/wait-for.ts';

const basedir = temporaryBasedir();

/** A sink that prints when the master has had enough. */
class SlowSink extends RecordingSink {
  #listener: (isWritable: boolean) => void = () => {};

  override onWritableChanged(listener?: (isWritable: boolean) => void): { dispose(): void } {
    if (listener) this.#listener = listener;
    return { dispose: () => {} };
  }

  setWritable(isWritable: boolean): void {
    this.#listener(isWritable);
  }

  get printed(): string {
    return this.valuesOf('stdout').join('');
  }
}

interface Started {
  readonly process: RunningProcess;
  readonly sink: SlowSink;
  prints(text: string): Promise<void>;
}

function start(
  program: string,
  args: readonly string[] = [],
  request: Partial<ProcessRequest> = {},
  services: Partial<ReturnType<typeof recordingContext>> = {},
): Started {
  const sink = new SlowSink();
  const context = { ...recordingContext(basedir.path), ...services, updates: sink };
  const path = resolve('test/fixtures/programs', program);
  const process_ = runProcessForCommand(context, {
    commandLine: argv(process.execPath, path, ...args),
    workdir: basedir.path,
    logEnvironment: false,
    ...request,
  });
  const prints = (text: string): Promise<void> =>
    waitFor(() => expect(sink.printed).toContain(text));
  return { process: process_, sink, prints };
}

/** The updates after the header. */
function behindHeader(sink: RecordingSink): readonly RecordedUpdate[] {
  return joinedTexts(sink.updates.slice(1));
}

function runs(pid: number): boolean {
  if (!isAlive(pid)) return false;
  try {
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return process.platform !== 'linux';
  }
}

const TIME = ['header', 'elapsedTime=SECONDS\n'] as const;

describe('the workdir', () => {
  const line = { commandLine: { kind: 'text', text: 'pwd' } } as const;

  it('is made when it is missing', async () => {
    const workdir = basedir.at('linux', 'build');
    const { process, sink } = start('', [], { ...line, workdir });
    await process.done;
    expect(behindHeader(sink)).toEqual([['stdout', `${workdir}\n`], ['rc', 0], TIME]);
  });

  it('that cannot be made ends the command with the reason', async () => {
    writeFileSync(basedir.at('file'), '');
    const { process, sink } = start('', [], { ...line, workdir: basedir.at('file') });
    expect(await process.done).toMatchObject({ rc: -1, failed: expect.any(Error) });
    expect(sink.valuesOf('stderr').join('')).toMatch(
      /^cannot make the workdir .*file: it is not a directory\n$/,
    );
  });
});

describe('output', () => {
  it('keeps characters whole that a program writes byte by byte', async () => {
    const sent: Update[] = [];
    const link = {
      isWritable: true,
      onWritableChanged: () => ({ dispose: () => {} }),
      sendUpdates: (updates: readonly Update[]) => void sent.push(...updates),
    };
    const updates = new CommandUpdates({ link, clock: systemClock, unicodeEncoding: 'utf-8' });
    const path = resolve('test/fixtures/programs/splits-characters.mjs');
    await runProcessForCommand(
      { ...recordingContext(basedir.path), updates },
      { commandLine: argv(process.execPath, path, 'grün \u{1f600}\n'), workdir: basedir.path },
    ).done;
    updates.flush();
    updates.dispose();
    const text = sent.flatMap((update) =>
      update.kind === 'text' && update.stream === 'stdout' ? [update.lines.utf8] : [],
    );
    expect(Buffer.concat(text).toString()).toBe('grün \u{1f600}\n');
  });

  it.each([
    ['latin-1', 'café\n', '63 61 66 e9 0a'],
    ['cp932', 'ソ\\', '83 5c 5c'],
    ['utf-8', 'café', '63 61 66 c3 a9'],
  ])('hands words to the program in %s, byte for byte', async (unicodeEncoding, word, bytes) => {
    const { process: running, sink } = start(
      '',
      [],
      {
        commandLine: argv(
          'sh',
          '-c',
          'printf %s "$1" | od -An -tx1; echo "$2"',
          'sh',
          word,
          'plain',
        ),
      },
      { unicodeEncoding },
    );
    await running.done;
    expect(sink.printed).toBe(` ${bytes}\nplain\n`);
  });

  it('hands a text to the shell in the encoding, and misses a program as ever', async () => {
    const services = { unicodeEncoding: 'latin-1' };
    const text = { kind: 'text', text: "printf 'é' | od -An -tx1" } as const;
    const shell = start('', [], { commandLine: text }, services);
    await shell.process.done;
    expect(shell.sink.printed).toBe(' e9\n');
    const missing = start('', [], { commandLine: argv('no-such-program', 'é') }, services);
    expect(await missing.process.done).toEqual({ rc: 1 });
    expect(behindHeader(missing.sink)[0]).toEqual([
      'stderr',
      'no-such-program: No such file or directory\n',
    ]);
    const request = { commandLine: argv('no-such-program'), usePty: true };
    const onTerminal = start('', [], request, services);
    await onTerminal.process.done;
    expect(behindHeader(onTerminal.sink)[0]?.[0]).toBe('stdout');
  });

  it('is a real pipe, which programs may open again by its name', async () => {
    const { process, sink } = start('', [], {
      commandLine: { kind: 'text', text: 'echo again > /dev/stderr' },
    });
    await process.done;
    expect(behindHeader(sink)).toEqual([['stderr', 'again\n'], ['rc', 0], TIME]);
  });

  it('stops at the excess when there are too many lines', async () => {
    const { process, sink } = start('prints-forever.mjs', [], { maxLines: 10 });
    expect(await process.done).toEqual({ rc: -1 });
    const keys = behindHeader(sink).map(([key]) => key);
    const at = keys.indexOf('failure_reason');
    // The excess is reported before the lines that exceed, and nothing is printed after them.
    expect(keys.slice(at)).toEqual([
      'failure_reason',
      'header',
      'stdout',
      'header',
      'rc',
      'header',
    ]);
  });
});

describe('a master that does not read', () => {
  it('stops a program that prints for ever until it reads again', async () => {
    const { process, sink, prints } = start('prints-forever.mjs');
    await prints('line 0');
    sink.setWritable(false);
    await new Promise((settle) => setImmediate(settle));
    const before = sink.printed.length;
    await new Promise((settle) => setTimeout(settle, 50));
    expect(sink.printed.length).toBe(before);
    sink.setWritable(true);
    await waitFor(() => expect(sink.printed.length).toBeGreaterThan(before));
    process.interrupt('enough');
    expect(await process.done).toEqual({ rc: -1 });
  });

  it('does not keep a held program from being ended', async () => {
    const { process, sink, prints } = start('prints-forever.mjs');
    await prints('line 0');
    sink.setWritable(false);
    process.interrupt('enough');
    expect(await process.done).toEqual({ rc: -1 });
  });

  it('gets the rest of a log file when it reads again after the end', async () => {
    const { process, sink } = start('', [], {
      commandLine: { kind: 'text', text: 'echo kept > a.log; echo ready' },
      logFiles: [{ logName: 'a', filename: 'a.log', isFollowed: false }],
    });
    // After the last output, before the log file was read: the reading has to wait.
    const output = sink.output.bind(sink);
    sink.output = (stream, bytes) => {
      output(stream, bytes);
      setTimeout(() => sink.setWritable(true), 100);
      sink.setWritable(false);
    };
    expect(await process.done).toEqual({ rc: 0 });
    expect(sink.valuesOf('log')).toEqual([['a', 'kept\n']]);
  });
});

describe('an ending', () => {
  it('goes from TERM over the signal of the master to KILL', async () => {
    const clock = new FakeClock();
    const { process, sink, prints } = start(
      'ignores.mjs',
      ['SIGTERM', 'SIGINT'],
      { sigtermTimeSeconds: 3, interruptSignal: 'INT' },
      { clock },
    );
    await prints('ready');
    process.interrupt('enough');
    await prints('got SIGTERM');
    clock.advance(3_000);
    await prints('got SIGINT');
    clock.advance(5_000);
    expect(await process.done).toEqual({ rc: -1 });
    expect(behindHeader(sink)).toEqual([
      ['stdout', 'ready\n'],
      ['header', '\ncommand interrupted, attempting to kill\n'],
      ['stdout', 'got SIGTERM\ngot SIGINT\n'],
      ['header', 'process killed by signal 9\n'],
      ['rc', -1],
      TIME,
    ]);
    expect(clock.pendingTimers).toBe(0);
  });

  it('comes before the start when it was requested by then', async () => {
    const { process, sink } = start('prints-forever.mjs');
    process.interrupt('enough');
    expect(await process.done).toEqual({ rc: -1 });
    expect(sink.valuesOf('stdout')).toEqual([]);
  });
});

// A process that has left group, session and parent is found by the environment it started with: Linux shows it.
describe(
  'a process that daemonised',
  onlyOn('linux', 'only Linux shows the environment of another process'),
  () => {
    it('ends with the command that left it', async () => {
      const { process, sink } = start('daemonises.mjs');
      await process.done;
      expect(runs(Number(sink.printed))).toBe(false);
      expect(behindHeader(sink).slice(1)).toEqual([['rc', 0], TIME]);
    });

    it('does not keep the command waiting for ever when it holds the output and is silent', async () => {
      const clock = new FakeClock();
      const logger = new RecordingLogger();
      const { process, sink, prints } = start(
        'daemonises.mjs',
        ['talkative'],
        {},
        { clock, logger },
      );
      await prints('\n');
      const daemon = Number(sink.printed);
      // Its parent has to be gone before the wait for it begins.
      await waitFor(() => expect(clock.pendingTimers).toBe(1));
      clock.advance(60_000);
      // Whom the last round of KILL did not reach yet is waited for by the same clock.
      const ticking = setInterval(() => clock.advance(20), 5);
      expect(await process.done).toEqual({ rc: 0 });
      clearInterval(ticking);
      expect(runs(daemon)).toBe(false);
      expect(logger.lines).toEqual([expect.stringMatching(/^warn command 1: has ended, /)]);
    });

    it('that may not be ended is listed until it has ended', async () => {
      const logger = new RecordingLogger();
      const leftProcesses = new LeftProcesses();
      // As a process of another user: the system refuses every signal.
      const refusing = vi.spyOn(globalThis.process, 'kill').mockImplementation(() => {
        throw Object.assign(new Error('not permitted'), { code: 'EPERM' });
      });
      const { process, sink } = start('daemonises.mjs', [], {}, { logger, leftProcesses });
      await process.done;
      refusing.mockRestore();
      const daemon = Number(sink.printed);
      expect(leftProcesses.pids).toEqual([daemon]);
      expect(logger.lines).toEqual([
        `error command 1: could not be ended, please end them yourself: processes ${daemon}`,
      ]);
      globalThis.process.kill(daemon, 'SIGKILL');
      await waitFor(() => expect(leftProcesses.pids).toEqual([]));
    });
  },
);
