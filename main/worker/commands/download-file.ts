import { z } from 'zod';
import { messageOf } from '../../lib/message-of.ts';
import { failed, type Outcome, succeeded } from '../../lib/outcome.ts';
import { errnoFrom, strerror } from '../../system/strerror.ts';
import type { Command, CommandContext } from '../command.ts';
import { defineCommand, pathArgument } from './define-command.ts';
import { atPlaceWithRoom, shownPath } from './file-command.ts';
import { type Place, withParents } from './paths/find-place.ts';
import { expandUser } from './pb-paths.ts';
import { type DownloadTarget, openDownloadTarget } from './transfer/download-target.ts';
import { type ReceiveEnd, receiveBlocks } from './transfer/receive-blocks.ts';
import { readerArgument } from './transfer/remote-file.ts';
import { transferArguments } from './transfer/transfer-limits.ts';
import { TransferReport, truncationOf } from './transfer/transfer-report.ts';

const schema = z.object({
  path: pathArgument,
  reader: readerArgument,
  ...transferArguments,
  /** Permission bits; null: as the umask leaves them. */
  mode: z.number().int().nonnegative().nullable().default(null),
});
type DownloadFileArgs = z.output<typeof schema>;

/** Takes a file from the master. */
export const downloadFileCommand = defineCommand({
  names: ['downloadFile', 'download_file'],
  className: 'WorkerFileDownloadCommand',
  requiredArguments: ['path', 'reader', 'blocksize'],
  schema,
  masterFile: 'read-file',
  pbArguments: ({ workdir, workerdest }, at) => ({ path: at(workdir, expandUser(workerdest)) }),
  create: (args, context) => new DownloadFile(args, context),
});

/** The file could not be written here. */
class LocalWriteError extends Error {
  override readonly name = 'LocalWriteError';
  readonly code = 'LOCAL_WRITE';
}

class DownloadFile implements Command {
  readonly summary: string;
  readonly #args: DownloadFileArgs;
  readonly #context: CommandContext;
  readonly #report = new TransferReport();
  #isInterrupted = false;

  constructor(args: DownloadFileArgs, context: CommandContext) {
    this.summary = `download ${shownPath(context, args.path)}`;
    this.#args = args;
    this.#context = context;
  }

  async run(): Promise<void> {
    const { path } = this.#args;
    try {
      const isRequired = (): boolean => !this.#isInterrupted;
      const way = { use: 'use', isRequired } as const;
      const done = await atPlaceWithRoom(this.#context, path, way, (place) => this.#fetch(place));
      if (!done.ok) this.#report.fail(done.problem);
    } catch (error) {
      // What the way to it does not allow, before anything was transferred.
      if (errnoFrom(error) !== undefined) this.#report.fail(this.#cannotOpen(messageOf(error)));
      else {
        this.#report.fail(this.#reasonOf(error));
        if (!(error instanceof LocalWriteError)) throw error;
      }
    } finally {
      await this.#closeReader();
      this.#report.send(this.#context.updates);
    }
  }

  interrupt(): void {
    this.#isInterrupted = true;
    this.#report.fail();
  }

  async #fetch(place: Place): Promise<void> {
    const { path } = this.#args;
    const { umask } = this.#context;
    if (namesDirectory(path)) {
      this.#report.fail(this.#cannotOpen('it names a directory'));
      return;
    }
    await withParents(place, umask, async (inParents) => {
      const opened = await this.#open(inParents);
      if (opened.ok) await this.#transfer(opened.value);
      else this.#report.fail(opened.problem);
    });
  }

  async #open(place: Place): Promise<Outcome<DownloadTarget, string>> {
    const { mode } = this.#args;
    try {
      return succeeded(await openDownloadTarget(place.path, { mode, umask: this.#context.umask }));
    } catch (error) {
      return failed(this.#cannotOpen(messageOf(error)));
    }
  }

  /** The master only gets that, without the reason. */
  #cannotOpen(reason: string): string {
    const { path } = this.#args;
    const { logger, commandId } = this.#context;
    logger.log('warn', `command ${commandId}`, `cannot open ${path}: ${reason}`);
    return `Cannot open file '${path}' for download`;
  }

  async #transfer(target: DownloadTarget): Promise<void> {
    const { reader, ...limits } = this.#args;
    let end: ReceiveEnd;
    try {
      end = await receiveBlocks({
        reader,
        limits,
        write: (blocks) => locally(target.write(blocks)),
        isInterrupted: () => this.#isInterrupted,
      });
    } catch (error) {
      await target.discard();
      throw error;
    }
    if (end !== 'end-of-file') this.#report.fail(this.#reasonOfEnd(end));
    // What fits in maxsize stays: that is what the master asked for.
    const isKept = end === 'end-of-file' || end === 'maxsize-reached';
    await (isKept ? locally(target.commit()) : target.discard());
  }

  #reasonOfEnd(end: ReceiveEnd): string | undefined {
    const { path } = this.#args;
    if (end === 'maxsize-reached') return truncationOf(path);
    if (end !== 'no-data') return undefined;
    return (
      `Cannot download file '${path}': the master answered without any data, ` +
      'a defect of its MessagePack protocol; downloads work over the PB protocol'
    );
  }

  #reasonOf(error: unknown): string | undefined {
    if (!(error instanceof LocalWriteError)) return undefined;
    return `Cannot write file '${this.#args.path}': ${strerror(error.cause)}`;
  }

  /** Its failure would hide how the transfer went, so it is only logged. */
  async #closeReader(): Promise<void> {
    try {
      await this.#args.reader.close();
    } catch (error) {
      const { logger, commandId } = this.#context;
      logger.log(
        'warn',
        `command ${commandId}`,
        `closing the download failed: ${messageOf(error)}`,
      );
    }
  }
}

/** The system opens no file under such a name; with its links resolved the path no longer shows it. */
function namesDirectory(path: string): boolean {
  return /\/\.{0,2}$/.test(path);
}

async function locally(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (cause) {
    throw new LocalWriteError('the file could not be written', { cause });
  }
}
