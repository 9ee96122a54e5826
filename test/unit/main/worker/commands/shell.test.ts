import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { findCommand } from '../../../../../main/worker/commands/find-command.ts';
import { isRunning } from '../../../../support/is-running.ts';
import { joinedTexts, recordingContext, runCommand } from '../../../../support/recording-sink.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';
import { waitFor } from '../../../../support/wait-for.ts';

const basedir = temporaryBasedir();
const ELAPSED = ['elapsed', 'seconds'] as const;
const TIME = ['header', 'elapsedTime=SECONDS\n'] as const;

type Arguments = Readonly<Record<string, unknown>>;

/** The updates after the first header. */
async function shell(command: unknown, options: Arguments = {}, environment = process.env) {
  const { updates, failure } = await runCommand(
    'shell',
    { command, workdir: basedir.path, logEnviron: false, ...options },
    recordingContext(basedir.path, { environment: environment as Record<string, string> }),
  );
  const [header, ...rest] = updates;
  return { header: header?.[1] as string, updates: joinedTexts(rest), failure };
}

function program(code: string): readonly string[] {
  return [process.execPath, '-e', code];
}

/** A command that runs, to be interrupted. */
function started(command: unknown, options: Arguments = {}) {
  const context = recordingContext(basedir.path);
  const definition = findCommand('shell');
  if (!definition) throw new Error('no shell');
  const args = { command, workdir: basedir.path, logEnviron: false, ...options };
  const running = definition.create(args, context);
  const done = running.run();
  const printed = (stream: string): string =>
    context.updates.updates
      .filter(([key]) => key === stream)
      .map(([, text]) => text)
      .join('');
  const prints = (text: string) => waitFor(() => expect(printed('stdout')).toContain(text));
  return { running, done, prints, updates: context.updates.updates, printed };
}

describe('a command that ends by itself', () => {
  it('sends header, output, rc, time and elapsed as the Python worker does', async () => {
    const { header, updates } = await shell(['echo', 'hello', 'two words'], { timeout: 1200 });
    expect(header).toBe(
      [
        "echo hello 'two words'",
        ` in dir ${basedir.path} (timeout 1200 secs)`,
        ' watching logfiles {}',
        " argv: [b'echo', b'hello', b'two words']",
        ' using PTY: False',
        '',
      ].join('\n'),
    );
    expect(updates).toEqual([['stdout', 'hello two words\n'], ['rc', 0], TIME, ELAPSED]);
  });

  it('hands text to the shell', async () => {
    const { header, updates } = await shell('echo $((6 * 7)); exit 3');
    expect(header).toMatch(/^echo \$\(\(6 \* 7\)\); exit 3\n/);
    expect(header).toContain(" argv: b'echo $((6 * 7)); exit 3'\n");
    expect(updates).toEqual([['stdout', '42\n'], ['rc', 3], TIME, ELAPSED]);
  });

  it('names the signal that ended it', async () => {
    const { updates } = await shell('kill -9 $$');
    expect(updates).toEqual([
      ['header', 'process killed by signal 9\n'],
      ['rc', -1],
      TIME,
      ELAPSED,
    ]);
  });

  it('prints which program is missing', async () => {
    const { updates } = await shell(['no-such-program']);
    expect(updates).toEqual([
      ['stderr', 'no-such-program: No such file or directory\n'],
      ['rc', 1],
      TIME,
      ELAPSED,
    ]);
  });

  it('runs hidden words and shows others', async () => {
    const { header, updates } = await shell(['echo', ['obfuscated', 'secret', 'XXX']]);
    expect(header).not.toContain('secret');
    expect(header).toContain('echo XXX\n');
    expect(updates[0]).toEqual(['stdout', 'secret\n']);
  });

  it('makes text of words that are none, as the Python worker does', async () => {
    const { header, updates } = await shell(['echo', 3, true, null, ['a', "b'"]]);
    expect(header).toContain(` argv: [b'echo', b'3', b'True', b'None', b'[\\'a\\', "b\\'"]']\n`);
    expect(updates[0]).toEqual(['stdout', `3 True None ['a', "b'"]\n`]);
  });

  it.each([
    [{ command: [] }, 'command'],
    [{ command: 'true', logfiles: { a: { follow: true } } }, 'logfiles.a'],
    [{ command: 'true', timeout: 'soon' }, 'timeout'],
    [{ command: 'true', workdir: 'relative' }, 'workdir'],
  ])('refuses %j', async (args, wrong) => {
    const all = { workdir: basedir.path, ...args };
    await expect(runCommand('shell', all, recordingContext(basedir.path))).rejects.toThrow(
      `shell: the argument '${wrong}' is wrong`,
    );
  });

  it('makes its workdir', async () => {
    const { updates } = await shell('pwd', { workdir: basedir.at('new/deep') });
    expect(updates[0]).toEqual(['stdout', `${basedir.at('new/deep')}\n`]);
  });

  it('drops the streams that the master does not want', async () => {
    const { updates } = await shell('echo out; echo err >&2', {
      want_stdout: false,
      want_stderr: 0,
    });
    expect(updates).toEqual([['rc', 0], TIME, ELAPSED]);
  });

  it('writes standard input and closes it; without any it is empty', async () => {
    expect((await shell('cat', { initial_stdin: 'grüße' })).updates[0]).toEqual([
      'stdout',
      'grüße',
    ]);
    expect((await shell('cat')).updates[0]).toEqual(['rc', 0]);
  });
});

describe('the environment', () => {
  const own = { PATH: process.env.PATH ?? '', KEPT: 'k', GONE: 'g' };

  it('is merged, expanded, joined and cleared', async () => {
    const env = {
      GONE: null,
      LIST: ['a', 'b'],
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the master's own syntax
      SEEN: 'x${KEPT}y${UNSET}z',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the master's own syntax
      NOT_CHAINED: '${SEEN}',
    };
    const names = ['KEPT', 'GONE', 'LIST', 'SEEN', 'NOT_CHAINED', 'PWD'];
    const code = `console.log(JSON.stringify(${JSON.stringify(names)}.map(n => process.env[n] ?? null)))`;
    const { updates } = await shell(program(code), { env }, own);
    expect(JSON.parse(updates[0]?.[1] as string)).toEqual([
      'k',
      null,
      'a:b',
      'xkyz',
      '',
      basedir.path,
    ]);
  });

  it('is printed sorted when asked for', async () => {
    const { header } = await shell('true', { logEnviron: true, env: { B: '1', A: '2' } }, own);
    const printed = /environment:\n((?: {2}.*\n)*)/.exec(header)?.[1];
    expect(printed).toContain('  A=2\n  B=1\n  GONE=g\n  KEPT=k\n');
  });

  it('fails the command when a value is neither text nor list', async () => {
    const { failure } = await shell('true', { env: { K: 3 } });
    expect((failure as Error).message).toBe(
      "'env' values must be strings or lists; key 'K' is incorrect",
    );
  });
});

describe('a command that is ended', () => {
  it('stops after a time without output', async () => {
    const { updates } = await shell(['sleep', '60'], { timeout: 0.1 });
    expect(updates).toEqual([
      ['failure_reason', 'timeout_without_output'],
      [
        'header',
        "\ncommand timed out: 0.1 seconds without output running [b'sleep', b'60'], attempting to kill\nprocess killed by signal 9\n",
      ],
      ['rc', -1],
      TIME,
      ELAPSED,
    ]);
  });

  it('stops after its time in all, whatever it prints', async () => {
    const { updates } = await shell('while :; do echo x; sleep 0.05; done', {
      maxTime: 0.3,
      timeout: 5,
    });
    expect(updates.find(([key]) => key === 'failure_reason')?.[1]).toBe('timeout');
    expect(updates.at(-3)?.[1]).toBe(-1);
  });

  it('stops when it prints too many lines', async () => {
    const { updates } = await shell('seq 5; sleep 60', { max_lines: 3 });
    expect(updates.find(([key]) => key === 'failure_reason')?.[1]).toBe('max_lines_failure');
    const headers = updates.filter(([key]) => key === 'header').map(([, text]) => text);
    expect(headers[0]).toMatch(
      /^\ncommand exceeds max lines: [45]\/3 written\/allowed running b'seq 5; sleep 60', attempting to kill\n/,
    );
  });

  it('gets TERM first where the master asks for that, and its own code counts', async () => {
    const { done, running, prints, updates } = started(
      "trap 'echo bye; exit 7' TERM; echo ready; while :; do sleep 0.05; done",
      { sigtermTime: 10 },
    );
    await prints('ready');
    running.interrupt('enough');
    await done;
    expect(updates.filter(([key]) => key === 'rc')).toEqual([['rc', 7]]);
    expect(updates).toContainEqual(['header', '\ncommand interrupted, attempting to kill\n']);
  });

  it('is killed when it ignores TERM', async () => {
    const { done, running, prints, updates } = started(
      "trap '' TERM; echo ready; while :; do sleep 0.05; done",
      { sigtermTime: 0.2 },
    );
    await prints('ready');
    running.interrupt('enough');
    await done;
    expect(updates.filter(([key]) => key === 'rc')).toEqual([['rc', -1]]);
  });

  it('counts as failed though it exits with 0', async () => {
    const { done, running, prints, updates } = started(
      "trap 'exit 0' TERM; echo ready; while :; do sleep 0.05; done",
      { sigtermTime: 10 },
    );
    await prints('ready');
    running.interrupt('enough');
    running.interrupt('again');
    await done;
    expect(updates.filter(([key]) => key === 'rc')).toEqual([['rc', -1]]);
    expect(updates.filter(([, text]) => String(text).includes('interrupted'))).toHaveLength(1);
  });

  it('takes its children along, those included that left its session', async () => {
    const { done, running, prints, printed } = started(
      'sleep 300 & echo $!; setsid sleep 300 & echo $!; sleep 0.2; echo ready; wait',
    );
    await prints('ready');
    const [first, second] = printed('stdout').split('\n').map(Number);
    running.interrupt('enough');
    await done;
    expect([first, second].filter((pid) => pid && isRunning(pid))).toEqual([]);
  });
});

describe('a command that ends and leaves something running', () => {
  it('is followed by the end of a child that daemonised', async () => {
    const { updates } = await shell(
      'setsid sleep 300 >/dev/null 2>&1 </dev/null & echo $!; sleep 0.2',
    );
    const pid = Number(String(updates[0]?.[1]).trim());
    await waitFor(() => expect(isRunning(pid)).toBe(false));
  });
});

describe('a log file', () => {
  it('is sent as it was written, and one that was there before only when it changes', async () => {
    await writeFile(basedir.at('old.log'), 'old\n');
    const { header, updates } = await shell('echo new > new.log', {
      logfiles: { fresh: 'new.log', stale: { filename: 'old.log', follow: true } },
    });
    expect(header).toContain(
      " watching logfiles {'fresh': 'new.log', 'stale': {'filename': 'old.log', 'follow': True}}\n",
    );
    expect(updates).toEqual([['log', ['fresh', 'new\n']], ['rc', 0], TIME, ELAPSED]);
  });

  it('is sent from where the command began when it is followed', async () => {
    await writeFile(basedir.at('a.log'), 'before\n');
    const { updates } = await shell('echo after >> a.log', {
      logfiles: { a: { filename: 'a.log', follow: true } },
    });
    expect(updates[0]).toEqual(['log', ['a', 'after\n']]);
  });
});

describe('a terminal', () => {
  it('is there when the master asks for one', async () => {
    const { header, updates } = await shell('test -t 1 && echo yes; echo err >&2', {
      usePTY: true,
    });
    expect(header).toContain(' using PTY: True\n');
    expect(updates).toEqual([['stdout', 'yes\r\nerr\r\n'], ['rc', 0], TIME, ELAPSED]);
  });

  it.each(['no-such-program', './no-such-program'])('is not had for %s', async (program) => {
    const { updates } = await shell([program], { usePTY: true });
    expect(updates).toEqual([
      ['stdout', `${program}: No such file or directory\n`],
      ['rc', 1],
      TIME,
      ELAPSED,
    ]);
  });

  it('is had for a program of the workdir', async () => {
    await writeFile(basedir.at('here'), '#!/bin/sh\necho here\n', { mode: 0o755 });
    const { updates } = await shell(['./here'], { usePTY: true });
    expect(updates[0]).toEqual(['stdout', 'here\r\n']);
  });

  it('is taken away with all that runs on it', async () => {
    const { updates } = await shell('sleep 60', { usePTY: true, timeout: 0.2 });
    expect(updates.at(-3)).toEqual(['rc', -1]);
  });
});

describe('a master that cannot keep up', () => {
  it('holds the program back, and no timer of ours runs meanwhile', async () => {
    const context = recordingContext(basedir.path);
    let listener: (isWritable: boolean) => void = () => {};
    const sink = Object.assign(context.updates, {
      onWritableChanged: (heard: (isWritable: boolean) => void) => {
        listener = heard;
        return { dispose: () => {} };
      },
    });
    const definition = findCommand('shell');
    if (!definition) throw new Error('no shell');
    const args = {
      command: 'head -c 3000000 /dev/zero',
      workdir: basedir.path,
      logEnviron: false,
      timeout: 0.3,
    };
    const done = definition.create(args, context).run();
    const received = (): number =>
      sink.updates
        .filter(([key]) => key === 'stdout')
        .reduce((sum, [, text]) => sum + String(text).length, 0);
    await waitFor(() => expect(received()).toBeGreaterThan(0));
    listener(false);
    const heldAt = received();
    // A command beside it takes longer than the timeout: silence that we cause must not count.
    await started('sleep 60', { maxTime: 0.6 }).done;
    expect(received() - heldAt).toBeLessThanOrEqual(65_536);
    listener(true);
    await done;
    expect(received()).toBe(3_000_000);
    expect(sink.valuesOf('rc')).toEqual([0]);
  });
});

describe('a command is refused before it starts', () => {
  const many = (count: number): string[] => Array.from({ length: count }, (_, at) => `n${at}`);
  const create = (changes: object): unknown => {
    const args = { command: 'true', workdir: basedir.path, ...changes };
    return findCommand('shell')?.create(args, recordingContext(basedir.path));
  };

  it.each([
    ['logfiles', Object.fromEntries(many(101).map((name) => [name, name])), '100 entries at most'],
    ['env', Object.fromEntries(many(10_001).map((name) => [name, ''])), '10000 entries at most'],
    ['command', many(10_001), '10000 entries at most'],
    ['command', 'x'.repeat(2 * 1024 * 1024 + 1), 'more than 2097152 characters'],
    ['command', ['cat', 'x'.repeat(2 * 1024 * 1024)], 'more than 2097152 characters'],
    ['command', [], 'it names no program'],
  ])('for too much, or nothing, in %s', (name, value, why) => {
    expect(() => create({ [name]: value })).toThrow(`shell: the argument '${name}' is wrong: `);
    expect(() => create({ [name]: value })).toThrow(why);
  });

  it('and for no other size', () => {
    expect(create({ command: many(10_000) })).toBeDefined();
  });
});
