import type { ContractHandlers, EventPayloads } from '../../contract/api.ts';
import type { LogOpening } from '../../contract/log/log-contract.ts';
import type { LogRow, LogSlice } from '../../contract/log/log-rows.ts';
import type { Problem } from '../../contract/problem.ts';
import { changeRotation, type RotatedWorker, rotationOf } from '../../hosting/change-rotation.ts';
import { LogSession } from '../../hosting/log-session.ts';
import type { Clock } from '../../lib/clock.ts';
import { failed, type Outcome } from '../../lib/outcome.ts';
import { formatLogLine } from '../../logging/log-line.ts';
import { inWords } from '../../texts/in-words.ts';
import type { Texts } from '../../texts/texts.ts';

export interface LogDelegate {
  readonly workers: { find(workerId: string): RotatedWorker | undefined };
  readonly clock: Clock;
  readonly texts: () => Texts;
  /** Whether a window shows. */
  readonly isWatched: () => boolean;
  readonly send: <Channel extends keyof EventPayloads>(
    channel: Channel,
    payload: EventPayloads[Channel],
  ) => void;
  readonly copyText: (text: string) => void;
  /** In the system's file manager. */
  readonly showFile: (path: string) => void;
  readonly warn: (problem: Problem) => void;
  /** Begins a new file. Errors: a sentence. */
  readonly rotate: (workerId: string) => Promise<Outcome<void, string>>;
}

/** The log page: one log is open at a time. */
export class LogHandlers {
  readonly #delegate: LogDelegate;
  #session: LogSession | undefined;

  constructor(delegate: LogDelegate) {
    this.#delegate = delegate;
  }

  /** No window is left that could look. */
  async windowGone(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    await session?.close();
  }

  get handlers(): ContractHandlers['log'] {
    const { workers, texts, copyText, showFile } = this.#delegate;
    const gone = () => failed(texts().refusals.workerGone);
    return {
      open: (workerId) => this.#open(workerId),
      close: () => this.windowGone(),
      slice: ({ filter, firstRow, count }) =>
        this.#session?.reader.slice(filter, firstRow, count) ?? nothingAt(firstRow, filter),
      rowOf: ({ line, filter }) => this.#session?.reader.rowOf(line, filter) ?? 0,
      copy: async ({ filter, firstRow, count }) => {
        const slice = await this.#session?.reader.slice(filter, firstRow, count);
        const rows = slice?.rows ?? [];
        if (rows.length > 0) copyText(rows.map(textOf).join(''));
        return rows.length;
      },
      search: (query) => {
        const { send } = this.#delegate;
        // It reports its end; the call must not last as long.
        void this.#session?.reader.search(query, (state) => send('log.searched', { query, state }));
      },
      cancelSearch: () => this.#session?.reader.cancelSearch(),
      lineOfHit: (hit) => this.#session?.reader.lineOfHit(hit),
      openFolder: (workerId) => {
        const hosted = workers.find(workerId);
        if (hosted) showFile(hosted.logPath);
      },
      rotation: async (workerId) => {
        const hosted = workers.find(workerId);
        if (hosted) return rotationOf(hosted, texts());
        const whyFixed = texts().refusals.workerGone;
        return { logSize: null, logCount: null, whyFixed, totalBytes: 0, files: 0 };
      },
      changeRotation: async (change) => {
        const hosted = workers.find(change.workerId);
        return hosted ? inWords(await changeRotation(hosted, change), texts()) : gone();
      },
      rotate: (workerId) => this.#delegate.rotate(workerId),
    };
  }

  async #open(workerId: string): Promise<Outcome<LogOpening, string>> {
    const { workers, clock, texts, isWatched, send, warn } = this.#delegate;
    const hosted = workers.find(workerId);
    if (!hosted) return failed(texts().refusals.workerGone);
    const before = this.#session;
    const session = new LogSession({
      logPath: hosted.logPath,
      clock,
      isWatched,
      warn,
      onChanged: (extent) => send('log.changed', { workerId, extent }),
    });
    this.#session = session;
    await before?.close();
    return inWords(await session.open(), texts());
  }
}

function nothingAt(firstRow: number, filter: LogSlice['filter']): LogSlice {
  return { generation: -1, filter, firstRow, rows: [] };
}

/** As it is in the file. */
function textOf({ at, level, subject, message, isContinued }: LogRow): string {
  if (isContinued) return `\t${message}\n`;
  return `${at === undefined ? message : formatLogLine({ at, level, subject, message })}\n`;
}
