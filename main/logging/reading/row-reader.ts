import type { LogLevel } from '../../contract/log/log-level.ts';
import type { LogRow } from '../../contract/log/log-rows.ts';
import { parseLogLine } from '../log-line.ts';
import { ERROR, HEAD_BYTES, INFO, type Urgency, urgencyOf, WARN } from './log-level-bytes.ts';
import type { TextLine } from './read-lines.ts';

/** Makes rows of consecutive lines; a line that continues another has its level. */
export class RowReader {
  #urgency: Urgency;

  /** `urgency` is that of the line before the first one. */
  constructor(urgency: Urgency = INFO) {
    this.#urgency = urgency;
  }

  /** The level of the next line; lines must come in order. */
  next({ text }: TextLine): Urgency {
    this.#urgency = urgencyOfText(text, this.#urgency);
    return this.#urgency;
  }

  row({ text, cutBytes }: TextLine, line: number | undefined): LogRow {
    if (!text.startsWith('\t')) {
      return {
        ...parseLogLine(text),
        level: LEVELS[this.#urgency],
        line,
        isContinued: false,
        cutBytes,
      };
    }
    const level = LEVELS[this.#urgency];
    const message = text.slice(1);
    return { line, at: undefined, level, subject: '', message, isContinued: true, cutBytes };
  }
}

const LEVELS: Readonly<Record<Urgency, LogLevel>> = {
  [INFO]: 'info',
  [WARN]: 'warn',
  [ERROR]: 'error',
};

const scratch = Buffer.alloc(HEAD_BYTES);

/** As the index reads it from the bytes of the file. */
function urgencyOfText(text: string, before: Urgency): Urgency {
  const length = scratch.write(text, 0, HEAD_BYTES, 'utf8');
  return urgencyOf(scratch, 0, length, before);
}
