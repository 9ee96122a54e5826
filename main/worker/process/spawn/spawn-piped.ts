import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync } from 'node:fs';
import { Socket } from 'node:net';
import { constants } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import { codeOf, messageOf } from '../../../lib/message-of.ts';
import { withUmask } from '../../with-umask.ts';
import { type Child, type ChildExit, type ChildOptions, ChildStartError } from './child.ts';
import { closePipes, pipePool, type StreamPipes } from './pipe-pool.ts';

/**
 * Starts a program with pipes for its standard streams, as leader of its own session and group.
 *
 * Errors: ChildStartError when there is no such program or workdir, or it may not be run.
 */
export async function spawnPiped(options: ChildOptions): Promise<Child> {
  try {
    return await spawnWith(await pipePool.takeForStreams(options.report ?? (() => {})), options);
  } catch (error) {
    throw new ChildStartError(startFailureText(options, error), { cause: error });
  }
}

async function spawnWith(pipes: StreamPipes | undefined, options: ChildOptions): Promise<Child> {
  const process = startProcess(pipes, options);
  const failure = failureOf(process);
  if (process.pid === undefined) {
    // Node has made no streams at all where there was no descriptor left.
    for (const stream of [process.stdin, process.stdout, process.stderr]) stream?.destroy();
    if (pipes) closePipes(Object.values(pipes));
    throw await failure;
  }
  const streams = pipes ? adopt(pipes) : streamsOf(process);
  return new PipedChild(process, process.pid, streams, options);
}

/** Some failures are thrown at once (a NUL in a word, too many words), others come as an event. */
function startProcess(pipes: StreamPipes | undefined, options: ChildOptions): ChildProcess {
  try {
    return withUmask(options.umask, () =>
      spawn(options.file, options.args, {
        cwd: options.workdir,
        env: options.environment,
        // A group of its own, so that it can be ended with all its children.
        detached: globalThis.process.platform !== 'win32',
        stdio: pipes ? [pipes.stdin.readFd, pipes.stdout.writeFd, pipes.stderr.writeFd] : 'pipe',
        windowsHide: true,
      }),
    );
  } catch (error) {
    if (pipes) closePipes(Object.values(pipes));
    throw error;
  }
}

interface Streams {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
}

/** Closes the child's ends, which it has copies of by now, and makes streams of ours. */
function adopt(pipes: StreamPipes): Streams {
  closeSync(pipes.stdin.readFd);
  closeSync(pipes.stdout.writeFd);
  closeSync(pipes.stderr.writeFd);
  return {
    stdin: new Socket({ fd: pipes.stdin.writeFd, readable: false, writable: true }),
    stdout: new Socket({ fd: pipes.stdout.readFd, readable: true, writable: false }),
    stderr: new Socket({ fd: pipes.stderr.readFd, readable: true, writable: false }),
  };
}

function streamsOf({ stdin, stdout, stderr }: ChildProcess): Streams {
  if (!stdin || !stdout || !stderr) throw new ChildStartError('the process has no streams');
  return { stdin, stdout, stderr };
}

function failureOf(process: ChildProcess): Promise<Error> {
  return new Promise((resolve) => process.once('error', resolve));
}

/** The words a shell would use; a missing workdir is distinguished from a missing program. */
function startFailureText({ file, workdir }: ChildOptions, error: unknown): string {
  const subject = existsSync(workdir) ? file : workdir;
  switch (codeOf(error)) {
    case 'ENOENT':
      return `${subject}: No such file or directory`;
    case 'EACCES':
      return `${subject}: Permission denied`;
    case 'ENOTDIR':
      return `${subject}: Not a directory`;
    case 'ENOEXEC':
      return `${subject}: Exec format error`;
    case 'E2BIG':
      return `${subject}: Argument list too long`;
    default:
      return `${subject}: ${messageOf(error)}`;
  }
}

class PipedChild implements Child {
  readonly pid: number;
  readonly exited: Promise<ChildExit>;
  readonly ended: Promise<ChildExit>;
  readonly #streams: Streams;

  constructor(process: ChildProcess, pid: number, streams: Streams, options: ChildOptions) {
    this.pid = pid;
    this.#streams = streams;
    const { stdin, stdout, stderr } = streams;
    stdout.on('data', (bytes: Buffer) => options.onOutput('stdout', bytes));
    stderr.on('data', (bytes: Buffer) => options.onOutput('stderr', bytes));
    this.exited = exitOf(process);
    const outputEnded = Promise.all([closeOf(stdout), closeOf(stderr)]);
    this.ended = outputEnded.then(async () => {
      const exit = await this.exited;
      stdin.destroy();
      return exit;
    });
    // A program that does not read all of its input is no failure.
    stdin.on('error', () => {});
    stdin.end(options.stdin);
  }

  pause(): void {
    this.#streams.stdout.pause();
    this.#streams.stderr.pause();
  }

  resume(): void {
    this.#streams.stdout.resume();
    this.#streams.stderr.resume();
  }

  letGo(): void {
    for (const stream of Object.values(this.#streams)) stream.destroy();
  }
}

function exitOf(process: ChildProcess): Promise<ChildExit> {
  return new Promise((resolve) => {
    process.once('exit', (code, signal) => {
      resolve({ code, signal: signal === null ? null : constants.signals[signal] });
    });
  });
}

function closeOf(stream: Readable): Promise<void> {
  return new Promise((resolve) => {
    stream.on('error', () => {});
    stream.once('close', () => resolve());
  });
}
