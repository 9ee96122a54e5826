import type { CommandOutput } from '../../../main/contract/worker/worker-status.ts';

/** A line as it is shown. */
export interface OutputLine {
  /** Grows by one per line; distinguishes lines for as long as they are kept. */
  readonly number: number;
  readonly stream: string;
  /** With the colours that lines before it have switched on. */
  readonly text: string;
}

const ESCAPE = '\u001b';
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with the escape character
const COLOUR = /\u001b\[([\d;]*)m/g;
/** Nobody reads on; a page of a megabyte in one line would make it slow. */
const LONGEST_LINE = 4_000;
/** Colours that are never switched off again must not pile up. */
const LONGEST_CARRY = 200;

/**
 * The last lines of a builder's output. Long headers are shortened to what runs and what became of it:
 * where it ran, and in which environment, is in the master's log.
 */
export class OutputLines {
  readonly #most: number;
  readonly #carries = new Map<string, string>();
  #lines: OutputLine[] = [];
  #number = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** A new array after each change, oldest first. */
  get lines(): readonly OutputLine[] {
    return this.#lines;
  }

  add({ stream, text }: Pick<CommandOutput, 'stream' | 'text'>): void {
    const whole = text.endsWith('\n') ? text.slice(0, -1) : text;
    const lines = whole.split('\n');
    const kept = stream === 'header' ? lines.filter(isMainHeader) : lines;
    // What would fall out at once need not be looked at.
    const made = kept.slice(-this.#most).map((line) => this.#lineFrom(stream, line));
    this.#lines = [...this.#lines, ...made].slice(-this.#most);
  }

  #lineFrom(stream: string, raw: string): OutputLine {
    this.#number += 1;
    const text = this.#coloured(stream, afterReturn(raw).slice(0, LONGEST_LINE));
    return { number: this.#number, stream, text };
  }

  /** Each line is drawn by itself, so it begins with what is switched on. */
  #coloured(stream: string, line: string): string {
    const carry = this.#carries.get(stream) ?? '';
    if (!line.includes(ESCAPE)) return carry + line;
    let after = carry;
    for (const [sequence, codes = ''] of line.matchAll(COLOUR)) {
      after = /^0*(;|$)/.test(codes) ? '' : (after + sequence).slice(-LONGEST_CARRY);
    }
    this.#carries.set(stream, after);
    return carry + line;
  }
}

/** Headers go into detail in lines that begin with a space. */
export function isMainHeader(line: string): boolean {
  return line !== '' && !line.startsWith(' ') && !line.startsWith('elapsedTime=');
}

/** A progress bar writes over its own line: the last that it wrote counts. */
function afterReturn(line: string): string {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  return text.slice(text.lastIndexOf('\r') + 1);
}
