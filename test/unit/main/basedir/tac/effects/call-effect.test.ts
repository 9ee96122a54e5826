import { describe, expect, it } from 'vitest';
import { callEffect } from '../../../../../../main/basedir/tac/effects/call-effect.ts';
import { EnvironmentNames } from '../../../../../../main/basedir/tac/effects/environment-names.ts';
import { ModuleScope } from '../../../../../../main/basedir/tac/python/module-scope.ts';
import {
  childrenOf,
  descendantsOf,
  parsePython,
} from '../../../../../../main/basedir/tac/python/python-tree.ts';

/** Of the outermost call of the last statement. */
function effect(text: string) {
  const scope = new ModuleScope(text);
  const statements = childrenOf(parsePython(text).topNode);
  for (const statement of statements.slice(0, -1)) scope.execute(statement);
  const last = statements.at(-1);
  const [call] = last ? descendantsOf(last, 'CallExpression') : [];
  if (!call) throw new Error(text);
  return callEffect(call, { text, scope, names: new EnvironmentNames(text, scope) });
}

const OBSERVE = 'application.setComponent(ILogObserver, ';

describe('a call', () => {
  it.each([
    ["Worker('h')", 'none'],
    ["service.Application('x')", 'none'],
    ["service.Application('x', uid=1)", 'user'],
    ['sys.exit(1)', 'end'],
    ['s.setServiceParent(application)', 'start'],
    ['f = 1\nf()', 'own-function'],
    ['from x import f\nf()', 'code'],
    ['from x import d\nd.update(1)', 'code'],
    ["open('x')", 'none'],
    ["open('x', mode='r')", 'none'],
    ["open('x', 'a')", 'code'],
    ["open('x', m)", 'code'],
    ["Path('x').open('w')", 'code'],
    ['os.environ.copy()', 'none'],
    ['os.environ.clear()', 'environment'],
    [`${OBSERVE}FileLogObserver(logfile).emit)`, 'none'],
    [`${OBSERVE}log.FileLogObserver(LogFile.fromFullPath(os.path.join(b, 'l'))).emit)`, 'none'],
    [`${OBSERVE}FilteringLogObserver(textFileLogObserver(l), predicates=[P]))`, 'none'],
    [`${OBSERVE}FilteringLogObserver(o, [LogLevelFilterPredicate()]))`, 'none'],
    [`${OBSERVE}FilteringLogObserver(o, [LogLevelFilterPredicate(LogLevel.warn)]))`, 'log'],
    [`${OBSERVE}FileLogObserver(sys.stdout).emit)`, 'log'],
    [`${OBSERVE}Quiet(logfile).emit)`, 'log'],
    ['application.setComponent(IOther, x)', 'code'],
  ])('is classified: %s', (text, expected) => {
    expect(effect(text)).toBe(expected);
  });
});
