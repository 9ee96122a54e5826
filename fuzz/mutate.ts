import type { Random } from './random.ts';

/** Numbers at whose edges readers go wrong. */
const ODD_BYTES = [0, 1, 0x7f, 0x80, 0x81, 0x82, 0x87, 0xc0, 0xd9, 0xdf, 0xfe, 0xff];
const MOST_BYTES = 64 * 1024;

/** An input made of what is known to be good: now and then only of chance. */
export function mutated(corpus: readonly Uint8Array[], random: Random): Uint8Array {
  if (random.below(20) === 0) return random.bytes(random.below(400));
  let input: Buffer = Buffer.from(random.oneOf(corpus));
  for (let count = random.below(6); count >= 0; count -= 1) {
    input = change(input, corpus, random);
  }
  return input.subarray(0, MOST_BYTES);
}

function change(input: Buffer, corpus: readonly Uint8Array[], random: Random): Buffer {
  const at = random.below(input.length + 1);
  const until = Math.min(input.length, at + random.below(32));
  switch (random.below(8)) {
    case 0: // another bit
      if (at < input.length) input[at] = (input[at] ?? 0) ^ (1 << random.below(8));
      return input;
    case 1: // an odd byte
      if (at < input.length) input[at] = random.oneOf(ODD_BYTES);
      return input;
    case 2: // less
      return Buffer.concat([input.subarray(0, at), input.subarray(until)]);
    case 3: // chance in between
      return Buffer.concat([
        input.subarray(0, at),
        random.bytes(random.below(16)),
        input.subarray(at),
      ]);
    case 4: // the same again, and again
      return repeated(input, at, until, random);
    case 5: // cut off
      return input.subarray(0, at);
    case 6: {
      // the end of another one
      const other = random.oneOf(corpus);
      return Buffer.concat([input.subarray(0, at), other.subarray(random.below(other.length))]);
    }
    default: // moved
      return Buffer.concat([input.subarray(until), input.subarray(0, until)]);
  }
}

function repeated(input: Buffer, at: number, until: number, random: Random): Buffer {
  const piece = input.subarray(at, until);
  const times = random.oneOf([1, 2, 3, 300]);
  return Buffer.concat([
    input.subarray(0, at),
    ...Array.from({ length: times }, () => piece),
    input.subarray(at),
  ]);
}

/** The input in pieces, cut anywhere. */
export function inPieces(input: Uint8Array, random: Random): readonly Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let from = 0;
  while (from < input.length) {
    const to = from + 1 + random.below(random.oneOf([1, 4, 64, input.length]));
    pieces.push(input.slice(from, to));
    from = to;
  }
  return pieces;
}
