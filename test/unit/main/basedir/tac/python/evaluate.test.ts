import { describe, expect, it } from 'vitest';
import type { TacLiteral } from '../../../../../../main/basedir/tac/python/literal-from.ts';
import { ModuleScope } from '../../../../../../main/basedir/tac/python/module-scope.ts';
import { childrenOf, parsePython } from '../../../../../../main/basedir/tac/python/python-tree.ts';

const BEFORE = `
import os
from os import environ, path
name = 'worker'
number = 3
host = os.environ.get('HOST')
port = int(os.environ.get('PORT', 9989))
missing = os.environ['NOT_THERE']
with open('password') as file:
    password = file.read().strip()
`;

const MACHINE = {
  environment: { HOST: 'ci.example.org', EMPTY: '', NUMBER: '7' },
  home: '/home/ada',
  tacPath: '/srv/worker/buildbot.tac',
  files: new Map([
    ['/srv/worker/password', 'secret\n'],
    ['/srv/worker/gone', undefined],
  ]),
};

interface On {
  readonly machine: typeof MACHINE | undefined;
}

/** What an expression comes to after those lines. */
function evaluated(expression: string, { machine }: On = { machine: MACHINE }) {
  const text = `${BEFORE}${expression}`;
  const scope = new ModuleScope(text, machine);
  const statements = childrenOf(parsePython(text).topNode);
  for (const statement of statements.slice(0, -1)) scope.execute(statement);
  const node = statements.at(-1)?.firstChild;
  if (!node) throw new Error(expression);
  return { result: scope.evaluate(node), wanted: scope.wantedFiles };
}

describe('a value is known', () => {
  it.each<readonly [string, TacLiteral, string | undefined]>([
    ['host', 'ci.example.org', 'HOST'],
    ["os.environ['HOST']", 'ci.example.org', 'HOST'],
    ["environ['HOST']", 'ci.example.org', 'HOST'],
    ["os.getenv('NOT_THERE')", null, 'NOT_THERE'],
    ["os.getenv('NOT_THERE', name)", 'worker', 'NOT_THERE'],
    ['port', 9989, 'PORT'],
    ["int(os.environ['NUMBER']) + 1", 8, 'NUMBER'],
    ['int(" 1_000 ")', 1000, undefined],
    ['10 * 1024 * 1024', 10_485_760, undefined],
    ['7 // 2 - 1', 2, undefined],
    ["os.environ.get('EMPTY') or 'other'", 'other', 'EMPTY'],
    ["'x' if 'HOST' in os.environ else 'y'", 'x', 'HOST'],
    ["'x' if 'HOST' not in os.environ else 'y'", 'y', 'HOST'],
    ["os.environ.get('PORT') is None", true, 'PORT'],
    ['not host', false, 'HOST'],
    ['number >= 3 and name != "x"', true, undefined],
    ["f'{name}-{number}'", 'worker-3', undefined],
    ["name + '-' + str(number)", 'worker-3', undefined],
    ["' X '.strip().lower()", 'x', undefined],
    ['os.path.dirname(os.path.abspath(__file__))', '/srv/worker', undefined],
    ["path.join(os.path.dirname(__file__), 'info')", '/srv/worker/info', undefined],
    ["path.join('/srv', '/opt')", '/opt', undefined],
    ["os.path.basename('/srv/worker')", 'worker', undefined],
    ["os.path.expanduser('~/worker')", '/home/ada/worker', undefined],
    ["open('password').read()", 'secret\n', '/srv/worker/password'],
    ["open('/srv/worker/password', 'r').read().strip()", 'secret', '/srv/worker/password'],
    ['password', 'secret', '/srv/worker/password'],
  ])('of %s', (expression, value, from) => {
    const { result } = evaluated(expression);
    expect(result).toMatchObject({ value });
    expect(result && 'origins' in result && result.origins.map(({ name }) => name)).toEqual(
      from === undefined ? [] : [from],
    );
  });
});

it.each([
  ["os.environ['NOT_THERE']", 'variable', 'NOT_THERE'],
  ["missing + 'x'", 'variable', 'NOT_THERE'],
  ["open('gone').read()", 'file', '/srv/worker/gone'],
])('%s lacks what it is made of', (expression, kind, name) => {
  expect(evaluated(expression).result).toEqual({ lacks: { kind, name } });
});

it.each([
  'unknown',
  'socket.gethostname()',
  "open('password', 'rb').read()",
  "open('password').readline()",
  'host.split(":")',
  "os.path.expanduser('~bob')",
  'int("0x10")',
  '1 / 2',
  'number // 0',
  '"a" * 3',
  "f'{number:03}'",
  'str(1.5)',
  'os.environ.get(key="HOST")',
  '[1, 2]',
  `${'('.repeat(10)}${'not '.repeat(40)}host${')'.repeat(10)}`,
])('only Python knows %s', (expression) => {
  expect(evaluated(expression).result).toBeUndefined();
});

it('a file that was not read yet is wanted', () => {
  expect(evaluated("open('token').read()").wanted).toEqual(['/srv/worker/token']);
});

const NOWHERE: On = { machine: undefined };

it('without a machine only what the file holds itself is known', () => {
  expect(evaluated('10 * 60', NOWHERE).result).toMatchObject({ value: 600 });
  for (const expression of ['host', '__file__', "os.path.abspath('x')", "open('x').read()"]) {
    expect(evaluated(expression, NOWHERE).result).toBeUndefined();
  }
});
