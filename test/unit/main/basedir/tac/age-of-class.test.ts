import { expect, it } from 'vitest';
import { ageOfClass } from '../../../../../main/basedir/tac/age-of-class.ts';

it.each([
  ['buildbot_worker.bot.Worker', 'buildbot_worker.bot'],
  ['buildslave.bot.BuildSlave', 'buildslave.bot'],
  ['buildbot.slave.bot.BuildSlave', 'buildbot.slave.bot'],
  ['Worker', 'buildbot_worker.bot'],
  ['BuildSlave', 'buildslave.bot'],
  ['elsewhere.Worker', undefined],
  ['buildbot_worker.bot.Bot', undefined],
])('%s comes from %s', (name, age) => {
  expect(ageOfClass(name)).toBe(age);
});
