import { describe, expect, it } from 'vitest';
import {
  fitsFormat,
  isRegisteredFormat,
} from '../../../../../main/system/programs/registered-format.ts';

const EMULATOR = `enabled
interpreter /usr/bin/emulator
flags: OC
offset 1
magic 454c4600
mask ffffff00
`;
const BY_NAME = 'enabled\ninterpreter /usr/bin/run\nflags: \nextension .jar\n';

describe('a registered format', () => {
  it('is known by its first bytes, as far as its mask reaches', () => {
    expect(fitsFormat(EMULATOR, Buffer.from('\x7fELF\x55'), 'p')).toBe(true);
    expect(fitsFormat(EMULATOR, Buffer.from('\x7fELG\x55'), 'p')).toBe(false);
    expect(fitsFormat(EMULATOR, Buffer.from('\x7fEL'), 'p')).toBe(false);
  });

  it("is known by its name's end", () => {
    expect(fitsFormat(BY_NAME, Buffer.alloc(0), 'a/b.jar')).toBe(true);
    expect(fitsFormat(BY_NAME, Buffer.alloc(0), 'a/b.jart')).toBe(false);
  });

  it('does not count while it is disabled', () => {
    expect(fitsFormat(BY_NAME.replace('enabled', 'disabled'), Buffer.alloc(0), 'b.jar')).toBe(
      false,
    );
  });

  it('is none where nobody registered it', () => {
    expect(isRegisteredFormat(Buffer.from('echo hello'), '/p')).toBe(false);
  });
});
