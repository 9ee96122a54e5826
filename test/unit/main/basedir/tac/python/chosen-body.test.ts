import { expect, it } from 'vitest';
import { chosenBody } from '../../../../../../main/basedir/tac/python/chosen-body.ts';
import { ModuleScope } from '../../../../../../main/basedir/tac/python/module-scope.ts';
import { childrenOf, parsePython } from '../../../../../../main/basedir/tac/python/python-tree.ts';

it.each([
  ['if True: a()\nelse: b()', ': a()'],
  ['if 0: a()\nelif "x": b()\nelse: c()', ': b()'],
  ['if 0: a()\nelif "": b()\nelse: c()', ': c()'],
  ['if None: a()', 'none'],
  ['if unknown: a()\nelse: b()', undefined],
  ['if 0: a()\nelif unknown: b()\nelse: c()', undefined],
])('of %j what is run is known or not', (text, expected) => {
  const [statement] = childrenOf(parsePython(text).topNode);
  const body = statement && chosenBody(statement, new ModuleScope(text));
  expect(typeof body === 'object' ? text.slice(body.from, body.to).trim() : body).toBe(expected);
});
