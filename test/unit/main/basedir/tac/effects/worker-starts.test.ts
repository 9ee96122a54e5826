import { describe, expect, it } from 'vitest';
import { WorkerStarts } from '../../../../../../main/basedir/tac/effects/worker-starts.ts';
import { ModuleScope } from '../../../../../../main/basedir/tac/python/module-scope.ts';
import {
  childrenOf,
  descendantsOf,
  parsePython,
} from '../../../../../../main/basedir/tac/python/python-tree.ts';

const FILE = `from buildbot_worker.bot import Worker
from twisted.application import internet, service
s = (Worker('h', 1))
t = internet.TCPServer(1, f)
m = service.MultiService()
u = unknown
`;

/** Of the call in a line after the file. */
function startsBy(line: string) {
  const text = FILE + line;
  const scope = new ModuleScope(text);
  const starts = new WorkerStarts(text, scope);
  const statements = childrenOf(parsePython(text).topNode);
  for (const statement of statements.slice(0, -1)) {
    const [target, , value] = childrenOf(statement);
    scope.execute(statement);
    if (statement.name === 'AssignStatement' && target && value) starts.assigned([target], value);
  }
  const [call] = descendantsOf(statements.at(-1) ?? parsePython('').topNode, 'CallExpression');
  if (!call) throw new Error(line);
  return { starts, call };
}

describe('a call that adds a service', () => {
  it.each([
    ['s.setServiceParent(application)', 'start', false],
    ['m.addService(s)', 'start', false],
    ["Worker('h', 1).setServiceParent(application)", 'start', false],
    ['m.setServiceParent(application)', 'none', false],
    ['t.setServiceParent(application)', 'service', false],
    ['u.setServiceParent(application)', 'service', true],
  ])('%s: %s', (line, effect, mayStart) => {
    const { starts, call } = startsBy(line);
    expect([starts.effectOf(call), starts.mayStart]).toEqual([effect, mayStart]);
  });
});

it('may have been started by unknown code that gets it', () => {
  for (const [line, mayStart] of [
    ['run(s)', true],
    ['run(t)', false],
  ] as const) {
    const { starts, call } = startsBy(line);
    starts.handedToCode(call);
    expect(starts.mayStart, line).toBe(mayStart);
  }
});

it('names the line of a start, and what has to hold for it', () => {
  const { starts, call } = startsBy('s.setServiceParent(application)');
  starts.started(call, 'if');
  expect(starts.starts).toEqual([{ line: 7, within: 'if' }]);
});
