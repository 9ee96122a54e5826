import { expect, it } from 'vitest';
import { parsePython } from '../../../../../main/basedir/tac/python/python-tree.ts';
import { hasVariable, withNewNames } from '../../../../../main/basedir/upgrade/with-new-names.ts';

it.each([
  ['from buildslave.bot import BuildSlave', 'from buildbot_worker.bot import Worker'],
  ['from buildbot.slave.bot import BuildSlave as B', 'from buildbot_worker.bot import Worker as B'],
  ['import buildslave.bot, os', 'import buildbot_worker.bot, os'],
  ['import buildslave.bot as buildslave', 'import buildbot_worker.bot as buildslave'],
  ['s = buildslave.bot.BuildSlave(1)', 's = buildbot_worker.bot.Worker(1)'],
  ['s = BuildSlave(slavename, 1)', 's = Worker(workername, 1)'],
  ['service.Application("buildslave", uid=1)', "service.Application('buildbot-worker', uid=1)"],
])('names as today: %j', (old, modern) => {
  expect(withNewNames(`${old}\n`)).toBe(`${modern}\n`);
  expect(withNewNames(`${modern}\n`)).toBe(`${modern}\n`);
});

it.each([
  "text = 'BuildSlave of buildslave'",
  '# BuildSlave',
  'f(slavename=1)',
  'mybuildslave.bot.thing()',
  'service.Application(name)',
  'service.Application("buildbot-worker")',
])('leaves alone what only looks like it: %j', (text) => {
  expect(withNewNames(text)).toBe(text);
});

it('does not give a name that is in use already', () => {
  const text = "slavename = 'a'\nworkername = 'b'\n";
  expect(withNewNames(text)).toBe(text);
});

it('distinguishes a variable from an argument of its name', () => {
  const has = (text: string) => hasVariable(parsePython(text).topNode, text, 'umask');
  expect([has('f(umask)'), has('f(umask=1)'), has('f(umask=umask)'), has("'umask'")]).toEqual([
    ...[true, false, true, false],
  ]);
});
