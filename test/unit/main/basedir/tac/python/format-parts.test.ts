import { expect, it } from 'vitest';
import { formatParts } from '../../../../../../main/basedir/tac/python/format-parts.ts';
import { parsePython } from '../../../../../../main/basedir/tac/python/python-tree.ts';

it.each([
  ["f'a{b}c{d}'", ['a', '<b>', 'c', '<d>']],
  ["f'{b}'", ['<b>']],
  ['f"plain"', ['plain']],
  ["f'{b:03}'", undefined],
  ["f'{b!r}'", undefined],
  ["f'{{b}}'", undefined],
  ["f'''{b}'''", undefined],
  ["rf'{b}'", undefined],
])('%s has its texts and expressions', (text, expected) => {
  const node = parsePython(text).topNode.firstChild?.firstChild;
  if (!node) throw new Error(text);
  const parts = formatParts(node, text)?.map((part) =>
    typeof part === 'string' ? part : `<${text.slice(part.from, part.to)}>`,
  );
  expect(parts).toEqual(expected);
});
