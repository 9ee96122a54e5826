import { type ChildProcess, spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { killByForce } from '../../system/running-process.ts';
import { bwrapArguments } from './bwrap-arguments.ts';
import { type Mount, placeIn } from './file-view.ts';
import { HOLDER_SCRIPT, READY } from './holder-script.ts';
import type { ProtectionLevel } from './protection-level.ts';
import { type ProgramStart, SYSTEM_PATH, startInside } from './start-inside.ts';

const INFO_FD = 3;
/** Arguments go this way, so that builds do not read them in the list of processes. */
const ARGUMENTS_FD = 4;
/** What a program that failed has to say, for people. */
const MOST_COMPLAINT = 500;

/**
 * What programs of builds run in: a view of the file system and namespaces of their own, made by `bwrap` and
 * held open by a small program. Whatever is started in it ends with it, by the kernel, however it hides.
 */
export class Enclosure {
  /** The first process in it as this machine numbers it: its end is the end of all others. */
  readonly firstPid: number;
  readonly #view: readonly Mount[];
  readonly #level: ProtectionLevel;
  readonly #bwrap: ChildProcess;
  readonly #over: Promise<void>;
  #isOver = false;
  #users = 0;
  #isToEnd = false;

  private constructor(
    level: ProtectionLevel,
    view: readonly Mount[],
    bwrap: ChildProcess,
    firstPid: number,
  ) {
    this.#level = level;
    this.#view = view;
    this.#bwrap = bwrap;
    this.firstPid = firstPid;
    this.#over = endOf(bwrap).then(() => {
      this.#isOver = true;
    });
  }

  /**
   * `mark`: variables by which it ends with a worker that dies. Builds can read them.
   *
   * Errors: rejects with what `bwrap` complains about.
   */
  static async open(
    level: ProtectionLevel,
    view: readonly Mount[],
    mark: Readonly<Record<string, string>> = {},
  ): Promise<Enclosure> {
    const bwrap = spawn('bwrap', ['--args', `${ARGUMENTS_FD}`, '/bin/sh', '-c', HOLDER_SCRIPT], {
      cwd: '/',
      env: { PATH: SYSTEM_PATH, ...mark },
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe', 'pipe', 'pipe'],
    });
    handOver(bwrap.stdio[ARGUMENTS_FD], bwrapArguments(level, view, INFO_FD));
    const over = endOf(bwrap);
    const failure = failureOf(bwrap);
    const complaint = textOf(bwrap.stderr);
    const info = textOf(bwrap.stdio[INFO_FD] as Readable | null);
    bwrap.stdin?.on('error', () => {});
    const isReady = await Promise.race([isPrinted(bwrap.stdout, READY), over.then(() => false)]);
    const firstPid = firstPidIn(info.sofar());
    if (!isReady || firstPid === undefined) {
      await Promise.all([over, complaint.closed]);
      throw new Error(complaint.sofar().trim() || (await failure) || 'bwrap has ended');
    }
    for (const stream of bwrap.stdio.slice(1)) stream?.destroy();
    bwrap.unref();
    return new Enclosure(level, view, bwrap, firstPid);
  }

  /** Whether nothing can be started in it any more. */
  get isOver(): boolean {
    return this.#isOver || this.#isToEnd;
  }

  /** Keeps it from its end until `leave`. */
  enter(): void {
    this.#users += 1;
  }

  /** Settles when it has ended, where it was to. */
  async leave(): Promise<void> {
    this.#users -= 1;
    if (this.#isToEnd) await this.end();
  }

  /** Ends all that runs in it, as soon as no command is in it; undefined where one still is. */
  end(): Promise<void> | undefined {
    this.#isToEnd = true;
    if (this.#users > 0) return undefined;
    this.#bwrap.ref();
    if (!this.#isOver) killByForce(this.firstPid);
    return this.#over;
  }

  /** How a program is started so that it runs in it. */
  startOf(wanted: ProgramStart): ProgramStart {
    return startInside({ firstPid: this.firstPid, ownsNetwork: this.#level === 'strict' }, wanted);
  }

  /** As `placeIn`, links of this machine followed: a path that leads outside is nowhere. */
  placeOf(path: string): ReturnType<typeof placeIn> {
    if (placeIn(this.#view, path) === 'in-memory') return 'in-memory';
    try {
      return placeIn(this.#view, realpathSync(path));
    } catch {
      return 'nowhere';
    }
  }
}

function handOver(stream: ChildProcess['stdio'][number], words: readonly string[]): void {
  if (!stream || !('write' in stream)) return;
  stream.on('error', () => {});
  stream.end(words.map((word) => `${word}\0`).join(''));
}

/** Why it could not be started; undefined where it was. */
function failureOf(child: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve) => {
    child.once('error', ({ message }) => resolve(message));
    child.once('spawn', () => resolve(undefined));
  });
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
}

/** What a stream has printed so far, its beginning at least. */
function textOf(stream: Readable | null): { sofar(): string; readonly closed: Promise<void> } {
  let text = '';
  const closed = new Promise<void>((resolve) => {
    if (stream) stream.once('close', resolve);
    else resolve();
  });
  stream?.on('error', () => {});
  stream?.on('data', (bytes: Buffer) => {
    if (text.length < MOST_COMPLAINT) text += bytes.toString();
  });
  return { sofar: () => text, closed };
}

function isPrinted(stream: Readable | null, word: string): Promise<boolean> {
  const text = textOf(stream);
  return new Promise((resolve) => {
    stream?.on('data', () => {
      if (text.sofar().includes(word)) resolve(true);
    });
    stream?.on('close', () => resolve(text.sofar().includes(word)));
  });
}

function firstPidIn(info: string): number | undefined {
  const [, pid] = /"child-pid": *(\d+)/.exec(info) ?? [];
  return pid === undefined ? undefined : Number(pid);
}
