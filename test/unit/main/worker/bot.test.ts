import { mkdir, readdir, symlink } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { Bot, type BotOptions } from '../../../../main/worker/bot.ts';
import type { CommandChannel } from '../../../../main/worker/command-run.ts';
import { MOST_BUILDERS } from '../../../../main/worker/master-limits.ts';
import { botOptions } from '../../../support/bot-options.ts';
import { FakeClock } from '../../../support/fake-clock.ts';
import { isRunning } from '../../../support/is-running.ts';
import { onlyOn } from '../../../support/only-on.ts';
import { RecordingLogger } from '../../../support/recording-logger.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { waitFor } from '../../../support/wait-for.ts';

const basedir = temporaryBasedir();

/** What a shell prints as a command of the builder `leaves`, to its end. */
async function outputOf(bot: Bot, script: string): Promise<string> {
  let printed = '';
  await new Promise<void>((resolve) => {
    const channel: CommandChannel = {
      isWritable: true,
      onWritableChanged: () => ({ dispose: () => {} }),
      sendUpdates: (updates) => {
        for (const update of updates) {
          if (update.kind === 'text' && update.stream === 'stdout') {
            printed += Buffer.from(update.lines.utf8).toString();
          }
        }
      },
      complete: async () => resolve(),
      release: () => {},
    };
    const command = ['/bin/sh', '-c', script];
    const args = {
      command,
      workdir: basedir.path,
      want_stdout: 1,
      want_stderr: 1,
      logEnviron: false,
    };
    bot.builderNamed('leaves').startCommand('1', 'shell', args, channel);
  });
  return printed;
}

function makeBot(options: Partial<BotOptions> = {}) {
  const logger = new RecordingLogger();
  const events: string[] = [];
  const bot = new Bot(
    botOptions({
      basedir: basedir.path,
      numcpus: 3,
      version: '9.9.9',
      environment: { LANG: 'C' },
      logger,
      readHostinfo: async () => ({ admin: 'Ada', os_id: 'debian' }),
      onChanged: () => events.push('changed'),
      onShutdown: () => events.push('shutdown'),
      ...options,
    }),
  );
  return { bot, logger, events };
}

const builder = (name: string, builddir = name) => ({ name, builddir });

describe('the worker info', () => {
  it('holds the hostinfo, the filtered environment and what the masters ask for', async () => {
    const { bot } = makeBot();
    const info = await bot.workerInfo();
    expect(info).toMatchObject({
      admin: 'Ada',
      os_id: 'debian',
      environ: { LANG: 'C' },
      system: 'posix',
      basedir: basedir.path,
      numcpus: 3,
      version: '4.3.0 (buildtray 9.9.9)',
      delete_leftover_dirs: 0,
    });
    expect(info.worker_commands).toMatchObject({ shell: '3.3', uploadFile: '3.3', rmdir: '3.3' });
  });

  it('is known to be under way, for it may be large', async () => {
    const { bot } = makeBot();
    const gathering = bot.workerInfo();
    expect(bot.isGatheringInfo).toBe(true);
    await gathering;
    const failing = makeBot({ readHostinfo: () => Promise.reject(new Error('no disk')) }).bot;
    await expect(failing.workerInfo()).rejects.toThrow('no disk');
    expect([bot.isGatheringInfo, failing.isGatheringInfo]).toEqual([false, false]);
  });

  it('cannot be overruled by a file of hostinfo', async () => {
    const { bot } = makeBot({ readHostinfo: async () => ({ basedir: '/elsewhere' }) });
    expect((await bot.workerInfo()).basedir).toBe(basedir.path);
  });
});

describe('setBuilders', () => {
  it('makes a directory per builder and keeps the object of a builder that stays', async () => {
    const { bot, events } = makeBot();
    const first = await bot.setBuilders([builder('linux', 'linux-build'), builder('docs')]);
    const second = await bot.setBuilders([builder('linux', 'moved/linux')]);
    expect(await readdir(basedir.path)).toEqual(['docs', 'linux-build', 'moved']);
    expect([...second.keys()]).toEqual(['linux']);
    expect(second.get('linux')).toBe(first.get('linux'));
    expect(second.get('linux')?.builddir).toBe(basedir.at('moved/linux'));
    expect(bot.builderNames).toEqual(['linux']);
    expect(events).toEqual(['changed', 'changed']);
  });

  it('names in the log the builders that the master assigns, the first of very many', async () => {
    const logger = new RecordingLogger();
    const bot = new Bot(botOptions({ basedir: basedir.path, logger }));
    await bot.setBuilders([builder('linux'), builder('do\u202ecs', 'docs')]);
    await bot.setBuilders([]);
    await bot.setBuilders(Array.from({ length: 25 }, (_builder, at) => builder(`b${at}`)));
    const assigned = logger.lines.filter((line) => line.includes('assigned by the master'));
    expect(assigned.slice(0, 2)).toEqual([
      'info worker: builders assigned by the master: linux, do\\u202ecs',
      'info worker: builders assigned by the master: none',
    ]);
    expect(assigned[2]).toMatch(/: b0, b1, .*b19 and 5 more$/);
  });

  it.each(['info', 'info/deep', 'buildtray.json', 'worker.log.3/x', 'to-info'])(
    'refuses %s, which is the worker’s own',
    async (builddir) => {
      await mkdir(basedir.at('info'));
      await symlink('info', basedir.at('to-info'));
      const attempt = makeBot().bot.setBuilders([builder('evil', builddir)]);
      await expect(attempt).rejects.toThrow("one of the worker's own files");
    },
  );

  it.each(['..', '.', '../other', '/../x'])('refuses the directory %s', async (builddir) => {
    const { bot } = makeBot();
    const attempt = bot.setBuilders([builder('evil', builddir)]);
    await expect(attempt).rejects.toThrow(`'${builddir}' lies outside`);
    expect(bot.builderNames).toEqual([]);
  });

  it('takes none where one is refused', async () => {
    const { bot, events } = makeBot();
    const attempt = bot.setBuilders([builder('linux'), builder('evil', 'info')]);
    await expect(attempt).rejects.toThrow("one of the worker's own files");
    expect([bot.builderNames, events]).toEqual([[], []]);
  });

  it('removes directories that no builder owns where the owner chose that', async () => {
    await mkdir(basedir.at('info'));
    await mkdir(basedir.at('old/deep'), { recursive: true });
    await symlink('info', basedir.at('link'));
    const { bot } = makeBot({ deleteLeftoverDirs: true });
    await bot.setBuilders([builder('b')]);
    expect(await readdir(basedir.path)).toEqual(['b', 'info', 'link']);
  });
});

describe('what a bot shows', () => {
  const started = async (): Promise<ReturnType<typeof makeBot>> => {
    const made = makeBot();
    const builders = await made.bot.setBuilders(['b', 'a', 'idle'].map((name) => builder(name)));
    for (const name of ['b', 'a']) builders.get(name)?.startBuild();
    return made;
  };

  it('is which builders are busy, by name', async () => {
    const { bot } = await started();
    expect([bot.busyBuilderNames, bot.isBusy]).toEqual([['a', 'b'], true]);
  });

  it('is none of those that are assigned no more', async () => {
    const { bot } = await started();
    await bot.setBuilders([builder('b')]);
    expect([bot.builderNames, bot.busyBuilderNames]).toEqual([['b'], ['b']]);
  });

  it('is nothing that runs once the connection is lost', async () => {
    const { bot } = await started();
    bot.dropCommands('the connection was lost');
    expect([bot.busyBuilderNames, bot.isBusy, bot.builderNames.length]).toEqual([[], false, 3]);
  });
});

it('passes on that the master sends it away', () => {
  const { bot, events } = makeBot();
  bot.shutdown();
  expect(events).toEqual(['shutdown']);
});

describe('a bot’s limits', () => {
  it('names no more builders than any master has', async () => {
    const { bot } = makeBot();
    const list = Array.from({ length: MOST_BUILDERS + 1 }, (_, at) => builder(`b${at}`));
    await expect(bot.setBuilders(list)).rejects.toThrow('10000 builders here and no more');
  });

  it('forgets idle builders that a master only named, once they are so many', () => {
    const { bot } = makeBot();
    for (let at = 0; at <= MOST_BUILDERS; at += 1) bot.builderNamed(`b${at}`);
    expect(bot.builderNames).toEqual([`b${MOST_BUILDERS}`]);
  });

  it(
    'ends what a forgotten builder left running',
    onlyOn('linux', 'only Linux shows whether a process is there'),
    async () => {
      const clock = new FakeClock();
      const { bot } = makeBot({ clock });
      const printed = await outputOf(bot, 'sleep 1000 >/dev/null 2>&1 & echo $!');
      const left = Number(printed);
      expect(isRunning(left)).toBe(true);
      await clock.advanceAsync(10_000);
      expect(bot.isBusy).toBe(false);
      for (let at = 0; at < MOST_BUILDERS; at += 1) bot.builderNamed(`b${at}`);
      await waitFor(() => expect(isRunning(left)).toBe(false));
    },
  );
});

describe('a builder whose name would act where it is shown', () => {
  it('is the same builder to its master, and shows what would act as numbers', async () => {
    const { bot } = makeBot();
    const name = 'linux\nstate     Idle\u001b[2J';
    const builders = await bot.setBuilders([{ name, builddir: 'b' }]);
    builders.get(name)?.startBuild();
    const shown = ['linux\\nstate     Idle\\x1b[2J'];
    expect([bot.builderNames, bot.busyBuilderNames]).toEqual([shown, shown]);
    expect(bot.builderNamed(name)).toBe(builders.get(name));
  });
});
