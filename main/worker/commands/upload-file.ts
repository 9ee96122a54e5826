import type { FileHandle } from 'node:fs/promises';
import { z } from 'zod';
import { messageOf } from '../../lib/message-of.ts';
import { failed, type Outcome } from '../../lib/outcome.ts';
import { openRegularFile } from '../../system/opening/open-regular-file.ts';
import { strerror } from '../../system/strerror.ts';
import type { Command, CommandContext } from '../command.ts';
import { MasterDefectError } from '../command-errors.ts';
import { defineCommand, pathArgument, truthArgument } from './define-command.ts';
import { atPlaceWithRoom, shownPath } from './file-command.ts';
import { expandUser } from './pb-paths.ts';
import { writerArgument } from './transfer/remote-file.ts';
import { LocalReadError, sendBlocks } from './transfer/send-blocks.ts';
import { transferArguments } from './transfer/transfer-limits.ts';
import { TransferReport, truncationOf } from './transfer/transfer-report.ts';

const schema = z.object({
  path: pathArgument,
  writer: writerArgument,
  ...transferArguments,
  keepstamp: truthArgument,
});
type UploadFileArgs = z.output<typeof schema>;

/** Sends a file to the master. */
export const uploadFileCommand = defineCommand({
  names: ['uploadFile', 'upload_file'],
  className: 'WorkerFileUploadCommand',
  requiredArguments: ['path', 'writer', 'blocksize'],
  schema,
  masterFile: 'written-file',
  pbArguments: ({ workdir, workersrc }, at) => ({ path: at(workdir, expandUser(workersrc)) }),
  create: (args, context) => new UploadFile(args, context),
});

/** A file open for reading. Units: times in seconds since 1970, taken before anything was read. */
interface UploadSource {
  readonly file: FileHandle;
  readonly accessTimeSeconds: number;
  readonly modifiedTimeSeconds: number;
}

class UploadFile implements Command {
  readonly summary: string;
  readonly #args: UploadFileArgs;
  readonly #context: CommandContext;
  readonly #report = new TransferReport();
  #isInterrupted = false;

  constructor(args: UploadFileArgs, context: CommandContext) {
    this.summary = `upload ${shownPath(context, args.path)}`;
    this.#args = args;
    this.#context = context;
  }

  async run(): Promise<void> {
    const { updates } = this.#context;
    const { path } = this.#args;
    const opened = await this.#open();
    if (!opened.ok) this.#report.fail(opened.problem);
    updates.header(`sending ${path}\n`);
    try {
      await this.#transfer(opened.ok ? opened.value : undefined);
    } catch (error) {
      this.#report.fail();
      throw error;
    } finally {
      this.#report.send(updates);
    }
  }

  interrupt(): void {
    this.#isInterrupted = true;
    this.#report.fail();
  }

  async #open(): Promise<Outcome<UploadSource, string>> {
    const { path } = this.#args;
    const refused = `Cannot open file '${path}' for upload`;
    const isRequired = (): boolean => !this.#isInterrupted;
    const way = { use: 'use', repeats: true, isRequired } as const;
    try {
      return await atPlaceWithRoom(this.#context, path, way, ({ path: at }) => openSource(at));
    } catch {
      // The master only gets that, without the reason.
      return failed(refused);
    }
  }

  /** The master's file is closed in any case, so that it holds nothing open for us. */
  async #transfer(source: UploadSource | undefined): Promise<void> {
    const { writer, keepstamp } = this.#args;
    try {
      if (source) await this.#sendBlocks(source.file);
    } catch (error) {
      await this.#closeAfterFailure();
      throw error;
    } finally {
      await source?.file.close();
    }
    await writer.close();
    if (!source || !keepstamp) return;
    await this.#keepTimes(source);
  }

  async #keepTimes({ accessTimeSeconds, modifiedTimeSeconds }: UploadSource): Promise<void> {
    const { path, writer } = this.#args;
    try {
      await writer.utime(accessTimeSeconds, modifiedTimeSeconds);
    } catch (error) {
      if (!(error instanceof MasterDefectError)) throw error;
      // The master throws away what a failed step has uploaded; times that are wrong would be worse.
      this.#report.fail(`Cannot keep the times of file '${path}': ${error.message}`);
    }
  }

  async #sendBlocks(file: FileHandle): Promise<void> {
    const { path, writer, ...limits } = this.#args;
    try {
      const end = await sendBlocks({
        file,
        limits,
        write: (block) => writer.write(block),
        isInterrupted: () => this.#isInterrupted,
      });
      if (end === 'maxsize-reached') this.#report.fail(truncationOf(path));
    } catch (error) {
      if (!(error instanceof LocalReadError)) throw error;
      this.#report.fail(`Cannot read file '${path}' for upload: ${strerror(error.cause)}`);
    }
  }

  async #closeAfterFailure(): Promise<void> {
    try {
      await this.#args.writer.close();
    } catch (error) {
      const { logger, commandId } = this.#context;
      logger.log('warn', `command ${commandId}`, `closing the upload failed: ${messageOf(error)}`);
    }
  }
}

/** Errors: rejects for what is no regular file, or cannot be read. */
async function openSource(path: string): Promise<UploadSource> {
  const { file, stats } = await openRegularFile(path);
  return {
    file,
    accessTimeSeconds: secondsFrom(stats.atimeNs),
    modifiedTimeSeconds: secondsFrom(stats.mtimeNs),
  };
}

function secondsFrom(nanoseconds: bigint): number {
  const perSecond = 1_000_000_000n;
  return Number(nanoseconds / perSecond) + Number(nanoseconds % perSecond) * 1e-9;
}
