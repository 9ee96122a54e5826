import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { acquireLock } from '../../main/basedir/acquire-lock.ts';
import { createWorker } from '../../main/basedir/create-worker.ts';
import { readExtras } from '../../main/basedir/extras-file.ts';
import { pidFrom, readPidFile } from '../../main/basedir/pid-file.ts';
import { settingsVersion } from '../../main/basedir/settings-version.ts';
import { readTacFile } from '../../main/basedir/tac/tac-file.ts';
import { upgradeDirectory } from '../../main/basedir/upgrade/upgrade-directory.ts';
import { FollowedLog } from '../../main/cli/log-files/followed-log.ts';
import { lastLinesOf } from '../../main/cli/log-files/last-lines.ts';
import type { Problem } from '../../main/contract/problem.ts';
import { LinuxAutostart } from '../../main/desktop/autostart/linux-autostart.ts';
import { hasX11Tray } from '../../main/desktop/has-x11-tray.ts';
import { HistoryFile } from '../../main/history/history-file.ts';
import { OutputFiles } from '../../main/history/output/output-files.ts';
import { readHostinfo } from '../../main/hostinfo/read-hostinfo.ts';
import { KeptPause } from '../../main/launch/kept-pause.ts';
import { systemClock } from '../../main/lib/clock.ts';
import { logFilesOf } from '../../main/logging/log-files.ts';
import { LogSource } from '../../main/logging/reading/log-source.ts';
import { readLogTail } from '../../main/logging/reading/read-log-tail.ts';
import { RotatingFile } from '../../main/logging/writing/rotating-file.ts';
import { removeLeftoverRehearsals } from '../../main/rehearsal-session/rehearsal-directory.ts';
import { PASSWD_FILENAME } from '../../main/system/base-directory-files.ts';
import { fileReasonOf } from '../../main/system/file-reason.ts';
import { readOsRelease } from '../../main/system/machine/read-os-release.ts';
import { isRunnableFormat } from '../../main/system/programs/is-runnable-format.ts';
import { finishReplacing } from '../../main/system/writing/replace-together.ts';
import { tlsOptions } from '../../main/transport/tls/tls-options.ts';
import { LogFileWatcher } from '../../main/worker/process/log-file-watcher.ts';
import { viewFacts } from '../../main/worker/protection/view-facts.ts';
import { sourceFiles } from '../support/imports.ts';
import { ODD_FILE_NAMES, ODD_FILES, type OddFile } from '../support/odd-files.ts';
import { notOn } from '../support/only-on.ts';
import { FakeWriter, recordingContext, runCommand } from '../support/recording-sink.ts';
import { temporaryBasedir } from '../support/temporary-basedir.ts';
import { CONFIG } from './main/basedir/tac/configs.ts';

const projectDir = fileURLToPath(new URL('../..', import.meta.url));
const basedir = temporaryBasedir();
const at = basedir.at;

/** By when each has to answer; all need some milliseconds. */
const PATIENCE_MS = 20_000;

/** The reason that a reader gives, by what has its file's place. */
const REASONS: Readonly<Record<OddFile, string>> = {
  'a pipe': 'not-a-file',
  'a pipe with a silent writer': 'not-a-file',
  'a directory': 'EISDIR',
  'a socket': 'not-a-file',
  'an endless device': 'not-a-file',
  'a link to itself': 'ELOOP',
  'a huge file': 'too-long',
};

interface Reader {
  /** Where the file is expected, in the test's directory. */
  readonly place: string;
  /** Makes what belongs around it, before it is there. */
  readonly prepare?: () => Promise<unknown>;
  /** Its answer, errors and problems by their reason. */
  readonly read: () => Promise<unknown>;
  /** Answers that are another than the reason. */
  readonly answers?: Partial<Record<OddFile, unknown>>;
  /** The answer whatever is there. */
  readonly always?: unknown;
  /** Why a huge file is not tried: it is read whole, since that is asked for. */
  readonly takesHuge?: string;
}

const isIn = (name: string) => () => mkdir(at(name));
const reasonOf = (error: unknown): string => fileReasonOf(error).kind;
const refusal = (work: Promise<unknown>): Promise<unknown> => work.catch(reasonOf);

/** The reason in an outcome's problem, or its key where that says it all. */
async function problemOf(
  work: Promise<{ readonly ok: boolean; readonly problem?: unknown }>,
): Promise<unknown> {
  const outcome = await work;
  return outcome.ok ? 'fine' : reasonIn(outcome.problem as Problem);
}

function reasonIn({ key, facts }: Problem): string {
  const reason = 'reason' in facts ? facts.reason : undefined;
  return typeof reason === 'object' && 'kind' in reason ? reason.kind : key;
}

/** How a command ends. */
async function rcOf(name: string, args: Readonly<Record<string, unknown>>): Promise<unknown> {
  const context = recordingContext(basedir.path);
  await runCommand(name, args, context);
  return context.updates.valuesOf('rc').at(-1);
}

const TRANSFER = { maxsize: 1000, blocksize: 100, keepstamp: false };

/** Each file of main that opens what others can make, by its path. */
const READERS: Readonly<Record<string, Reader>> = {
  'main/basedir/acquire-lock.ts': {
    place: 'unused',
    read: async () => {
      const lock = await acquireLock(basedir.path);
      if (!lock.ok) return lock.problem;
      await rm(at('buildtray.pid'));
      fs.renameSync(at('unused'), at('buildtray.pid'));
      lock.value.dispose();
      return (await fs.promises.lstat(at('buildtray.pid'))).isFile() ? 'a file' : 'no file';
    },
    always: 'no file',
    answers: { 'a huge file': 'a file' },
  },
  'main/basedir/create-worker.ts': {
    place: 'buildbot.tac',
    read: () =>
      problemOf(
        createWorker(
          { config: { ...CONFIG, basedir: basedir.path }, extras: {}, isRelocatable: false },
          { admin: '', host: '' },
        ),
      ),
    // Another file than ours is kept, and ours made beside it.
    answers: { 'a huge file': 'fine' },
  },
  'main/basedir/extras-file.ts': {
    place: 'buildtray.json',
    read: () => problemOf(readExtras(basedir.path)),
    answers: { 'a huge file': 'extras.notJson' },
  },
  'main/basedir/pid-file.ts': {
    place: 'pid',
    read: async () => pidFrom(await readPidFile(at('pid'))),
    always: undefined,
  },
  'main/basedir/settings-version.ts': {
    place: 'buildbot.tac',
    read: async () => typeof (await settingsVersion(basedir.path)),
    always: 'string',
  },
  'main/basedir/tac/tac-file.ts': {
    place: 'buildbot.tac',
    read: async () => {
      const file = await readTacFile(at('buildbot.tac'));
      return file.ok || reasonIn(file.problem.problem);
    },
    answers: { 'a huge file': 'tac.tooLarge' },
  },
  'main/basedir/upgrade/upgrade-directory.ts': {
    place: 'buildbot.tac.old',
    prepare: () => writeFile(at('buildbot.tac'), OLD_TAC),
    read: async () => {
      const upgraded = await upgradeDirectory(basedir.path, { isDryRun: false });
      return upgraded.ok && path.basename(upgraded.value.oldPath ?? '');
    },
    always: 'buildbot.tac.old.1',
  },
  'main/cli/log-files/followed-log.ts': {
    place: 'worker.log',
    read: async () => {
      const [newest] = await logFilesOf(basedir.path);
      const log = new FollowedLog(basedir.path, newest, newest?.sizeBytes ?? 0);
      await log.copyTo(() => {});
      return 'nothing new';
    },
    answers: { 'a huge file': 'nothing new' },
  },
  'main/cli/log-files/last-lines.ts': {
    place: 'worker.log',
    read: async () =>
      (await lastLinesOf(await logFilesOf(basedir.path), 5)).text.length < 16 * 1024 * 1024,
    answers: { 'a huge file': true },
  },
  'main/cli/worker-process/start-in-background.ts': elsewhere('test/integration/fifos.test.ts'),
  'main/desktop/autostart/linux-autostart.ts': {
    place: 'autostart/buildtray.desktop',
    prepare: isIn('autostart'),
    read: () => new LinuxAutostart(basedir.path, ['buildtray']).isOn(),
    always: false,
  },
  'main/desktop/has-x11-tray.ts': {
    place: 'cookies',
    read: () => hasX11Tray({ DISPLAY: ':0', XAUTHORITY: at('cookies') }, basedir.path),
    always: false,
  },
  'main/history/history-file.ts': {
    place: 'history',
    read: () => {
      const history = new HistoryFile(at('history'), async (lines) => {
        for await (const _line of lines);
      });
      return history.read().then(() => history.append('{}\n'));
    },
  },
  'main/history/output/output-files.ts': {
    place: 'output/build.jsonl',
    prepare: isIn('output'),
    read: () => new OutputFiles(at('output')).find('build', '1'),
  },
  'main/hostinfo/read-hostinfo.ts': {
    place: 'info/host',
    prepare: isIn('info'),
    read: async () => {
      const { problems, files } = await readHostinfo(at('info'));
      return problems.length === 0 ? Object.keys(files) : problems.map(reasonIn).join();
    },
    answers: { 'a directory': [] },
  },
  'main/launch/kept-pause.ts': {
    place: 'buildtray.pause',
    read: async () => {
      const reported: string[] = [];
      const pause = new KeptPause(basedir.path, (why) => void reported.push(reasonIn(why)));
      return (await pause.read(0)) ?? reported.join();
    },
    // What it begins with is no time.
    answers: { 'a huge file': '' },
  },
  'main/logging/reading/log-source.ts': {
    place: 'worker.log',
    read: async () => {
      const source = await LogSource.open(at('worker.log'));
      await source?.close();
      return 'opened';
    },
    answers: { 'a huge file': 'opened' },
  },
  'main/logging/reading/read-log-tail.ts': {
    place: 'worker.log',
    read: async () => (await readLogTail(at('worker.log'), 5)).length,
    answers: { 'a huge file': 1 },
  },
  'main/logging/writing/rotating-file.ts': {
    place: 'worker.log',
    read: async () => {
      const troubles: string[] = [];
      const file = new RotatingFile({
        path: at('worker.log'),
        limits: { sizeBytes: undefined, keep: undefined },
        clock: systemClock,
        onTrouble: (why) => void troubles.push(reasonIn(why)),
      });
      file.write('line\n');
      await file.close();
      return troubles.join();
    },
    // Somebody may want no log, by a link to /dev/null.
    answers: { 'an endless device': '', 'a huge file': '' },
  },
  'main/rehearsal-session/rehearsal-directory.ts': {
    place: 'buildtray-rehearsal-old/buildtray.pid',
    prepare: isIn('buildtray-rehearsal-old'),
    read: () => removeLeftoverRehearsals(basedir.path),
    always: undefined,
  },
  'main/system/machine/read-os-release.ts': {
    place: 'os-release',
    read: () => readOsRelease(at('os-release')),
    always: {},
  },
  'main/system/programs/is-runnable-format.ts': {
    place: 'interpreter',
    prepare: () => writeFile(at('script'), `#!${at('interpreter')}\n`, { mode: 0o755 }),
    read: async () => isRunnableFormat(at('script'), basedir.path),
    // The kernel has the word, which does not wait either.
    always: true,
    answers: { 'a huge file': process.platform !== 'linux' },
  },
  'main/system/writing/replace-together.ts': {
    place: 'plan',
    read: () => finishReplacing(at('plan'), () => true),
    always: undefined,
  },
  'main/transport/tls/tls-options.ts': {
    place: 'ca.pem',
    read: async () => {
      const endpoint = {
        kind: 'tls',
        checkedName: undefined,
        trust: { kind: 'system' },
        certificatePath: at('ca.pem'),
        privateKeyPath: undefined,
        carrier: { kind: 'unix', path: '' },
      } as const;
      const own = await tlsOptions(endpoint, {}).catch((error: Error) => reasonOf(error.cause));
      const authority = { ...endpoint, certificatePath: undefined };
      const theirs = tlsOptions(authority, { authorities: at('ca.pem') });
      return [own, await theirs.catch((error: Error) => reasonOf(error.cause))];
    },
    answers: Object.fromEntries(
      // A directory holds authorities: this one holds none.
      Object.entries(REASONS).map(([name, reason]) => [
        name,
        [reason, name === 'a directory' ? 'other' : reason],
      ]),
    ),
  },
  'main/worker/commands/transfer/copy-tree.ts': {
    place: 'from/odd',
    prepare: isIn('from'),
    read: () => rcOf('cpdir', { from_path: at('from'), to_path: at('to'), logEnviron: false }),
    always: 1,
    answers: { 'a directory': 0, 'an endless device': 0, 'a link to itself': 0 },
    takesHuge: 'it is copied, and can be interrupted',
  },
  'main/worker/commands/transfer/tar-directory.ts': {
    place: 'tree/odd',
    prepare: isIn('tree'),
    read: () =>
      rcOf('uploadDirectory', {
        ...TRANSFER,
        path: at('tree'),
        writer: new FakeWriter(),
        maxsize: 100_000,
        compress: null,
      }),
    always: 0,
    takesHuge: 'it is packed, and can be interrupted',
  },
  'main/worker/commands/upload-file.ts': {
    place: 'file',
    read: () => rcOf('uploadFile', { ...TRANSFER, path: at('file'), writer: new FakeWriter() }),
    always: 1,
  },
  'main/worker/process/log-file-watcher.ts': {
    place: 'log',
    read: async () => {
      let bytes = 0;
      const watcher = new LogFileWatcher({
        path: at('log'),
        isFollowed: true,
        clock: systemClock,
        onBytes: ({ length }) => {
          bytes += length;
        },
      });
      await watcher.prepare();
      await watcher.stop();
      return bytes;
    },
    always: 0,
  },
  'main/worker/protection/view-facts.ts': {
    place: PASSWD_FILENAME,
    read: () =>
      refusal(
        viewFacts({
          basedir: at(),
          builddir: at('linux'),
          level: 'guarded',
          settings: { protectionPaths: undefined },
        }).then(({ passwdPath }) => path.basename(passwdPath)),
      ),
    // It is replaced by what it is to be.
    always: PASSWD_FILENAME,
    answers: { 'a directory': 'EISDIR', 'a link to itself': 'ELOOP' },
  },
};

/** One that starts processes is tested by a file of its own. */
function elsewhere(test: string): Reader {
  return {
    place: '',
    read: async () => (await stat(path.join(projectDir, test))).isFile(),
    always: true,
  };
}

/** Needs an upgrade. */
const OLD_TAC = `
from twisted.application import service
from buildbot.slave.bot import BuildSlave
application = service.Application('buildslave')
s = BuildSlave('h', 1, 'w', 'p', '/b', 600, False)
s.setServiceParent(application)
`;

/** What of main/system/opening opens a file that others can make. */
const OPENING =
  /system\/opening\/(open-file|open-regular-file|open-to-append|open-to-read|read-bounded|read-start-sync|read-whole)\.ts'|from '\.\.\/opening\/(read-\w+|open-to-\w+)/;

describe('whoever reads a file that a build may have made', () => {
  it('is on the list of this test', () => {
    const found = sourceFiles(projectDir, 'main').filter(
      (file) =>
        !file.startsWith('main/system/opening/') &&
        OPENING.test(fs.readFileSync(path.join(projectDir, file), 'utf8')),
    );
    expect(Object.keys(READERS)).toEqual(found.toSorted());
  });

  describe.each(Object.entries(READERS))(
    '%s',
    notOn('win32', 'Windows has no named pipes in folders'),
    (_file, reader) => {
      it.each(ODD_FILE_NAMES)(
        'waits for nobody, and answers: %s',
        async (name) => {
          if (name === 'a huge file' && reader.takesHuge !== undefined) return;
          await reader.prepare?.();
          const place = at(reader.place);
          const clear = reader.place === '' ? undefined : await ODD_FILES[name](place);
          const rescue = rescueAt(place);
          const startMs = performance.now();
          try {
            const answer = await refusal(reader.read());
            const ownAnswer = Object.hasOwn(reader, 'always') ? reader.always : REASONS[name];
            const answers = reader.answers ?? {};
            expect(answer).toEqual(Object.hasOwn(answers, name) ? answers[name] : ownAnswer);
            expect(performance.now() - startMs).toBeLessThan(PATIENCE_MS);
          } finally {
            rescue();
            await clear?.();
          }
        },
        120_000,
      );
    },
  );
});

/** Whoever waits at a pipe after all goes on late, so that the test fails instead of standing still. */
function rescueAt(place: string): () => void {
  const script = `sleep ${(2 * PATIENCE_MS) / 1000}; [ -p "$1" ] && exec 3<>"$1" && sleep 60`;
  const child = spawn('sh', ['-c', script, 'sh', place], { stdio: 'ignore', detached: true });
  return () => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  };
}
