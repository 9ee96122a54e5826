import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  FakeReader,
  FakeWriter,
  recordingContext,
  runCommand,
} from '../../../../support/recording-sink.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const OWN = [
  'buildbot.tac',
  'buildbot.tac.bak',
  'buildtray.json',
  'buildtray.pid',
  'buildtray.sock',
  'twistd.pid',
  'twistd.log.1',
  'worker.log',
  'worker.log.7',
  'shutdown.stamp',
  'info',
  'info/host',
  '.buildbot.tac.17.3.tmp',
  '.buildbot.tac.4711-98765.3.tmp',
  '.buildtray.json.4711-.3.tmp',
];

/** What a command of each kind would be given to work on `path`. */
const COMMANDS: Readonly<Record<string, (path: string) => Readonly<Record<string, unknown>>>> = {
  uploadFile: (path) => ({ path, writer: new FakeWriter(), blocksize: 100 }),
  uploadDirectory: (path) => ({ path, writer: new FakeWriter(), blocksize: 100 }),
  downloadFile: (path) => ({ path, reader: new FakeReader(Buffer.from('taken')), blocksize: 100 }),
  rmfile: (path) => ({ path }),
  rmdir: (path) => ({ paths: [path], logEnviron: false }),
  mkdir: (path) => ({ paths: [path] }),
  stat: (path) => ({ path }),
  listdir: (path) => ({ path }),
  glob: (path) => ({ path: `${path}/*` }),
  'cpdir from': (path) => ({ from_path: path, to_path: basedir.at('copy'), logEnviron: false }),
  'cpdir to': (path) => ({ from_path: basedir.at('build'), to_path: path, logEnviron: false }),
};

async function makeWorker(): Promise<void> {
  await mkdir(basedir.at('build/sub'), { recursive: true });
  await mkdir(basedir.at('info'));
  for (const name of OWN) {
    if (name !== 'info') await writeFile(basedir.at(name), 'own');
  }
}

async function sentBy(command: string, path: string, fileAccess: 'basedir' | 'anywhere') {
  const [name = ''] = command.split(' ');
  const args = COMMANDS[command]?.(path) ?? {};
  const context = recordingContext(basedir.path, { fileAccess });
  const { updates } = await runCommand(name, args, context);
  return updates;
}

describe('the worker’s own files', () => {
  it.each(
    Object.keys(COMMANDS).flatMap((name) =>
      (['basedir', 'anywhere'] as const).map((fileAccess) => [name, fileAccess] as const),
    ),
  )('are refused to %s with file access %s, through links too', async (command, fileAccess) => {
    await makeWorker();
    await symlink('.', basedir.at('here'));
    await symlink('../buildbot.tac', basedir.at('build/settings'));
    const paths = [
      ...OWN.map((name) => basedir.at(name)),
      basedir.at('here/buildbot.tac'),
      basedir.at('build/../build/../buildtray.json'),
      `${basedir.path}//info/.`,
    ];
    // Those that take the link itself may have it.
    if (!/^rm|from/.test(command)) paths.push(basedir.at('build/settings'));
    // A master over MessagePack makes it at each attachment: below.
    const isMade = (path: string) => command === 'mkdir' && /info(\/\.)?$/.test(path);
    for (const path of paths.filter((each) => !isMade(each))) {
      const updates = await sentBy(command, path, fileAccess);
      const text = updates.map(([, value]) => String(value)).join('\n');
      expect([path, text]).toEqual([path, expect.stringContaining("the worker's own files")]);
      expect(updates).toContainEqual(['rc', 1]);
    }
    for (const name of OWN) {
      if (name !== 'info') expect(await readFile(basedir.at(name), 'utf8')).toBe('own');
    }
  });

  it.each(['uploadDirectory', 'downloadFile', 'rmfile', 'rmdir', 'cpdir from', 'cpdir to'])(
    'are refused to %s by way of the base directory and what holds it',
    async (command) => {
      await makeWorker();
      const paths = ['cpdir from', 'uploadDirectory', 'rmdir'].includes(command)
        ? [basedir.path, `${basedir.path}/`, basedir.at('build/..'), basedir.at('..')]
        : [basedir.path];
      for (const path of paths) {
        const updates = await sentBy(command, path, 'anywhere');
        expect([path, updates.map(String).join('\n')]).toEqual([
          path,
          expect.stringContaining('holds the worker itself'),
        ]);
      }
    },
  );

  it('let a master make sure that there is an info, as it does over MessagePack', async () => {
    expect(await sentBy('mkdir', basedir.at('info'), 'basedir')).toContainEqual(['rc', 0]);
    expect(await sentBy('listdir', basedir.path, 'basedir')).toContainEqual(['files', ['info']]);
    expect(await sentBy('mkdir', basedir.at('info'), 'basedir')).toContainEqual(['rc', 0]);
    expect(await sentBy('mkdir', basedir.at('info/more'), 'basedir')).toContainEqual(['rc', 1]);
    await symlink('info', basedir.at('link'));
    expect(await sentBy('mkdir', basedir.at('link/more'), 'basedir')).toContainEqual(['rc', 1]);
  });

  it('are not among the names that a master is shown', async () => {
    await makeWorker();
    const listed = await sentBy('listdir', basedir.path, 'basedir');
    expect(listed).toContainEqual(['files', expect.arrayContaining(['build', 'info'])]);
    expect(listed.find(([key]) => key === 'files')?.[1]).toHaveLength(2);
    const globbed = await sentBy('glob', basedir.path, 'basedir');
    expect(globbed).toContainEqual(['files', [basedir.at('build'), basedir.at('info')]]);
    const args = { path: basedir.at('build*.tac') };
    const { updates } = await runCommand('glob', args, recordingContext(basedir.path));
    expect(updates).toContainEqual(['files', []]);
  });

  it('are not copied along when the base directory is a part of what is copied to', async () => {
    await makeWorker();
    const name = basedir.path.split('/').at(-1) ?? '';
    await mkdir(basedir.at('build', name));
    await writeFile(basedir.at('build', name, 'buildbot.tac'), 'forged');
    const args = { from_path: basedir.at('build', name), to_path: basedir.at('..') };
    const context = recordingContext(basedir.path, { fileAccess: 'anywhere' });
    const { updates } = await runCommand('cpdir', args, context);
    expect(updates).toContainEqual(['rc', 1]);
    expect(await readFile(basedir.at('buildbot.tac'), 'utf8')).toBe('own');
  });

  it('are named by their own names: others that look like them are builds’', async () => {
    for (const name of ['worker', 'information', 'buildbot', 'mybuildbot.tac']) {
      await writeFile(basedir.at(name), 'x');
      expect(await sentBy('rmfile', basedir.at(name), 'basedir')).toContainEqual(['rc', 0]);
    }
    expect(await readdir(basedir.path)).toEqual([]);
  });
});

describe('cpdir', () => {
  it('replaces a link in its destination and leaves alone what it leads to', async () => {
    await mkdir(basedir.at('worker/from/sub'), { recursive: true });
    await mkdir(basedir.at('worker/to'));
    await mkdir(basedir.at('outside'));
    await writeFile(basedir.at('outside/kept'), 'kept');
    await writeFile(basedir.at('worker/from/file'), 'new');
    await writeFile(basedir.at('worker/from/sub/file'), 'new');
    await mkdir(basedir.at('worker/to/from'));
    await symlink(basedir.at('outside/kept'), basedir.at('worker/to/from/file'));
    await symlink(basedir.at('outside'), basedir.at('worker/to/from/sub'));
    const args = { from_path: basedir.at('worker/from'), to_path: basedir.at('worker/to') };
    const { updates } = await runCommand('cpdir', args, recordingContext(basedir.at('worker')));
    expect(updates).toContainEqual(['rc', 1]);
    expect(await readFile(basedir.at('outside/kept'), 'utf8')).toBe('kept');
    expect(await readdir(basedir.at('outside'))).toEqual(['kept']);
    expect(await readFile(basedir.at('worker/to/from/file'), 'utf8')).toBe('new');
  });
});
