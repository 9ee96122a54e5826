import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync } from 'node:fs';
import { Socket } from 'node:net';
import { constants } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import { codeOf, messageOf } from '../../lib/errors.ts';
import { type Child, type ChildExit, type ChildOptions, ChildStartError } from './child.ts';
import { type Pipe, pipePool } from './pipe-pool.ts';

/**
 * Starts a program with pipes for its standard streams, as leader of its own session and group.
 *
 * Errors: ChildStartError when there is no such program or workdir, or it may not be run.
 */
export async function spawnPiped(options: ChildOptions): Promise<Child> {
  const pipes = await takePipes();
  const process = spawn(options.file, options.args, {
    cwd: options.workdir,
    env: options.environment,
    // A group of its own, so that it can be ended with all its children.
    detached: globalThis.process.platform !== 'win32',
    stdio: pipes ? [pipes.stdin.readFd, pipes.stdout.writeFd, pipes.stderr.writeFd] : 'pipe',
    windowsHide: true,
  });
  const streams = pipes ? adopt(pipes) : streamsOf(process);
  if (process.pid === undefined) {
    const error = await failureOf(process);
    for (const stream of Object.values(streams)) stream.destroy();
    throw new ChildStartError(startFailureText(options, error), { cause: error });
  }
  return new PipedChild(process, process.pid, streams, options);
}

interface Streams {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
}

interface Pipes {
  readonly stdin: Pipe;
  readonly stdout: Pipe;
  readonly stderr: Pipe;
}

/** Three pipes or, where one of them cannot be had, none. */
async function takePipes(): Promise<Pipes | undefined> {
  const stdin = await pipePool.take('write');
  const stdout = await pipePool.take('read');
  const stderr = await pipePool.take('read');
  if (stdin && stdout && stderr) return { stdin, stdout, stderr };
  for (const pipe of [stdin, stdout, stderr]) {
    if (pipe) closePipe(pipe);
  }
  return undefined;
}

function closePipe({ readFd, writeFd }: Pipe): void {
  closeSync(readFd);
  closeSync(writeFd);
}

/** Closes the child's ends, which it has copies of by now, and makes streams of ours. */
function adopt(pipes: Pipes): Streams {
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

/** The words a shell would use; a missing workdir is told apart from a missing program. */
function startFailureText({ file, workdir }: ChildOptions, error: Error): string {
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
  readonly ended: Promise<ChildExit>;
  readonly #streams: Streams;

  constructor(process: ChildProcess, pid: number, streams: Streams, options: ChildOptions) {
    this.pid = pid;
    this.#streams = streams;
    const { stdin, stdout, stderr } = streams;
    stdout.on('data', (bytes: Buffer) => options.onOutput('stdout', bytes));
    stderr.on('data', (bytes: Buffer) => options.onOutput('stderr', bytes));
    this.ended = Promise.all([exitOf(process), closeOf(stdout), closeOf(stderr)]).then(([exit]) => {
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
