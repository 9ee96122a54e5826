import { expect, it } from 'vitest';
import { isKnownModule } from '../../../../../../main/basedir/tac/effects/is-known-module.ts';

it.each(['os', 'os.path', 'twisted.python.log', 'buildbot_worker.bot', 'ConfigParser'])(
  'the import of %s changes nothing',
  (module) => {
    expect(isKnownModule(module)).toBe(true);
  },
);

it.each(['mysite', 'osx', '', 'yaml_site.os', 'antigravity'])(
  'the import of %j may do anything',
  (module) => {
    expect(isKnownModule(module)).toBe(false);
  },
);
