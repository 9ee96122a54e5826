import { describe, expect, it } from 'vitest';
import {
  DEFAULT_NEWLINE_PATTERN,
  newlineRuleFrom,
} from '../../../../../main/worker/updates/newlines.ts';

const normalised = (text: string, pattern = DEFAULT_NEWLINE_PATTERN): string =>
  newlineRuleFrom(pattern).normalise(Buffer.from(text)).toString('utf8');

describe('the pattern of the Python worker', () => {
  it.each([
    ['a\r\nb', 'a\nb'],
    ['10 %\r20 %\r', '10 %\n20 %\r'],
    ['a\r\r\nb', 'a\n\nb'],
    ['a\x1b[ub\x1b[12;3Hc\x1b[1;1fd\x1b[2Je', 'a\nb\nc\nd\ne'],
    ['a\b\b\bb', 'a\nb'],
    ['\x1b[31mred\x1b[0m', '\x1b[31mred\x1b[0m'],
    ['grün\rrot', 'grün\nrot'],
  ])('turns %j into %j', (text, expected) => {
    expect(normalised(text)).toBe(expected);
  });

  it('passes on text without any of it as it is, uncopied', () => {
    const plain = Buffer.from('grün\nrot\n');
    expect(newlineRuleFrom(DEFAULT_NEWLINE_PATTERN).normalise(plain)).toBe(plain);
  });

  it.each([
    ['10 %\r', true],
    ['\x1b[12;', true],
    ['plain', false],
  ])('may go on after %j: %s', (line, expected) => {
    const rule = newlineRuleFrom(DEFAULT_NEWLINE_PATTERN);
    expect(rule.mayContinue(Buffer.from(line))).toBe(expected);
  });
});

describe("a master's own pattern", () => {
  it.each([
    ['\\033\\[K', 'a\x1b[Kb', 'a\nb'],
    ['(?P<end>;)', 'a;b', 'a\nb'],
    ['x.y', 'x\ny xzy', 'x\ny \n'],
    ['[.]', 'a.b', 'a\nb'],
    ['grün', 'a grün b', 'a \n b'],
  ])('%j is read as Python reads it', (pattern, text, expected) => {
    expect(normalised(text, pattern)).toBe(expected);
  });

  it('without a counterpart is refused', () => {
    expect(() => newlineRuleFrom('(')).toThrow(SyntaxError);
  });
});
