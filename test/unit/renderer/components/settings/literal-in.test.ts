import { expect, it } from 'vitest';
import { literalIn } from '../../../../../renderer/components/settings/literal-in.ts';

it.each([
  ["int(os.environ.get('PORT', 19989))", 'number', '19989'],
  ["int(os.environ.get('PORT9', '19989'))", 'number', '19989'],
  ['base + 0x10', 'number', undefined],
  ['1.5 * x2', 'number', undefined],
  ['f()', 'number', undefined],
  ["os.environ.get('HOST', 'ci.example.org')", 'text', 'ci.example.org'],
  ['os.environ.get("HOST", "ci")', 'text', 'ci'],
  ["'a\\'b'", 'text', undefined],
  ['hostname()', 'text', undefined],
  ["open('/etc/password').read()", 'secret', undefined],
  ["x or 'pb'", 'choice', undefined],
  ['not 1', 'switch', undefined],
] as const)('in %s of a %s is %j', (code, kind, value) => {
  expect(literalIn(code, kind)).toBe(value);
});
