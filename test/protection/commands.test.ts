import { chmod, mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { killByForce } from '../../main/system/running-process.ts';
import type { WireArguments } from '../../main/worker/command.ts';
import { findCommand } from '../../main/worker/commands/find-command.ts';
import { enclosedBuilder } from '../support/enclosed-builder.ts';
import { processesNaming } from '../support/processes-naming.ts';
import { protectedBuilds } from '../support/protection.ts';
import { joinedTexts, runCommand } from '../support/recording-sink.ts';
import { temporaryBasedir } from '../support/temporary-basedir.ts';
import { waitFor } from '../support/wait-for.ts';

const temporary = temporaryBasedir();
const LEVELS = ['guarded', 'strict'] as const;

/** What a master gets of a command, in order; a terminal and the environment are other ones. */
async function record(protection: 'open' | 'guarded' | 'strict', args: WireArguments) {
  const { builddir, context, enclosing } = await enclosedBuilder(temporary.path, { protection });
  const command = { workdir: join(builddir, 'build'), logEnviron: false, ...args };
  const { updates } = await runCommand('shell', command, context());
  await enclosing.end();
  return joinedTexts(updates);
}

function printed(updates: readonly (readonly [string, unknown])[], stream = 'stdout'): string {
  return updates.map(([key, text]) => (key === stream ? String(text) : '')).join('');
}

describe.each(LEVELS)('a master sees of a %s command', protectedBuilds, (level) => {
  it.each<[string, WireArguments]>([
    ['its output and its exit code', { command: 'echo out; echo err >&2; exit 3' }],
    ['the signal that ended it', { command: ['sh', '-c', 'kill -SEGV $$'] }],
    ['a code that a shell made of a signal', { command: 'sh -c "kill -9 \\$\\$"; exit $?' }],
    ['that a program is missing', { command: ['no-such-program'] }],
    ['that a file is no program', { command: ['/etc/hosts'] }],
    ['where it runs', { command: 'pwd; echo $PWD' }],
    ['what it is handed', { command: ['cat'], initial_stdin: 'words' }],
    ['variables of the master', { command: 'echo $A $LD_X', env: { A: 'ä b', LD_X: 'y' } }],
    ['odd words', { command: ['printf', '%s\\n', '', ' ', "'", '*', 'é\n'] }],
    ['what a terminal prints', { command: 'test -t 1 && echo tty; exit 2', usePTY: true }],
    ['that it ran too long', { command: 'echo on; sleep 600', maxTime: 1 }],
    [
      'its own end in that case',
      {
        command: "trap 'echo bye; exit 5' TERM; echo on; sleep 600 & wait",
        maxTime: 1,
        sigtermTime: 60,
      },
    ],
    ['that it printed too many lines', { command: 'seq 50; sleep 600', max_lines: 10 }],
    ['its log file', { command: 'echo line > log', logfiles: { log: 'log' } }],
  ])('%s as in the open', async (_what, args) => {
    expect(await record(level, args)).toEqual(await record('open', args));
  });
});

describe('a protected command', protectedBuilds, () => {
  it('has an environment of a list, and a home that lasts', async () => {
    const { builddir, context, enclosing } = await enclosedBuilder(temporary.path, {
      protection: 'guarded',
    });
    const run = async (command: string) =>
      printed((await runCommand('shell', { workdir: builddir, command }, context())).updates);
    const names = (await run('env')).split('\n').map((line) => line.split('=')[0]);
    expect(names).not.toContain('SECRET_PLAN');
    expect(names).toEqual(expect.arrayContaining(['PATH', 'HOME', 'LANG', 'TMPDIR', 'PWD']));
    await run('echo kept > ~/file; echo gone > /tmp/file');
    await enclosing.end();
    expect(await run('cat ~/file /tmp/file')).toBe('kept\n');
    expect(await readFile(temporary.at('buildtray.home/file'), 'utf8')).toBe('kept\n');
  });

  it('finds what the command before it left in /tmp and in the background', async () => {
    const { builddir, context } = await enclosedBuilder(temporary.path, {
      protection: 'guarded',
      changes: {
        leftoverProcesses: 'build',
        leftovers: { keep: () => true, endWithCommand: () => {} },
      },
    });
    const run = async (command: string) =>
      printed((await runCommand('shell', { workdir: builddir, command }, context())).updates);
    await run('sleep 600 >/dev/null 2>&1 & echo $! > /tmp/pid');
    expect(await run('kill -0 $(cat /tmp/pid) && echo there')).toBe('there\n');
  });

  const WAYS = {
    'in the background': 'sleep $N &',
    'without a session': 'setsid sleep $N &',
    'without an environment': 'setsid env -i sleep $N &',
    'without a parent': '(setsid sh -c "sleep $N & exec env -i sleep $N" &)',
    'deaf to signals': 'nohup sh -c "trap : TERM HUP INT; sleep $N; sleep $N" &',
  };
  it.each(Object.entries(WAYS))('leaves nothing %s', async (_way, script) => {
    const { builddir, context } = await enclosedBuilder(temporary.path, { protection: 'guarded' });
    const word = `600.${process.pid}${Object.values(WAYS).indexOf(script)}`;
    const command = `exec >/dev/null 2>&1; N=${word}; ${script.replaceAll('&)', '& sleep 0.1)')} sleep 0.1`;
    await runCommand('shell', { workdir: builddir, command }, context());
    expect(await processesNaming(word)).toEqual([]);
  });

  it('is not outlived when the first process of its place is ended', async () => {
    const { builddir, context, enclosing } = await enclosedBuilder(temporary.path, {
      protection: 'guarded',
    });
    const word = `601.${process.pid}`;
    const command = findCommand('shell')?.create(
      { workdir: builddir, command: ['sleep', word] },
      context(),
    );
    const ended = command?.run();
    await waitFor(async () => expect(await processesNaming(word)).not.toEqual([]));
    const enclosure = await enclosing.enter();
    killByForce(enclosure?.firstPid ?? 0);
    await ended;
    await enclosure?.leave();
    expect(await processesNaming(word)).toEqual([]);
  });

  it('runs nothing that a build has put in the way of its start', async () => {
    const { builddir, context } = await enclosedBuilder(temporary.path, { protection: 'guarded' });
    const bin = join(builddir, 'bin');
    await mkdir(bin);
    for (const name of ['nsenter', 'setpriv', 'env']) {
      await writeFile(join(bin, name), `#!/bin/sh\ntouch ${temporary.at('outside')}\n`);
      await chmod(join(bin, name), 0o755);
    }
    const env = { PATH: [bin, '/usr/bin', '/bin'], LD_PRELOAD: join(bin, 'evil.so') };
    const command = ['grep', 'NoNewPrivs', '/proc/self/status'];
    const { updates } = await runCommand('shell', { workdir: builddir, command, env }, context());
    expect(printed(updates)).toBe('NoNewPrivs:\t1\n');
    // The linker complains once, for the program itself; outside nobody asked it.
    expect(
      printed(updates, 'stderr')
        .split('\n')
        .filter((line) => line.includes('evil.so')),
    ).toHaveLength(1);
    await expect(stat(temporary.at('outside'))).rejects.toThrow();
  });

  it('gets no directory made, and no log file read, where a link leads outside', async () => {
    const { builddir, context } = await enclosedBuilder(temporary.at('w'), {
      protection: 'guarded',
    });
    await writeFile(temporary.at('secret'), 'secret\n');
    await symlink(temporary.path, join(builddir, 'out'));
    const args = {
      workdir: builddir,
      command: `ln -s ${temporary.at('secret')} log; ln -s w-not-there other`,
      logfiles: { one: 'log', two: 'out/secret' },
    };
    const { updates } = await runCommand('shell', args, context());
    expect(JSON.stringify(updates)).not.toContain('secret\\n');
    const away = { workdir: join(builddir, 'out', 'new'), command: 'true' };
    await runCommand('shell', away, context());
    await expect(stat(temporary.at('new'))).rejects.toThrow();
  });

  it('has its log file read through a link in the open', async () => {
    await writeFile(temporary.at('secret'), '');
    const { builddir, context } = await enclosedBuilder(temporary.at('w'), { protection: 'open' });
    const secret = temporary.at('secret');
    const args = {
      workdir: builddir,
      command: `ln -s ${secret} log; echo secret > ${secret}`,
      logfiles: { one: 'log' },
    };
    const { updates } = await runCommand('shell', args, context());
    expect(JSON.stringify(updates)).toContain('secret\\n');
  });

  it('sees paths that the owner has added, to write where that was said', async () => {
    await mkdir(temporary.at('tools'));
    await mkdir(temporary.at('cache'));
    const { builddir, context } = await enclosedBuilder(temporary.at('w'), {
      protection: 'strict',
      protectionPaths: `${temporary.at('tools')}, ${temporary.at('cache')}:rw`,
    });
    const command = `touch ${temporary.at('cache', 'file')} && echo cached; touch ${temporary.at('tools', 'file')} || echo kept`;
    const { updates } = await runCommand('shell', { workdir: builddir, command }, context());
    expect(printed(updates)).toBe('cached\nkept\n');
  });
});
