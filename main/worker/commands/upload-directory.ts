import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { codeOf, messageOf } from '../../lib/message-of.ts';
import { errnoFrom, strerror } from '../../system/strerror.ts';
import type { Command, CommandContext } from '../command.ts';
import { reprOf } from '../process/repr-of.ts';
import { defineCommand, pathArgument } from './define-command.ts';
import { atPlaceWithRoom, shownPath } from './file-command.ts';
import type { Place } from './paths/find-place.ts';
import { expandUser } from './pb-paths.ts';
import { writerArgument } from './transfer/remote-file.ts';
import { LocalReadError, sendBlocks } from './transfer/send-blocks.ts';
import { TarMemberError } from './transfer/tar-directory.ts';
import { transferArguments } from './transfer/transfer-limits.ts';
import { TransferReport, truncationOf } from './transfer/transfer-report.ts';
import { writeArchive } from './transfer/write-archive.ts';

const schema = z.object({
  path: pathArgument,
  writer: writerArgument,
  ...transferArguments,
  compress: z
    .enum(['gz', 'bz2', ''])
    .nullable()
    .default(null)
    .transform((compression) => compression || null),
});
type UploadDirectoryArgs = z.output<typeof schema>;

/** Sends a directory's contents to the master, which unpacks them. */
export const uploadDirectoryCommand = defineCommand({
  names: ['uploadDirectory', 'upload_directory'],
  className: 'WorkerDirectoryUploadCommand',
  requiredArguments: ['path', 'writer', 'blocksize'],
  schema,
  masterFile: 'written-directory',
  pbArguments: ({ workdir, workersrc }, at) => ({ path: at(workdir, expandUser(workersrc)) }),
  create: (args, context) => new UploadDirectory(args, context),
});

class UploadDirectory implements Command {
  readonly summary: string;
  readonly #args: UploadDirectoryArgs;
  readonly #context: CommandContext;
  readonly #report = new TransferReport();
  readonly #interruption = new AbortController();

  constructor(args: UploadDirectoryArgs, context: CommandContext) {
    this.summary = `upload directory ${shownPath(context, args.path)}`;
    this.#args = args;
    this.#context = context;
  }

  /**
   * What fails here leaves the master's file open, neither closed nor unpacked: the master then throws
   * away what it got, where closing would make it keep the archive for ever.
   */
  async run(): Promise<void> {
    const { path } = this.#args;
    try {
      const isRequired = (): boolean => !this.#interruption.signal.aborted;
      const way = { use: 'tree', isRequired } as const;
      const sent = await atPlaceWithRoom(this.#context, path, way, (place) => this.#send(place));
      if (!sent.ok) this.#report.fail(sent.problem);
    } catch (error) {
      // What the way to it does not allow: what is there could not be read either.
      if (errnoFrom(error) === undefined) {
        this.#report.fail();
        throw error;
      }
      this.#report.fail(packingFailure(path, new TarMemberError(path, error)));
    } finally {
      this.#report.send(this.#context.updates);
    }
  }

  async #send(place: Place): Promise<void> {
    const temporaryDir = await mkdtemp(join(tmpdir(), 'buildtray-transfer-'));
    try {
      const archivePath = join(temporaryDir, 'archive');
      if (await this.#didPack(place, archivePath)) await this.#transfer(archivePath);
    } finally {
      await rm(temporaryDir, { recursive: true, force: true });
    }
  }

  interrupt(): void {
    this.#report.fail();
    this.#interruption.abort();
  }

  /** Before the first byte is sent, so that an unreadable file costs the master nothing. */
  async #didPack(place: Place, archivePath: string): Promise<boolean> {
    const { path, compress } = this.#args;
    const { signal } = this.#interruption;
    const { environment } = this.#context;
    try {
      await writeArchive({
        directory: place.path,
        shownDirectory: path,
        archivePath,
        compression: compress,
        environment,
        signal,
      });
    } catch (error) {
      this.#report.fail(signal.aborted ? undefined : packingFailure(path, error));
    }
    return !this.#report.hasFailed;
  }

  async #transfer(archivePath: string): Promise<void> {
    const { path, writer, ...limits } = this.#args;
    this.#context.updates.header(`sending ${path}\n`);
    const file = await open(archivePath, 'r');
    try {
      const end = await sendBlocks({
        file,
        limits,
        write: (block) => writer.write(block),
        isInterrupted: () => this.#interruption.signal.aborted,
      });
      if (end === 'interrupted') return;
      if (end === 'maxsize-reached') {
        // Half an archive cannot be unpacked.
        this.#report.fail(truncationOf(path));
        return;
      }
    } catch (error) {
      if (!(error instanceof LocalReadError)) throw error;
      this.#report.fail(`Cannot read directory '${path}' for upload: ${strerror(error.cause)}`);
      return;
    } finally {
      await file.close();
    }
    await writer.unpack();
  }
}

function packingFailure(path: string, error: unknown): string {
  return `Cannot read directory '${path}' for upload: ${reasonOf(error)}`;
}

/** A file's failure in the words of Python's OSError: `[Errno 2] No such file or directory: 'a'`. */
function reasonOf(error: unknown): string {
  if (!(error instanceof TarMemberError)) {
    return codeOf(error) === undefined ? messageOf(error) : strerror(error);
  }
  const errno = errnoFrom(error.cause);
  const place = reprOf(error.path);
  if (errno === undefined) return `${messageOf(error.cause)}: ${place}`;
  return `[Errno ${errno}] ${strerror(error.cause)}: ${place}`;
}
