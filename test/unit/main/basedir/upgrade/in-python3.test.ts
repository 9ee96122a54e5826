import { describe, expect, it } from 'vitest';
import { inPython3, notPython3 } from '../../../../../main/basedir/upgrade/in-python3.ts';

describe('what has one meaning only is spelled in Python 3', () => {
  it.each([
    ['mode = 0755', 'mode = 0o755'],
    ['n = 10L', 'n = 10'],
    ["p = ur'x'", "p = r'x'"],
    ['print "a", 1  # why', 'print("a", 1)  # why'],
    ['print "#"; b = 2', 'print("#"); b = 2'],
    ['print "a",', `print("a", end=' ')`],
    ['if 1 <> 2: pass', 'if 1 != 2: pass'],
    ['try: pass\nexcept E, e: pass', 'try: pass\nexcept E as e: pass'],
  ])('%j', (old, modern) => {
    expect(inPython3(`${old}\n`)).toBe(`${modern}\n`);
    expect(inPython3(`${modern}\n`)).toBe(`${modern}\n`);
    expect(notPython3(`${modern}\n`)).toBeUndefined();
  });

  it.each([
    'zero = 00',
    'n = 0o755',
    'n = 0x1L',
    "s = '0755 10L <> print x'",
    '# print x',
    'L = 1',
  ])('and what is no Python 2, or is only text, is left: %j', (text) => {
    expect(inPython3(text)).toBe(text === 'n = 0x1L' ? 'n = 0x1' : text);
  });
});

describe('what is still no Python 3', () => {
  it.each([
    ['a = 1\nprint >>f, "x"\n', 2, 'print >>f, "x"'],
    ['raise E, "x"\n', 1, 'raise E, "x"'],
    ['a = 09\n', 1, 'a = 09'],
    ['if 1 <> 2:\n  pass\n', 1, 'if 1 <> 2:'],
    ['try:\n  pass\nexcept E, e:\n  pass\n', 1, 'try:'],
    ['a = (1\n', 1, 'a = (1'],
  ])('is found with its line: %j', (text, line, source) => {
    expect(notPython3(text)).toEqual({ line, source });
  });
});
