import { expect, it } from 'vitest';
import { parsePython } from '../../../../../main/basedir/tac/python/python-tree.ts';
import { ownNames } from '../../../../../main/basedir/upgrade/python2-names.ts';

it('names that a file gives a meaning of its own are known', () => {
  const text = 'a = b = 1\n(c, d) = x\nfor e in x: pass\ndef f(g): pass\nclass h: pass\nimport i\n';
  const names = ownNames(parsePython(text).topNode, text);
  expect(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].filter((name) => !names.has(name))).toEqual(
    [],
  );
});
