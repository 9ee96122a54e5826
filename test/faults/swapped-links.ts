/**
 * A program of a build exchanges a directory for a link that leads outside, as fast as it can, while the
 * master's file commands work on that directory. None may reach what is outside.
 *
 *   node test/faults/swapped-links.ts [TRIES]       default 1000 of each command
 *
 * Prints a line for each command: tries, escapes, and seconds. Ends with 1 when anything escaped.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeReader, FakeWriter, recordingContext, runCommand } from '../support/recording-sink.ts';

/** Exchanges `spare` and `dir`, one of them a directory and the other a link to `outside`. */
const SWAPPER = `
import ctypes, os, sys
libc = ctypes.CDLL(None, use_errno=True)
AT_FDCWD, RENAME_EXCHANGE = -100, 2
os.chdir(sys.argv[1])
print('swapping', flush=True)
while True:
    libc.renameat2(AT_FDCWD, b'dir', AT_FDCWD, b'spare', RENAME_EXCHANGE)
`;

const SECRET = 'outside-secret';

interface Place {
  readonly worker: string;
  readonly outside: string;
}

export interface Tally {
  readonly command: string;
  readonly tries: number;
  readonly escapes: number;
  readonly seconds: number;
}

/** What a command works on, by its name; `dir` is what is exchanged. */
const COMMANDS: Readonly<Record<string, (worker: string, writer: FakeWriter) => Arguments>> = {
  rmdir: (worker) => ({ paths: [join(worker, 'build/dir/sub')], logEnviron: false }),
  cpdir: (worker) => ({
    from_path: join(worker, 'source'),
    to_path: join(worker, 'build/dir/copy'),
    logEnviron: false,
  }),
  'cpdir from': (worker) => ({
    from_path: join(worker, 'build/dir'),
    to_path: join(worker, 'taken'),
    logEnviron: false,
  }),
  uploadFile: (worker, writer) => ({
    path: join(worker, 'build/dir/file'),
    writer,
    blocksize: 100,
  }),
  uploadDirectory: (worker, writer) => ({ path: join(worker, 'build'), writer, blocksize: 65536 }),
  downloadFile: (worker) => ({
    path: join(worker, 'build/dir/made'),
    reader: new FakeReader(Buffer.from('downloaded')),
    blocksize: 100,
  }),
  mkdir: (worker) => ({ paths: [join(worker, 'build/dir/made/deep')] }),
  listdir: (worker) => ({ path: join(worker, 'build/dir') }),
  glob: (worker) => ({ path: join(worker, 'build/**/*') }),
  rmfile: (worker) => ({ path: join(worker, 'build/dir/file') }),
  stat: (worker) => ({ path: join(worker, 'build/dir/file') }),
};
type Arguments = Readonly<Record<string, unknown>>;

/** Tries every command so often; what each did outside. */
export async function trySwappedLinks(tries: number): Promise<readonly Tally[]> {
  const top = await realpath(await mkdtemp(join(tmpdir(), 'buildtray-swap-')));
  const place: Place = { worker: join(top, 'worker'), outside: join(top, 'outside') };
  await prepare(place);
  const swapper = await startSwapper(join(place.worker, 'build'));
  try {
    const tallies: Tally[] = [];
    for (const command of Object.keys(COMMANDS)) tallies.push(await tally(command, place, tries));
    return tallies;
  } finally {
    swapper.kill('SIGKILL');
    await rm(top, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function prepare({ worker, outside }: Place): Promise<void> {
  await mkdir(join(worker, 'build/dir'), { recursive: true });
  await mkdir(join(worker, 'source/inner'), { recursive: true });
  await writeFile(join(worker, 'source/inner/file'), 'copied');
  await symlink(outside, join(worker, 'build/spare'));
  await restore(outside);
}

/** What is outside, as it was. */
async function restore(outside: string): Promise<void> {
  await rm(outside, { recursive: true, force: true });
  await mkdir(join(outside, 'sub'), { recursive: true });
  await writeFile(join(outside, 'file'), SECRET);
  await writeFile(join(outside, 'sub/file'), SECRET);
  await writeFile(join(outside, SECRET), SECRET);
}

async function startSwapper(directory: string): Promise<ChildProcess> {
  const child = spawn('python3', ['-c', SWAPPER, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('error', reject);
    child.once('exit', () => reject(new Error('the program that exchanges links has ended')));
  });
  return child;
}

async function tally(command: string, place: Place, tries: number): Promise<Tally> {
  const startMs = performance.now();
  let escapes = 0;
  for (let done = 0; done < tries; done += 1) {
    await refill(place.worker);
    if (await hasEscaped(command, place)) {
      escapes += 1;
      await restore(place.outside);
    }
  }
  return { command, tries, escapes, seconds: (performance.now() - startMs) / 1000 };
}

/** Puts something into the directory, whichever name it has at the moment. */
async function refill(worker: string): Promise<void> {
  await rm(join(worker, 'taken'), { recursive: true, force: true });
  for (const name of ['dir', 'spare']) {
    const path = join(worker, 'build', name);
    if (!(await lstat(path)).isDirectory()) continue;
    // Through the worker's own commands: this must not go astray either.
    const context = recordingContext(worker);
    await runCommand('mkdir', { paths: [join(path, 'sub')] }, context);
    const reader = new FakeReader(Buffer.from('inside'));
    await runCommand('downloadFile', { path: join(path, 'file'), reader, blocksize: 100 }, context);
  }
}

async function hasEscaped(command: string, { worker, outside }: Place): Promise<boolean> {
  const [name = ''] = command.split(' ');
  const writer = new FakeWriter();
  const context = recordingContext(worker);
  await runCommand(name, COMMANDS[command]?.(worker, writer) ?? {}, context);
  const sent = JSON.stringify(context.updates.updates) + writer.content.toString('latin1');
  if (sent.includes(SECRET)) return true;
  if (command === 'cpdir from' && (await holdsSecret(join(worker, 'taken')))) return true;
  return !(await isUntouched(outside));
}

async function holdsSecret(path: string): Promise<boolean> {
  const stats = await lstat(path).catch(() => undefined);
  if (!stats?.isDirectory()) return false;
  return (await readdir(path, { recursive: true })).some((name) => name.includes(SECRET));
}

async function isUntouched(outside: string): Promise<boolean> {
  const names = (await readdir(outside, { recursive: true })).sort();
  if (names.join() !== ['file', SECRET, 'sub', 'sub/file'].sort().join()) return false;
  const texts = await Promise.all(
    ['file', 'sub/file', SECRET].map((name) => readFile(join(outside, name), 'utf8')),
  );
  return texts.every((text) => text === SECRET);
}

if (process.argv[1]?.endsWith('swapped-links.ts')) {
  const tallies = await trySwappedLinks(Number(process.argv[2] ?? 1_000));
  for (const { command, tries, escapes, seconds } of tallies) {
    process.stdout.write(
      `${command.padEnd(16)} ${tries} tries  ${escapes} escapes  ${seconds.toFixed(1)} s\n`,
    );
  }
  process.exitCode = tallies.some(({ escapes }) => escapes > 0) ? 1 : 0;
}
