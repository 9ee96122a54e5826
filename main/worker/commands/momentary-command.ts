import type { Command, CommandContext } from '../command.ts';
import { CommandLimitError } from '../command-errors.ts';
import { didFileWork, type FileWork } from './file-command.ts';
import { untilWritable } from './until-writable.ts';

const TIMED_OUT_RC = 110;
const INTERRUPTED_RC = -1;

/** A network's file system may take its time; a master that got nothing for so long waits for nothing. */
const LONGEST_MS = 300_000;

/** What a momentary command does. */
export interface MomentaryWork {
  /** Its name on the wire. */
  readonly name: string;
  /** What it does, for people. */
  readonly summary: string;
  /**
   * Sends its `rc` and what belongs to it. When `signal` is aborted the command is answered already, and
   * what is sent later is dropped: work that can end then should.
   *
   * Errors: a CommandLimitError becomes an answer.
   */
  run(signal: AbortSignal): Promise<void>;
}

/**
 * A command that asks the file system once. It is nearly always over in a moment; where the file system
 * hangs or is larger than anybody expected, an interrupt or a limit in time answers for it.
 */
export function momentaryCommand(context: CommandContext, work: MomentaryWork): Command {
  const stop = new AbortController();
  const interruption = new CommandLimitError('interrupted', INTERRUPTED_RC);
  return {
    summary: work.summary,
    isMomentary: true,
    run: () => runWithin(context, work, stop),
    interrupt: () => stop.abort(interruption),
  };
}

/** `didFileWork` of a momentary command, which answers nothing before its work is done. */
export function didMomentaryWork(
  context: CommandContext,
  signal: AbortSignal,
  file: Omit<FileWork, 'repeats' | 'isRequired'>,
): Promise<boolean> {
  return didFileWork(context, { ...file, repeats: true, isRequired: () => !signal.aborted });
}

async function runWithin(
  { clock, updates }: CommandContext,
  { name, run }: MomentaryWork,
  stop: AbortController,
): Promise<void> {
  const { signal } = stop;
  // An answer may be large: none is made before there is room for it.
  if (!updates.isWritable) await untilWritable(updates, signal);
  const late = new CommandLimitError(`no answer within ${LONGEST_MS / 1000} s`, TIMED_OUT_RC);
  const limit = clock.setTimer(LONGEST_MS, () => stop.abort(late));
  try {
    signal.throwIfAborted();
    await Promise.race([run(signal), abortOf(signal)]);
  } catch (error) {
    if (!(error instanceof CommandLimitError)) throw error;
    updates.header(`${name}: ${error.message}\n`);
    updates.value('rc', error.rc);
  } finally {
    limit.cancel();
  }
}

function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = (): void => reject(signal.reason);
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}
