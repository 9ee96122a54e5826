import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Output } from '../../../../../main/cli/terminal/output.ts';

/** A stream that takes so many writes, and none after that. */
class FailingStream extends Writable {
  readonly written: string[] = [];
  readonly #code: string;
  #left: number;

  constructor(takes: number, code = 'EPIPE') {
    // As the standard streams, it stays open after an error.
    super({ autoDestroy: false, decodeStrings: false });
    this.#left = takes;
    this.#code = code;
  }

  override _write(chunk: unknown, _encoding: string, done: (error?: Error) => void): void {
    if (this.#left === 0) {
      done(Object.assign(new Error(`${this.#code}: write failed`), { code: this.#code }));
      return;
    }
    this.#left -= 1;
    this.written.push(String(chunk));
    done();
  }
}

async function wroteThree(stream: FailingStream, write: (output: Output, text: string) => void) {
  const output = new Output(stream);
  for (const text of ['one', 'two', 'three']) write(output, text);
  await output.flush();
  return output;
}

describe('an output', () => {
  it('writes all of it', async () => {
    const stream = new FailingStream(9);
    const output = await wroteThree(stream, (to, text) => to.write(text));
    expect(stream.written).toEqual(['one', 'two', 'three', '']);
    expect(output.failure).toBeUndefined();
    expect(output.lost.aborted).toBe(false);
  });

  it('whose reader goes away is lost without a failure, and without an error that ends the program', async () => {
    const output = await wroteThree(new FailingStream(1), (to, text) => to.write(text));
    expect(output.lost.aborted).toBe(true);
    expect(output.failure).toBeUndefined();
  });

  it('on a full disk has failed', async () => {
    const output = await wroteThree(new FailingStream(1, 'ENOSPC'), (to, text) => to.write(text));
    expect(output.lost.aborted).toBe(true);
    expect(output.failure?.message).toContain('ENOSPC');
  });

  it('on a full disk has not failed where nobody needs what is written', async () => {
    const output = await wroteThree(new FailingStream(1, 'ENOSPC'), (to, text) => to.echo(text));
    expect(output.lost.aborted).toBe(true);
    expect(output.failure).toBeUndefined();
  });

  it('drops what comes after it was lost', async () => {
    const stream = new FailingStream(1);
    const output = await wroteThree(stream, (to, text) => to.write(text));
    output.write('four');
    await output.flush();
    expect(stream.written).toEqual(['one']);
  });
});
